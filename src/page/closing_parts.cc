// What was not analysed, the terms of the field, and the bar that says what is switched.
#include <algorithm>

#include "brief/brief_sections.h"
#include "brief/difference_words.h"
#include "page/blocks_html.h"
#include "page/parts.h"
#include "page/terms.h"
#include "words/change_words.h"
#include "words/conclusion_words.h"
#include "words/english.h"
#include "words/settle_words.h"

namespace entente {
namespace {

/// The conclusions that are otherwise than in the case as written, as they are now: those that tell of one
/// situation that could last, or the others.
std::vector<std::string> changed(const PageTelling& t, bool equilibria) {
  std::vector<std::string> all;
  const auto asked = [&](const Conclusion& c) {
    return (c.kind == Conclusion::Kind::equilibrium) == equilibria;
  };
  const ConclusionsById written = conclusions_by_id(t.plain.found);
  for (const Conclusion& c : t.told.found) {
    const auto before = written.find(c.id);
    if (asked(c) && (before == written.end() || before->second->value != c.value))
      all.push_back(sentence_of(t.told, c));
  }
  const ConclusionsById now = conclusions_by_id(t.told.found);
  for (const Conclusion& c : t.plain.found)
    if (asked(c) && !now.contains(c.id)) all.push_back("No longer: " + sentence_of(t.plain, c));
  return all;
}

void list(Markup& out, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return;
  out.open("ul");
  for (const std::string& one : sentences) out.element("li", one);
  out.close();
}

/// Who then holds what, where a settlement suits all: what a reader who switched something asks first.
void tell_settlement_now(const PageTelling& t, Markup& out) {
  const Settlement& s = t.analysis().settlement();
  if (t.model().stakes.empty() || s.zone.empty()) return;
  const Holding* first = t.brief.holding.empty() ? nullptr : &t.brief.holding.front();
  out.open("p").element("strong", "In the recommended settlement: ");
  out.text(sentence(shared_holdings(t.view, t.voice, t.view.set(recommended(s, first))))).close();
}

}  // namespace

std::optional<Part> left_out_part(const PageTelling& t) {
  return part("left-out", "What was not analysed", [&](Markup& out) {
    Sheet page{Face{}};
    tell_left_out(Telling{t.view, t.voice, page, true, nullptr, true});
    put_blocks(out, page.blocks(), "What was not analysed", true);
    out.paragraph(
        "What the parties want, what they can do and the rules are the analyst's assumptions, listed above "
        "with "
        "the evidence for each. Of what is not in the case nothing is known here.");
  });
}

Part terms_part(const PageTelling& t) {
  if (t.in_use()) return {"terms", {}, {}};
  return part("terms", "Terms", [](Markup& out) {
    out.open("dl");
    for (const Term& term : terms()) {
      out.element("dt", capitalised(std::string(term.words.front())));
      out.element("dd", term.meaning);
    }
    out.close();
  });
}

Switched switched(const PageTelling& t) {
  Switched all{{}, changed(t, false)};
  const std::vector<std::string> places = changed(t, true);
  Markup out;
  if (!t.made.empty()) {
    out.open("p").element("strong", "Suppose ");
    out.text(changes_words(t.plain_voice, t.assumptions, t.made) + ".").close();
    const bool none = all.changed.empty() && places.empty();
    out.element("p", none ? "No conclusion changes." : "What that changes:");
    list(out, all.changed);
    tell_settlement_now(t, out);
    if (!places.empty()) {
      out.open("details", {{"id", "switched-places"}});
      out.element("summary", counted(places.size(), "change") + " in which situations could last");
      list(out, places);
      out.close();
    }
    all.changed.insert(all.changed.end(), places.begin(), places.end());
  }
  if (t.chosen)
    out.element("p", "You are looking at situation " + grouped(std::uint64_t{*t.chosen} + 1) +
                         "; \"The situations that matter\" shows it.");
  all.bar = out.html();
  return all;
}

}  // namespace entente
