// What a party wants as a ladder, the most important on top: which wishes are conditions of signing, and
// which are met today, where the dispute comes to rest, and in the recommended settlement.
#include "pictures/drawers.h"
#include "words/condition_words.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr double margin = 14;
constexpr double number_width = 34;
constexpr double words_width = 270;
constexpr double column = 84;
constexpr double text_gap = 12;
constexpr std::size_t most_lines = 12;

/// A column: a situation in which wishes are met or not.
struct Seen {
  std::string name;
  StateId state = 0;
};

class Ladder {
 public:
  Ladder(const Pictured& of, PartyId party) : of_(of), party_(party), svg_("ladder-" + of.model()[party].id) {
    seen_.push_back({"today", of.analysis.status_quo()});
    if (of.brief.rests) see("where it rests", of.brief.place);
    if (const auto best = recommended_settlements(of).first()) see("the settlement", *best);
    for (Seen& one : seen_) one.name = capitalised(one.name);
  }

  Drawing draw() {
    const Party& party = of_.model()[party_];
    const std::string whose = capitalised(possessive(of_.voice.name(party_)));
    if (!party.ranking.empty())
      return nothing_drawn(whose + " situations are ranked directly, not by wishes");
    heads();
    std::size_t rung = 0;
    for (const EqualStatements& equal : party.by_importance(of_.model().day())) {
      ++rung;
      alike_ = alike_ || equal.size() > 1;
      for (const std::size_t k : equal) wish(party.preferences[k], k, rung);
    }
    if (rung == 0) return nothing_drawn(whose + " wishes are not told");
    rails();
    return {std::move(svg_), width(), y_ + 38, whose + " wishes, the most important on top", told(rung)};
  }

 private:
  /// A situation has one column, by all that it is.
  void see(const std::string& name, StateId state) {
    for (Seen& one : seen_)
      if (one.state == state) {
        one.name += ", " + name;
        return;
      }
    seen_.push_back({name, state});
  }

  double left() const { return margin + number_width; }
  double columns() const { return left() + words_width + text_gap; }
  double width() const { return columns() + column * static_cast<double>(seen_.size()) + margin; }
  static double middle(double x) { return x + column / 2; }

  void heads() {
    y_ = margin + 16;
    mark(svg_, of_.model(), party_, left() + 6, y_ - 4);
    std::size_t lines = svg_.paragraph(left() + 20, y_, capitalised(of_.voice.name(party_)), words_width - 20,
                                       most_lines, Lettering{Svg::Anchor::start, true});
    for (std::size_t k = 0; k < seen_.size(); ++k)
      lines = std::max(
          lines, svg_.paragraph(middle(columns() + column * static_cast<double>(k)), y_, seen_[k].name,
                                column - 8, most_lines, Lettering{Svg::Anchor::middle, true, false, 11}));
    y_ += line_of(12) * static_cast<double>(lines - 1) + 14;
    top_ = y_;
  }

  void wish(const Preference& wish, std::size_t k, std::size_t rung) {
    const std::string words = withheld(wish) ? "Withheld"
                              : wish.demand  ? "Condition of signing: " + demanded(of_.voice, party_, wish)
                              : !wish.label.empty() ? capitalised(plain(wish.label))
                              : wish.text.empty()
                                  ? "withheld"
                                  : capitalised(in_words(of_.voice, wish.statement, wish.text));
    const double height = line_of(12) * static_cast<double>(lines(words, wish.demand)) + 12;
    const std::string id = of_.model()[party_].id + "/statement/" + std::to_string(k + 1);
    Marks marks = {{"party", of_.model()[party_].id}};
    if (of_.as_written) marks.emplace_back("assumption", id);
    demands_ = demands_ || wish.demand;
    svg_.open(marks, std::to_string(rung) + ". " + words);
    svg_.box(left(), y_, words_width + text_gap, height, wish.demand ? Fill::light : Fill::none);
    svg_.text(left() - 12, y_ + 17, std::to_string(rung), Svg::Anchor::end, true);
    svg_.paragraph(left() + 8, y_ + 17, words, words_width - 6, most_lines,
                   Lettering{Svg::Anchor::start, wish.demand});
    svg_.close();
    for (std::size_t n = 0; n < seen_.size() && !withheld(wish); ++n) met(wish, n, height);
    y_ += height;
  }

  /// Of a redacted case neither what it is nor where it is met is told.
  bool withheld(const Preference& wish) const { return of_.model().redacted && wish.confidential; }

  static std::size_t lines(const std::string& words, bool bold) {
    return lines_of(words, words_width - 6, most_lines, 12, bold).size();
  }

  void met(const Preference& wish, std::size_t n, double height) {
    const double x = columns() + column * static_cast<double>(n);
    const bool is = holds(of_.model().conditions, wish.statement, of_.analysis.states().layout(),
                          of_.analysis.states()[seen_[n].state]);
    svg_.line(x, y_ + height, x + column, y_ + height);
    svg_.open({{"state", number_words(seen_[n].state)}}, seen_[n].name + (is ? ": met" : ": not met"));
    svg_.circle(middle(x), y_ + height / 2, 6, is ? Fill::black : Fill::none);
    svg_.close();
  }

  void rails() {
    svg_.line(left(), top_ - 6, left(), y_ + 6, true);
    svg_.line(left() + words_width + text_gap, top_ - 6, left() + words_width + text_gap, y_ + 6, true);
    svg_.circle(left() + 8, y_ + 22, 6, Fill::black);
    svg_.text(left() + 20, y_ + 26, "met");
    svg_.circle(left() + 66, y_ + 22, 6, Fill::none);
    svg_.text(left() + 78, y_ + 26, "not met");
  }

  std::string told(std::size_t rungs) const {
    if (of_.model()[party_].weighted)
      return "Wishes have weights; the most important here is the first as written.";
    const std::string counted = rungs == 1 ? (alike_ ? "" : "It is the only wish. ")
                                : alike_   ? "Each number counts for more than all below it together. "
                                           : "Each wish counts for more than all below it together. ";
    return counted + (alike_ ? "Of wishes with one number it counts how many are met. " : "") +
           (demands_ ? "Shaded: a condition of signing." : "");
  }

  const Pictured& of_;
  PartyId party_;
  Svg svg_;
  std::vector<Seen> seen_;
  bool demands_ = false;
  bool alike_ = false;  // whether some wishes are equally important
  double y_ = 0;
  double top_ = 0;
};

}  // namespace

Drawing draw_ladder(const Pictured& of, PartyId party) {
  return Ladder(of, party).draw();
}

}  // namespace entente
