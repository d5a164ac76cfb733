// The first screen of a page: the whole in five sentences, who holds what now and then, and the switches that
// change most.
#include <algorithm>
#include <array>

#include "brief/brief_sections.h"
#include "page/blocks_html.h"
#include "page/switch_button.h"
#include "whatif/turning.h"
#include "words/change_words.h"
#include "words/conclusion_words.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/settle_words.h"

namespace entente {
namespace {

constexpr std::size_t most_turns = 3;
constexpr std::size_t most_rows = 8;  // of what is done otherwise then

void put_lines(const PageTelling& t, Markup& out) {
  Sheet sheet{Face{}};
  const Rests* rests = t.rests ? &*t.rests : nullptr;
  out.open("ul", {{"class", "in-short"}});
  for (const std::string& line : briefly({t.view, t.voice, sheet, false, rests}).lines)
    out.open("li").prose(line).close();
  out.close();
}

/// Of a case without anything in dispute: who does what otherwise, where it rests and in the settlement.
void put_courses(const PageTelling& t, Markup& out) {
  const States& states = t.analysis().states();
  const std::vector<Named> named = named_situations(t);
  Table table{{{""}}};
  for (const Named& n : named) table.rows[0].push_back(capitalised(n.name));
  for (std::size_t k = 0; k < t.model().options.size(); ++k) {
    const auto o = static_cast<OptionId>(k);
    const auto does = [&](const Named& n) { return t.voice.does(Course{o, states.value(n.state, o)}); };
    const auto other = [&](const Named& n) { return does(n) != does(named.front()); };
    if (table.rows.size() > most_rows || std::none_of(named.begin(), named.end(), other)) continue;
    std::vector<std::string>& row = table.rows.emplace_back(1, capitalised(t.voice.name(t.model()[o].mover)));
    for (const Named& n : named) row.push_back(does(n));
  }
  if (table.rows.size() == 1) return;
  table.rows[0][0] = "Who does what";
  put_table(out, table, true, "Who does what, now and then");
}

class TurnsTold {
  using Kind = Conclusion::Kind;

 public:
  TurnsTold(const PageTelling& t, Markup& out)
      : t_(t), out_(out), model_(t.plain.analysis.model()), voice_(t.plain_voice) {}

  void tell() {
    if (!t_.robustness)
      return static_cast<void>(out_.paragraph(
          "Which switches change most was not worked out here. Each stands beside the wish that it is "
          "about, below."));
    const std::vector<std::size_t> singles =
        turning(*t_.robustness, t_.plain.found, t_.assumptions, most_turns);
    if (singles.empty())
      return static_cast<void>(
          out_.paragraph("No single switch changes where this is heading, or which settlements there are."));
    out_.open("ul", {{"class", "turns"}});
    for (const std::size_t single : singles) turn(t_.robustness->singles[single]);
    out_.close();
  }

 private:
  void turn(const Effect& effect) {
    const Change& change = effect.changes.front();
    const std::string clause = what(change);
    const std::string words = capitalised(clause.starts_with("a guarantee") ? "there is " + clause : clause);
    out_.open("li", {{"data-assumption", t_.assumptions[change.assumption].id}});
    out_.open("p").element("strong", words + (words.ends_with(".") ? " " : ". ")).text(then(effect)).close();
    out_.element("button", "Suppose so",
                 {{"type", "button"},
                  {"class", "needs-script"},
                  {"data-change", id(change, t_.assumptions)},
                  {"aria-pressed", "false"},
                  {"aria-label", "Suppose so: " + words}});
    out_.close();
  }

  /// A condition without its wish is one that is set aside.
  std::string what(const Change& change) const {
    const Assumption& a = t_.assumptions[change.assumption];
    if (!sets_condition_aside(t_, change)) return unlocking_words(voice_, t_.assumptions, change);
    return waivers_words(voice_, {{*a.party, a.number}}) + ", \"" +
           demanded(voice_, *a.party, model_[*a.party].preferences[a.number]) + "\"";
  }

  /// What would become of the first conclusion that changes, as readers ask; of a settlement that opens, who
  /// then gets what.
  std::string then(const Effect& effect) const {
    const bool flipped = flip_of(effect, t_.plain.found, Kind::zone) != nullptr;
    const bool opens = flipped && suits_all(effect);
    if (opens)
      return now(effect, Kind::zone) + " " +
             now(effect, model_.stakes.empty() ? Kind::recommended : Kind::division);
    const bool none_yet = !flipped && !suits_all(effect) && !t_.plain.analysis.settlement().gap.empty();
    for (const Kind kind :
         {Kind::zone, none_yet ? Kind::gap : Kind::division, Kind::resting, Kind::recommended, Kind::holding,
          Kind::division, Kind::gap, Kind::heading, Kind::concessions})
      if (flip_of(effect, t_.plain.found, kind) != nullptr)
        return (none_yet && kind == Kind::gap ? "There is still no settlement that all accept. " : "") +
               now(effect, kind);
    return {};
  }

  /// Whether some settlement is accepted by all after a change.
  bool suits_all(const Effect& effect) const {
    const Flip* f = flip_of(effect, t_.plain.found, Kind::zone);
    return f != nullptr ? f->value && std::get<bool>(*f->value)
                        : !t_.plain.analysis.settlement().zone.empty();
  }

  /// What is concluded of a kind after a change.
  std::string now(const Effect& effect, Conclusion::Kind kind) const {
    if (const Flip* f = flip_of(effect, t_.plain.found, kind))
      return !f->sentence.empty() ? f->sentence
                                  : "No longer so: " + sentence_of(t_.plain, t_.plain.found[f->conclusion]);
    for (const Conclusion& c : t_.plain.found)
      if (c.kind == kind) return sentence_of(t_.plain, c);
    return {};
  }

  const PageTelling& t_;
  Markup& out_;
  const Model& model_;
  const Voice& voice_;
};

}  // namespace

Section short_section(const PageTelling& t) {
  return section("in-short", "In short", [&](Markup& out) {
    out.open("div", {{"class", "beside"}});
    put_lines(t, out);
    if (t.model().stakes.empty())
      put_courses(t, out);
    else
      put_small_picture(out, t, "stakes");
    out.close();
  });
}

std::optional<Section> turns_section(const PageTelling& t) {
  if (t.plain.analysis.model().redacted || t.changes.empty()) return std::nullopt;
  if (t.in_use()) return Section{"turns", {}, {}};
  return section("turns", "What would change most", [&](Markup& out) { TurnsTold(t, out).tell(); });
}

}  // namespace entente
