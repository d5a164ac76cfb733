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
constexpr double apart = 16;  // two boxes beside one another
constexpr double text_size = 13;
constexpr double inwards = 0.16;  // how far a line bends towards the middle of the ring
constexpr double legend_row = 20;
constexpr double between = 26;  // the bends of two lines with the same ends
constexpr double apart_heads = 11;
constexpr std::size_t longest_name = 10;
constexpr std::size_t most_marks = 8;  // of a group, in the legend
constexpr std::size_t most_situations = 32;
constexpr std::size_t most_states = 4096;  // in so many situations

struct Point {
  double x = 0, y = 0;
};

/// A quadratic curve of Bezier's.
struct Curve {
  Point from, control, to;
  Point at(double t) const {
    const double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
    return {a * from.x + b * control.x + c * to.x, a * from.y + b * control.y + c * to.y};
  }
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
    for (std::size_t k = 0; k < all_.size(); ++k) widest_ = std::max(widest_, box_width(k));
    for (const MoverId i : of_.model().mover_ids()) find_lines(i);
    // Two neighbours are apart by their widths or by their heights, wherever on the ring they are.
    const double share = static_cast<double>(all_.size()) * std::numbers::sqrt2 / (2 * std::numbers::pi);
    ring_ = {std::max(210.0, share * (widest_ + apart)), std::max(170.0, share * (node_height + apart))};
    middle_ = {margin + widest_ / 2 + ring_.x, margin + node_height / 2 + ring_.y};
  }

  Drawing draw() {
    for (const Line& one : lines_) line(one);
    for (std::size_t k = 0; k < all_.size(); ++k) node(k);
    const double width = 2 * middle_.x;
    const double bottom = key(legend(2 * middle_.y + 8, width), width);
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

  /// The id where that is short, else what stands for it in the key.
  std::string name(std::size_t k) const {
    return all_[k].name.size() <= longest_name ? all_[k].name : "(" + std::to_string(k + 1) + ")";
  }
  double box_width(std::size_t k) const { return width_of(name(k), text_size, true) + 16; }

  Point at(std::size_t k) const {
    const double turn = 2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(all_.size()) -
                        std::numbers::pi / 2;
    return {middle_.x + ring_.x * std::cos(turn), middle_.y + ring_.y * std::sin(turn)};
  }
  /// Where a line towards a point has just left the box of a situation.
  Point edge(std::size_t k, Point towards) const {
    const Point from = at(k);
    const double dx = towards.x - from.x, dy = towards.y - from.y;
    const double length = std::max(1.0, std::hypot(dx, dy));
    const double half = box_width(k) / 2;
    const double across =
        std::min(dx == 0 ? 1e9 : half / std::abs(dx), dy == 0 ? 1e9 : node_height / 2 / std::abs(dy)) +
        1 / length;
    return {from.x + dx * across, from.y + dy * across};
  }

  /// How far a line bends to one side, so that no two between the same situations run alike.
  double bend(const Line& line) const {
    double before = 0, all = 0;
    for (const Line& other : lines_)
      if (other.a == line.a && other.b == line.b) {
        ++all;
        if (&other < &line) ++before;
      }
    return between * (before - (all - 1) / 2);
  }

  void line(const Line& line) {
    const Point a = at(line.a), b = at(line.b);
    const Point half{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const double length = std::max(1.0, std::hypot(b.x - a.x, b.y - a.y));
    const double aside = bend(line) / length + 0.04;
    const Point control{half.x + (middle_.x - half.x) * inwards + (b.y - a.y) * aside,
                        half.y + (middle_.y - half.y) * inwards - (b.x - a.x) * aside};
    const Curve curve{edge(line.a, control), control, edge(line.b, control)};
    const std::string_view colour = colour_of(line.mover);
    svg_.open({}, words(line));
    svg_.route(fmt::format("M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}", curve.from.x, curve.from.y,
                           control.x, control.y, curve.to.x, curve.to.y),
               dash_of(line.mover), colour);
    if (line.there) head(curve, colour, !line.gains_there);
    if (line.back) head({curve.to, control, curve.from}, colour, !line.gains_back);
    svg_.close();
  }

  /// At the end of a line, or as far back on it as no other head is near.
  void head(const Curve& curve, std::string_view colour, bool open) {
    const double length = std::max(1.0, std::hypot(curve.to.x - curve.from.x, curve.to.y - curve.from.y));
    double back = 0;
    const auto taken = [&](Point p) {
      return std::any_of(heads_.begin(), heads_.end(),
                         [&](Point h) { return std::hypot(h.x - p.x, h.y - p.y) < apart_heads; });
    };
    while (back + apart_heads < length / 2 && taken(curve.at(1 - back / length))) back += apart_heads / 2;
    const Point tip = curve.at(1 - back / length), behind = curve.at(1 - (back + 9) / length);
    heads_.push_back(tip);
    svg_.head(behind.x, behind.y, tip.x, tip.y, colour, open);
  }

  /// Of a group black or grey, which no party has unless its case says so.
  std::string_view colour_of(MoverId i) const {
    if (!of_.model().is_group(i)) return entente::colour_of(of_.model(), PartyId(index(i)));
    return (index(i) - of_.model().parties.size()) / 8 % 2 == 0 ? "#111111" : "#888888";
  }
  std::size_t dash_of(MoverId i) const {
    return of_.model().is_group(i) ? index(i) - of_.model().parties.size() : index(i);
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
    const StateId today = of_.analysis.status_quo();
    const bool now = std::find(one.states.begin(), one.states.end(), today) != one.states.end();
    const bool lasts = all_in(of_.analysis.verdicts(Concept::seq).equilibria, one);
    const bool settles = of_.model().agreement && all_in(of_.analysis.settlement().agreement, one);
    const double half = box_width(k) / 2;
    const Point p = at(k);
    const Fill fill = lasts ? Fill::light : Fill::none;
    svg_.open({{"state", number_words(one.states.front())}},
              one.name + (now ? ", today" : ": " + otherwise(of_, one.states.front())) + ". " +
                  (lasts ? "It can last." : "Somebody would leave it."));
    svg_.box(p.x - half, p.y - node_height / 2, 2 * half, node_height, fill, settles ? 0 : 8);
    if (settles) svg_.box(p.x - half + 3, p.y - node_height / 2 + 3, 2 * half - 6, node_height - 6, fill);
    if (now) svg_.line(p.x - half + 6, p.y + 9, p.x + half - 6, p.y + 9, true);
    svg_.text(p.x, p.y + 4.5, name(k), {Svg::Anchor::middle, true, false, text_size});
    svg_.close();
  }

  double legend(double y, double width) {
    for (const MoverId i : of_.model().mover_ids()) {
      const auto own = [&](const Line& one) { return one.mover == i; };
      const bool moves = std::any_of(lines_.begin(), lines_.end(), own);
      const std::size_t members = of_.model().members(i).size();
      y += legend_row;
      if (members <= most_marks) mark(svg_, of_.model(), i, margin + 6, y - 4);
      const double x =
          margin + 6 + from_mark_to_mark * static_cast<double>(members <= most_marks ? members : 0);
      if (moves) svg_.route(fmt::format("M{:.1f} {:.1f}H{:.1f}", x, y - 4, x + 60), dash_of(i), colour_of(i));
      const std::size_t lines =
          svg_.paragraph(x + 68, y, capitalised(of_.voice.name(i)) + (moves ? "" : ": has no move"),
                         width - x - 68 - margin, 6);
      y += line_of(12) * static_cast<double>(lines - 1);
    }
    return y + 10;
  }

  /// The names that were too long for a box.
  double key(double y, double width) {
    for (std::size_t k = 0; k < all_.size(); ++k)
      if (name(k) != all_[k].name) {
        const std::size_t lines =
            svg_.paragraph(margin, y + line_of(12), name(k) + " " + all_[k].name, width - 2 * margin, 6);
        y += line_of(12) * static_cast<double>(lines);
      }
    return y + 6;
  }

  std::string told() const {
    const bool classes =
        std::any_of(all_.begin(), all_.end(), [](const Situation& one) { return one.states.size() > 1; });
    const bool joint = !of_.model().groups.empty();
    return "A line with two heads is a move that can be taken back. A filled head: whoever moves" +
           std::string(joint ? ", each of those who act jointly," : "") +
           " likes it better there; an open one: not so. Underlined: today. " + can_last_words() +
           (of_.model().agreement ? " Double frame: a settlement." : "") +
           (classes ? " What has one name and is several states has a move where one of them has it." : "");
  }

  const Pictured& of_;
  std::vector<Situation> all_;
  std::vector<Line> lines_;
  std::vector<Point> heads_;  // of the arrows so far
  double widest_ = 30;
  Point ring_;  // its two radii
  Point middle_;
  Svg svg_{"integrated"};
};

}  // namespace

Drawing draw_integrated(const Pictured& of) {
  const States& states = of.analysis.states();
  if (states.size() > most_states)
    return nothing_drawn("its " + grouped(states.size()) + " states are more than the " +
                         grouped(most_states) + " that are looked at for one");
  std::vector<Situation> all = situations(of.model(), states, StateSet(states.size(), true));
  if (all.size() > most_situations)
    return nothing_drawn("its situations are more than the " + std::to_string(most_situations) +
                         " that one graph of all moves can show; --picture graph shows those that matter");
  return Integrated(of, std::move(all)).draw();
}

}  // namespace entente
