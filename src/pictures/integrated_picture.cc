// The integrated graph: every situation and every move between them, one kind of line a party (Fang, Hipel
// and Kilgour, 1993). On a ring, so that no line runs through a situation.
#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "pictures/drawers.h"
#include "view/state_ids.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr double margin = 20;
constexpr double node_height = 26;
constexpr double text_size = 13;
constexpr double inwards = 0.16;  // how far a line bends towards the middle of the ring
constexpr double legend_row = 20;
constexpr std::size_t most_situations = 32;
constexpr std::size_t most_states = 4096;  // in so many situations

struct Point {
  double x = 0, y = 0;
};

/// What a mover can do between two situations: there and perhaps back.
struct Line {
  MoverId mover;
  std::size_t a = 0, b = 0;
  bool there = false, back = false;
  bool gains_there = false, gains_back = false;  // whether it likes it better then
};

class Integrated {
 public:
  Integrated(const Pictured& of, std::vector<Situation> all) : of_(of), all_(std::move(all)) {
    for (const Situation& one : all_) widest_ = std::max(widest_, width_of(name(one), text_size, true));
    widest_ += 16;
    for (const MoverId i : of_.model().mover_ids()) find_lines(i);
    const double around = static_cast<double>(all_.size()) * 52 / (2 * std::numbers::pi);
    ring_ = {std::max(210.0, around + widest_ / 2), std::max(170.0, around)};
    middle_ = {margin + widest_ / 2 + ring_.x, margin + node_height / 2 + ring_.y};
  }

  Drawing draw() {
    for (const Line& one : lines_) line(one);
    for (std::size_t k = 0; k < all_.size(); ++k) node(k);
    const double width = 2 * middle_.x;
    const double bottom = legend(2 * middle_.y + 8, width);
    return {std::move(svg_), width, bottom, "All moves between the situations", told()};
  }

 private:
  void find_lines(MoverId i) {
    std::map<StateId, std::size_t> of;
    for (std::size_t k = 0; k < all_.size(); ++k)
      for (const StateId s : all_[k].states) of[s] = k;
    const MembersRanks ranks = ranks_of(of_.model().members(i), of_.analysis.ranks());
    std::map<std::pair<std::size_t, std::size_t>, Line> found;
    for (const auto& [s, from] : of)
      for (const StateId t : of_.analysis.moves()[index(i)].from(s)) {
        const std::size_t to = of.at(t);
        if (from == to) continue;
        const bool there = from < to;
        Line& one = found.try_emplace(std::minmax(from, to), Line{i, std::min(from, to), std::max(from, to)})
                        .first->second;
        (there ? one.there : one.back) = true;
        if (all_prefer(ranks, t, s)) (there ? one.gains_there : one.gains_back) = true;
      }
    for (const auto& [ends, one] : found) lines_.push_back(one);
  }

  static std::string name(const Situation& one) { return shortened(one.name, 24); }

  Point at(std::size_t k) const {
    const double turn = 2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(all_.size()) -
                        std::numbers::pi / 2;
    return {middle_.x + ring_.x * std::cos(turn), middle_.y + ring_.y * std::sin(turn)};
  }
  /// Where a line towards a point leaves the box of a situation.
  Point edge(std::size_t k, Point towards, double away) const {
    const Point from = at(k);
    const double dx = towards.x - from.x, dy = towards.y - from.y;
    const double length = std::max(1.0, std::hypot(dx, dy));
    const double half = width_of(name(all_[k]), text_size, true) / 2 + 8;
    const double across =
        std::min(dx == 0 ? 1e9 : half / std::abs(dx), dy == 0 ? 1e9 : node_height / 2 / std::abs(dy)) +
        away / length;
    return {from.x + dx * across, from.y + dy * across};
  }

  /// Two parties' lines between the same situations bend unequally.
  double bend(const Line& line) const {
    double by = inwards;
    for (const Line& other : lines_) {
      if (&other == &line) break;
      if (other.a == line.a && other.b == line.b) by += 0.16;
    }
    return by;
  }

  void line(const Line& line) {
    const Point a = at(line.a), b = at(line.b);
    const Point half{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const double by = bend(line);
    const Point control{half.x + (middle_.x - half.x) * by + (b.y - a.y) * 0.04,
                        half.y + (middle_.y - half.y) * by - (b.x - a.x) * 0.04};
    const Point from = edge(line.a, control, line.back ? 9 : 1);
    const Point to = edge(line.b, control, line.there ? 9 : 1);
    const std::string_view colour = colour_of(line.mover);
    svg_.open({}, words(line));
    svg_.route(fmt::format("M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}", from.x, from.y, control.x, control.y,
                           to.x, to.y),
               index(line.mover), colour);
    if (line.there) put_head(line.b, control, colour, !line.gains_there);
    if (line.back) put_head(line.a, control, colour, !line.gains_back);
    svg_.close();
  }
  void put_head(std::size_t k, Point control, std::string_view colour, bool open) {
    const Point tip = edge(k, control, 1);
    svg_.head(control.x, control.y, tip.x, tip.y, colour, open);
  }

  /// Of a group black, which no party has.
  std::string_view colour_of(MoverId i) const {
    return of_.model().is_group(i) ? "#111111" : entente::colour_of(of_.model(), PartyId(index(i)));
  }

  std::string words(const Line& line) const {
    const std::string who = capitalised(of_.voice.name(line.mover)) + ": ";
    const auto way = [&](std::size_t from, std::size_t to, bool gains) {
      return "from " + all_[from].name + " to " + all_[to].name + (gains ? ", an improvement" : "");
    };
    std::string all = who;
    if (line.there) all += way(line.a, line.b, line.gains_there);
    if (line.there && line.back) all += "; ";
    if (line.back) all += way(line.b, line.a, line.gains_back);
    return all;
  }

  void node(std::size_t k) {
    const Situation& one = all_[k];
    const auto every = [&](const StateSet& set) {
      return std::all_of(one.states.begin(), one.states.end(), [&](StateId s) { return set.contains(s); });
    };
    const StateId today = of_.analysis.status_quo();
    const bool now = std::find(one.states.begin(), one.states.end(), today) != one.states.end();
    const bool lasts = every(of_.analysis.verdicts(Concept::seq).equilibria);
    const bool settles = of_.model().agreement && every(of_.analysis.settlement().agreement);
    const double half = width_of(name(one), text_size, true) / 2 + 8;
    const Point p = at(k);
    const Fill fill = lasts ? Fill::light : Fill::none;
    svg_.open({{"state", number_words(one.states.front())}},
              one.name + (now ? ", today" : ": " + otherwise(of_, one.states.front())) + ". " +
                  (lasts ? "It can last." : "Somebody would leave it."));
    svg_.box(p.x - half, p.y - node_height / 2, 2 * half, node_height, fill, settles ? 0 : 8);
    if (settles) svg_.box(p.x - half + 3, p.y - node_height / 2 + 3, 2 * half - 6, node_height - 6, fill);
    if (now) svg_.line(p.x - half + 6, p.y + 9, p.x + half - 6, p.y + 9, true);
    svg_.text(p.x, p.y + 4.5, name(one), {Svg::Anchor::middle, true, false, text_size});
    svg_.close();
  }

  double legend(double y, double width) {
    for (const MoverId i : of_.model().mover_ids()) {
      const auto own = [&](const Line& one) { return one.mover == i; };
      const bool moves = std::any_of(lines_.begin(), lines_.end(), own);
      const auto members = static_cast<double>(of_.model().members(i).size());
      y += legend_row;
      mark(svg_, of_.model(), i, margin + 6, y - 4);
      const double x = margin + 6 + from_mark_to_mark * members;
      if (moves) svg_.route(fmt::format("M{:.1f} {:.1f}H{:.1f}", x, y - 4, x + 60), index(i), colour_of(i));
      const std::size_t lines =
          svg_.paragraph(x + 68, y, capitalised(of_.voice.name(i)) + (moves ? "" : ": has no move"),
                         width - x - 68 - margin, 6);
      y += line_of(12) * static_cast<double>(lines - 1);
    }
    return y + 10;
  }

  std::string told() const {
    const bool classes =
        std::any_of(all_.begin(), all_.end(), [](const Situation& one) { return one.states.size() > 1; });
    return std::string(
               "A line with two heads is a move that can be taken back. A filled head: whoever moves likes "
               "it better there; an open one: it does not. Underlined: today. Shaded: it can last, as "
               "whoever "
               "could gain by leaving fears the answer.") +
           (of_.model().agreement ? " Double frame: a settlement." : "") +
           (classes ? " What has one name and is several states has a move where one of them has it." : "");
  }

  const Pictured& of_;
  std::vector<Situation> all_;
  std::vector<Line> lines_;
  double widest_ = 30;
  Point ring_;  // its two radii
  Point middle_;
  Svg svg_{"integrated"};
};

}  // namespace

Drawing draw_integrated(const Pictured& of) {
  const States& states = of.analysis.states();
  std::vector<Situation> all;
  if (states.size() <= most_states) all = situations(of.model(), states, StateSet(states.size(), true));
  if (all.empty() || all.size() > most_situations)
    return nothing_drawn("its situations are more than the " + std::to_string(most_situations) +
                         " that one graph of all moves can show; --picture graph shows those that matter");
  return Integrated(of, std::move(all)).draw();
}

}  // namespace entente
