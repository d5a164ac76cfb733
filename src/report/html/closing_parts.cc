// What was not analysed, the terms of the field, and the bar that says what is switched.
#include <algorithm>

#include "report/brief_sections.h"
#include "report/change_words.h"
#include "report/difference_words.h"
#include "report/english.h"
#include "report/html/blocks_html.h"
#include "report/html/parts.h"
#include "report/html/terms.h"

namespace entente {
namespace {

const Conclusion* find(const Analysed& in, const std::string& id) {
  const auto it =
      std::find_if(in.found.begin(), in.found.end(), [&](const Conclusion& c) { return c.id == id; });
  return it == in.found.end() ? nullptr : &*it;
}

/// The conclusions that are otherwise than in the case as written, as they are now.
std::vector<std::string> changed(const PageTelling& t) {
  std::vector<std::string> all;
  for (const Conclusion& c : t.told.found) {
    const Conclusion* before = find(t.plain, c.id);
    if (!before || before->value != c.value) all.push_back(sentence_of(t.told, c));
  }
  for (const Conclusion& c : t.plain.found)
    if (!find(t.told, c.id)) all.push_back("No longer: " + sentence_of(t.plain, c));
  return all;
}

}  // namespace

std::optional<Part> left_out_part(const PageTelling& t) {
  return part("left-out", "What was not analysed", [&](Markup& out) {
    Page page{Face{}};
    tell_left_out(Telling{t.analysis(), t.brief, t.voice, page, true, nullptr, true});
    put_blocks(out, page.blocks(), t.voice, "What was not analysed", true);
    out.paragraph(
        "What the parties want, what they can do and the rules are the analyst's assumptions, listed above "
        "with "
        "the evidence for each. Of what is not in the case nothing is known here.");
  });
}

Part terms_part() {
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
  Switched all{{}, changed(t)};
  Markup out;
  if (!t.made.empty()) {
    out.open("p").element("strong", "Suppose ");
    out.text(changes_words(t.plain_voice, t.assumptions, t.made) + ".").close();
    out.element("p", all.changed.empty() ? "No conclusion changes." : "What that changes:");
    if (!all.changed.empty()) out.open("ul");
    for (const std::string& one : all.changed) out.element("li", one);
    if (!all.changed.empty()) out.close();
  }
  if (t.chosen)
    out.element("p", "You are looking at situation " + grouped(std::uint64_t{*t.chosen} + 1) +
                         "; \"The situations that matter\" shows it.");
  all.bar = out.html();
  return all;
}

}  // namespace entente
