// Who holds what, today and in each kind of settlement: a row a thing in dispute, a box with the mark of its
// holder.
#include <algorithm>

#include "pictures/drawers.h"
#include "words/english.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr double row_height = 34;
constexpr std::size_t most_lines = 12;

/// How much room there is: on a page, and at a first look.
struct Widths {
  double margin, names, width, widest;
  std::size_t columns;
};
constexpr Widths whole = {14, 150, 720, 180, 5};
constexpr Widths first_look = {2, 88, 350, 110, 3};

/// A column: a name, a situation that stands for it, and who then has each stake.
struct Kind {
  std::string name;
  std::string head;  // without what tells it from others of that name
  std::optional<StateId> state;
  Holders holders;
};

class Stakes {
 public:
  explicit Stakes(const Pictured& of)
      : of_(of), room_(of.small ? first_look : whole), svg_(of.small ? "stakes-small" : "stakes") {
    const States& states = of.analysis.states();
    const auto add = [&](const std::string& head, StateId s) {
      kinds_.push_back({told_apart(head), head, s, holders(of.model(), states.layout(), states[s])});
    };
    add("Today", of.analysis.status_quo());
    const StateSet best = recommended_settlements(of);
    if (const auto s = best.first()) add(of.small ? "The settlement" : "Recommended settlement", *s);
    for (const Division& d : of.analysis.settlement().divisions) {
      const auto known = [&](const Kind& k) { return k.holders == d.holders; };
      if (kinds_.size() < room_.columns && std::none_of(kinds_.begin(), kinds_.end(), known))
        if (const auto s = d.states.first()) add("If " + cost(d), *s);
    }
  }

  Drawing draw() {
    column_ = std::min(room_.widest,
                       (room_.width - 2 * room_.margin - room_.names) / static_cast<double>(kinds_.size()));
    heads();
    for (std::size_t k = 0; k < of_.model().stakes.size(); ++k) row(k);
    return {std::move(svg_), room_.margin * 2 + room_.names + column_ * static_cast<double>(kinds_.size()),
            y_ + room_.margin, "Who holds what, today and in each kind of settlement", told()};
  }

 private:
  std::string cost(const Division& d) const {
    if (d.openings.empty()) return "all agreed";
    const Waivers& waive = d.openings.front().waive;
    return waive.empty() ? "all agree to it" : waivers_words(of_.voice, waive);
  }

  /// A head that no other column has.
  std::string told_apart(const std::string& head) const {
    const auto times =
        std::count_if(kinds_.begin(), kinds_.end(), [&](const Kind& k) { return k.head == head; });
    return times == 0 ? head
                      : head + ", in another way" + (times == 1 ? "" : " (" + std::to_string(times) + ")");
  }

  double x(std::size_t k) const { return room_.margin + room_.names + column_ * static_cast<double>(k); }

  void heads() {
    std::size_t lines = 1;
    for (const Kind& k : kinds_)
      lines = std::max(lines, lines_of(k.name, column_ - 10, most_lines, 11, true).size());
    y_ = room_.margin + line_of(11) * static_cast<double>(lines) + 6;
    for (std::size_t k = 0; k < kinds_.size(); ++k)
      svg_.paragraph(x(k) + 4, room_.margin + 12, kinds_[k].name, column_ - 10, most_lines,
                     Lettering{Svg::Anchor::start, true, false, 11});
    svg_.line(room_.margin, y_, x(kinds_.size()), y_, true);
    y_ += 6;
  }

  void row(std::size_t stake) {
    const std::string name = capitalised(plain(of_.model().stakes[stake].name));
    std::size_t lines = svg_.paragraph(room_.margin, y_ + 21, name, room_.names - 12, most_lines);
    for (const Kind& k : kinds_)
      lines = std::max(lines, lines_of(holder(k.holders[stake]), column_ - 34, most_lines, 12, true).size());
    const double height = row_height + line_of(12) * static_cast<double>(lines - 1);
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
      const std::optional<PartyId> who = kinds_[k].holders[stake];
      const bool moved = who != kinds_.front().holders[stake];
      const std::string words = holder(who);
      svg_.open({{"state", number_words(*kinds_[k].state)}}, name + ", " + kinds_[k].name + ": " + words);
      svg_.box(x(k) + 2, y_ + 2, column_ - 6, height - 5, moved ? Fill::light : Fill::none, 3);
      if (who) mark(svg_, of_.model(), *who, x(k) + 14, y_ + 17);
      svg_.paragraph(x(k) + 26, y_ + 21, words, column_ - 34, most_lines,
                     Lettering{Svg::Anchor::start, moved});
      svg_.close();
    }
    y_ += height;
  }
  std::string holder(std::optional<PartyId> who) const {
    return who ? capitalised(of_.voice.name(*who)) : "nobody";
  }

  std::string told() const { return "In bold and shaded: what has another holder than today."; }

  const Pictured& of_;
  const Widths& room_;
  std::vector<Kind> kinds_;
  Svg svg_;
  double column_ = 0;
  double y_ = 0;
};

}  // namespace

Drawing draw_stakes(const Pictured& of) {
  if (of.model().stakes.empty()) return nothing_drawn("the case names nothing in dispute");
  return Stakes(of).draw();
}

}  // namespace entente
