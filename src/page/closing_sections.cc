// The sections of a page that say what the brief says, first and last.
#include <algorithm>

#include "brief/brief_sections.h"
#include "brief/brief_text.h"
#include "brief/difference_words.h"
#include "page/blocks_html.h"
#include "page/markup.h"
#include "page/part.h"
#include "page/sections.h"
#include "view/state_ids.h"
#include "words/change_words.h"
#include "words/conclusion_words.h"
#include "words/english.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

/// A part that the brief has, too.
struct BriefPart {
  std::string id;
  std::string title;   // without one, that which the brief gives it
  std::string more;    // what is folded
  std::string answer;  // where it is not the first of what the brief says there
  std::vector<std::string> pictures = {};
  std::vector<Conclusion::Kind> hangs = {};
};

class BriefParts {
 public:
  explicit BriefParts(const PageTelling& t) : t_(t) {}

  std::vector<Section> all() {
    using Kind = Conclusion::Kind;
    const Briefly briefly = in_short();
    add({"standing", "Where it stands", "What it is about, and how much of it was looked at", ""},
        [&](const Telling& t) {
          tell_standing(t);
          t.sheet.paragraph(plain(t_.model().summary));
          t.sheet.paragraph(size_words());
        });
    add({"heading",
         "Where it is heading",
         "Each step, and where it rests",
         briefly.moving,
         {"graph"},
         {Kind::heading, Kind::resting}},
        tell_heading);
    add({"deterrence", "", "Who is tempted by what, and what stops it", briefly.reason}, tell_deterrence);
    add({"settlement",
         "",
         "The conditions, and what each way opens",
         briefly.opening,
         {"settlements", "gap"},
         {Kind::zone, Kind::gap, Kind::recommended, Kind::division, Kind::holding}},
        tell_settlement);
    add({"way", "", "Each step, and when", briefly.then, {"staircase"}, {Kind::concessions}}, tell_way);
    add({"together", "", "Who could gain by what", ""}, tell_coalitions);
    return std::move(all_);
  }

 private:
  Briefly in_short() const {
    Sheet sheet{Face{}};
    return briefly({t_.view, t_.voice, sheet});
  }

  std::string size_words() const {
    const Count states = situations_once(t_.view);
    return choices_words(t_.voice) + "; " + counted(states, "situation") +
           (states == 1 ? " is possible." : " are possible, and every one of them was looked at.");
  }

  /// What is said first, unless it is too long for an answer: what stands in a list before what leads to it.
  static std::string first_said(const std::vector<Block>& blocks) {
    constexpr std::size_t longest = 480;  // letters, about; an eighth of a page
    for (const std::size_t most : {longest, SIZE_MAX})
      for (const Block::Kind kind : {Block::Kind::item, Block::Kind::paragraph})
        for (const Block& block : blocks)
          if (block.kind == kind && block.text.size() <= most) return block.text;
    return {};
  }

  /// Whether it says more than the answer alone.
  static bool says_more(const std::vector<Block>& blocks, const std::string& answer) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
      return block.kind != Block::Kind::heading && block.kind != Block::Kind::gap && block.text != answer;
    });
  }

  void add(BriefPart of, const std::function<void(const Telling&)>& tell) {
    Sheet sheet{Face{}};
    tell(Telling{t_.view, t_.voice, sheet, true, nullptr, true});
    const std::vector<Block>& blocks = sheet.blocks();
    if (blocks.empty()) return;
    if (of.title.empty() && blocks.front().kind == Block::Kind::heading) of.title = blocks.front().text;
    if (of.answer.empty()) of.answer = first_said(blocks);
    Part made{of.id, of.title, of.answer};
    made.hangs = of.hangs;
    made.more = of.more;
    made.shown = [&](Markup& out) {
      for (const std::string& name : of.pictures) put_picture(out, t_, {name});
    };
    if (says_more(blocks, of.answer)) made.folded = [&](Markup& out) { put_blocks(out, blocks, of.title); };
    all_.push_back(part(t_, made));
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

namespace {

/// What the brief says that was not analysed; empty where all was.
std::string not_analysed_words(const std::vector<Block>& blocks) {
  for (const Block& block : blocks)
    if (block.text.starts_with("Not analysed: ")) return block.text + " ";
  return {};
}

}  // namespace

std::optional<Section> left_out_section(const PageTelling& t) {
  Sheet sheet{Face{}};
  tell_left_out(Telling{t.view, t.voice, sheet, true, nullptr, true});
  Part made{"left-out", "What was not analysed",
            not_analysed_words(sheet.blocks()) +
                "What the parties want, what they can do and the rules are the analyst's assumptions; of "
                "what is not in the case nothing is known here."};
  made.more = "What was left out, and what could last besides";
  made.folded = [&](Markup& out) { put_blocks(out, sheet.blocks(), "What was not analysed", true); };
  return part(t, made);
}

Section terms_section(const PageTelling& t) {
  if (t.in_use()) return {"terms", {}, {}};
  Part made{"terms", "Terms", "What the underlined words mean."};
  made.more = "Each word";
  made.folded = [](Markup& out) {
    out.open("dl");
    for (const Term& term : terms()) {
      out.element("dt", capitalised(std::string(term.words.front())));
      out.element("dd", term.meaning);
    }
    out.close();
  };
  return part(t, made);
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
