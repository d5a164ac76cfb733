// The sections of a page that say what the brief says, first and last.
#include <algorithm>

#include "brief/brief_sections.h"
#include "brief/brief_text.h"
#include "brief/difference_words.h"
#include "page/blocks_html.h"
#include "page/markup.h"
#include "page/sections.h"
#include "view/state_ids.h"
#include "words/change_words.h"
#include "words/conclusion_words.h"
#include "words/english.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

class BriefParts {
 public:
  explicit BriefParts(const PageTelling& t) : t_(t) {}

  std::vector<Section> all() {
    add("standing", "Where it stands", [&](const Telling& t) {
      tell_standing(t);
      t.sheet.paragraph(size_words());
      t.sheet.paragraph(plain(t_.model().summary));
    });
    add("heading", "Where it is heading", tell_heading);
    add("deterrence", "", tell_deterrence);
    add("settlement", "", tell_settlement);
    add("way", "", tell_way);
    add("together", "", tell_coalitions);
    return std::move(all_);
  }

 private:
  std::string size_words() const {
    const Count states = situations_once(t_.view);
    return choices_words(t_.voice) + "; " + counted(states, "situation") +
           (states == 1 ? " is possible." : " are possible, and every one of them was looked at.");
  }

  /// Without a title, the one that the section gives itself.
  void add(const std::string& id, std::string title, const std::function<void(const Telling&)>& tell) {
    Sheet sheet{Face{}};
    tell(Telling{t_.view, t_.voice, sheet, true, nullptr, true});
    const std::vector<Block>& blocks = sheet.blocks();
    if (blocks.empty()) return;
    if (title.empty() && blocks.front().kind == Block::Kind::heading) title = blocks.front().text;
    all_.push_back(section(id, title, [&](Markup& out) {
      put_blocks(out, blocks, title);
      const char* drawn = id == "heading"      ? "graph"
                          : id == "settlement" ? "settlements"
                          : id == "way"        ? "staircase"
                                               : "";
      if (*drawn != 0) put_picture(out, t_, {drawn});
      if (id == "settlement") put_picture(out, t_, {"gap"});
    }));
  }

  const PageTelling& t_;
  std::vector<Section> all_;
};

}  // namespace

std::vector<Section> brief_sections(const PageTelling& t) {
  return BriefParts(t).all();
}

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

std::optional<Section> left_out_section(const PageTelling& t) {
  return section("left-out", "What was not analysed", [&](Markup& out) {
    Sheet sheet{Face{}};
    tell_left_out(Telling{t.view, t.voice, sheet, true, nullptr, true});
    put_blocks(out, sheet.blocks(), "What was not analysed", true);
    out.paragraph(
        "What the parties want, what they can do and the rules are the analyst's assumptions, listed above "
        "with "
        "the evidence for each. Of what is not in the case nothing is known here.");
  });
}

Section terms_section(const PageTelling& t) {
  if (t.in_use()) return {"terms", {}, {}};
  return section("terms", "Terms", [](Markup& out) {
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
                         id_behind(t.model(), t.view.layout(), t.analysis().states()[*t.chosen]) +
                         "; \"The situations that matter\" shows it.");
  all.bar = out.html();
  return all;
}

}  // namespace entente
