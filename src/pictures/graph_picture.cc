// The moves around what matters, never all of them: where the dispute is heading, what each party would
// rather do there and what answers it, and the way to a settlement. Columns by fewest concessions from today;
// each thread in a lane.
#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <tuple>

#include "pictures/drawers.h"
#include "view/state_ids.h"
#include "words/english.h"
#include "words/history_words.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr double margin = 16;
constexpr double page_width = 720;  // so that it can be read on A4, where the columns are not too many
constexpr double narrowest = 112;   // a node
constexpr double widest = 170;
constexpr double gap = 24;
constexpr double head = 34;
constexpr double legend_height = 48;
constexpr double small = 11;
constexpr std::size_t most_lines = 24;

struct Node {
  StateId state = 0;
  std::uint32_t concessions = 0;
  std::size_t depth = 0;
  std::size_t lane = 0;
  std::string name;
  std::optional<MoverId> who;  // who comes here
  std::string mover;           // that, and what it is for it
  std::string words;
  std::string answer;  // that deters who is tempted to come here
  std::size_t column = 0;
};

struct Edge {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string words;
  Stroke stroke = Stroke::plain;
};

class Graph {
 public:
  explicit Graph(const Pictured& of) : of_(of) {
    Node first;
    first.state = of.analysis.status_quo();
    first.name = "Today";
    nodes_.push_back(first);
    road();
    temptations();
    way();
    place();
  }

  Drawing draw() {
    bands();
    for (const Edge& e : edges_) edge(e);
    for (const Node& n : nodes_) node(n);
    legend();
    return {std::move(svg_), std::max(x(columns_) - gap + margin, page_width - 40), bottom_ + legend_height,
            "The moves between the situations that matter", told()};
  }

 private:
  std::optional<std::size_t> find(StateId s) const {
    for (std::size_t k = 0; k < nodes_.size(); ++k)
      if (nodes_[k].state == s) return k;
    return std::nullopt;
  }

  /// Moves on from a node, to one that is there or to a new one in a lane.
  std::size_t go(std::size_t from, MoverId mover, StateId to, const std::string& words, Stroke stroke,
                 std::size_t lane) {
    std::optional<std::size_t> at = find(to);
    if (!at) {
      Node n;
      n.state = to;
      n.concessions = std::max(nodes_[from].concessions, cost(to));
      n.depth = nodes_[from].depth + 1;
      n.lane = lane;
      n.who = mover;
      n.mover = words;
      n.words = capitalised(moved(of_, mover, nodes_[from].state, to));
      nodes_.push_back(n);
      at = nodes_.size() - 1;
    }
    const auto same = [&](const Edge& e) { return e.from == from && e.to == *at; };
    if (*at != from && std::none_of(edges_.begin(), edges_.end(), same))
      edges_.push_back({from, *at, words, stroke});
    return *at;
  }

  std::uint32_t cost(StateId s) const {
    const std::uint32_t c = of_.analysis.concessions()[s];
    return c == unreachable ? 0 : c;
  }

  void road() {
    std::size_t at = 0;
    for (const Improvement& step : of_.brief.road)
      at = go(at, step.mover, step.to, capitalised(kind_words(of_.voice, step.mover, StepKind::improvement)),
              Stroke::strong, 0);
    if (of_.brief.rests)
      nodes_[at].name += (nodes_[at].name.empty() ? "" : ", ") + std::string("where it rests");
    rest_ = at;
  }

  /// What each would rather do where it rests, and the answer that stops it.
  void temptations() {
    for (const std::vector<Departure>& all : of_.brief.departures) {
      const std::vector<Departure> lean = simplest(of_.analysis, all);
      if (lean.empty() || !lean.front().answer) continue;
      const Departure& d = lean.front();
      ++lanes_;
      const std::string words =
          of_.voice.name(d.mover) + " " + of_.voice.verb(d.mover, "is", "are") + " tempted";
      Node& there = nodes_[go(rest_, d.mover, d.to, capitalised(words), Stroke::dashed, lanes_)];
      for (const AnswerStep& step : *d.answer)
        there.answer +=
            (there.answer.empty() ? "But then " : "; ") + moved(of_, step.mover, step.from, step.to);
    }
  }

  void way() {
    if (!of_.brief.way || !of_.brief.way->path) return;
    ++lanes_;
    std::size_t at = 0;
    for (const Step& step : of_.brief.way->path->steps)
      at = go(at, step.mover, step.to, capitalised(kinds_words(of_.voice, step.mover, step.kinds)),
              step.kind() == StepKind::concession ? Stroke::dashed : Stroke::plain, lanes_);
    if (at != 0) nodes_[at].name += (nodes_[at].name.empty() ? "" : ", ") + std::string("the settlement");
  }

  void place() {
    std::map<std::pair<std::uint32_t, std::size_t>, std::size_t> columns;
    for (const Node& n : nodes_) columns[{n.concessions, n.depth}] = 0;
    for (auto& [key, column] : columns) column = columns_++;
    for (Node& n : nodes_) n.column = columns[{n.concessions, n.depth}];
    const double room = page_width - 2 * margin + gap;
    width_ = std::clamp(room / static_cast<double>(columns_) - gap, narrowest, widest);
    top_.assign(lanes_ + 2, margin + head);
    for (std::size_t lane = 0; lane <= lanes_; ++lane) {
      double height = 0;
      for (const Node& n : nodes_)
        if (n.lane == lane) height = std::max(height, node_height(n));
      top_[lane + 1] = top_[lane] + height + (height > 0 ? 28 : 0);
    }
    bottom_ = top_[lanes_ + 1];
  }

  double inner() const { return width_ - 14; }
  /// The texts of a node, from above.
  struct Written {
    std::string words;
    Lettering how;
  };
  static std::vector<Written> texts(const Node& n) {
    return {{capitalised(n.name), {Svg::Anchor::start, true, false, small}},
            {n.mover, {Svg::Anchor::start, false, true, small}},
            {n.words, {Svg::Anchor::start, false, false, small}},
            {n.answer, {Svg::Anchor::start, false, true, small}}};
  }
  double node_height(const Node& n) const {
    std::size_t lines = 0;
    for (const Written& w : texts(n))
      lines += lines_of(w.words, inner(), most_lines, w.how.size, w.how.bold).size();
    return line_of(small) * static_cast<double>(std::max<std::size_t>(lines, 1)) + 12;
  }

  double x(std::size_t column) const { return margin + static_cast<double>(column) * (width_ + gap); }
  double middle(const Node& n) const { return top_[n.lane] + 16; }

  /// A heading over the columns of each number of concessions.
  void bands() {
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> bands;
    for (const Node& n : nodes_) {
      auto [it, is_new] = bands.try_emplace(n.concessions, n.column, n.column);
      it->second = {std::min(it->second.first, n.column), std::max(it->second.second, n.column)};
    }
    for (const auto& [concessions, columns] : bands) {
      const double left = x(columns.first);
      const double right = x(columns.second) + width_;
      const std::string words =
          capitalised(concessions == 0 ? "no concession" : counted(concessions, "concession"));
      Lettering how{Svg::Anchor::start, true, true};
      if (width_of(words, how.size, how.bold) > right - left) how.size = small;
      svg_.paragraph(left, margin + 10, words, right - left, 1, how);
      svg_.line(left, margin + 18, right, margin + 18, true);
    }
  }

  /// Out of the node, down or up to the lane of the other, and along it.
  void edge(const Edge& e) {
    const Node& from = nodes_[e.from];
    const Node& to = nodes_[e.to];
    const double x1 = x(from.column) + width_;
    const double y1 = middle(from);
    const double x2 = x(to.column);
    const double y2 = middle(to);
    svg_.open({}, e.words);
    if (std::abs(y2 - y1) > 1)
      svg_.path(fmt::format("M{:.1f} {:.1f}H{:.1f}V{:.1f}", x1, y1, x1 + 10, y2), e.stroke);
    svg_.arrow(std::abs(y2 - y1) > 1 ? x1 + 10 : x1, y2, x2 - 1, y2, e.stroke);
    svg_.close();
  }

  void node(const Node& n) {
    const bool equilibrium = of_.analysis.verdicts(Concept::seq).equilibria.contains(n.state);
    const bool settlement = of_.analysis.settlement().agreement.contains(n.state);
    const double left = x(n.column);
    const double y = top_[n.lane];
    const std::string title = capitalised(n.name);
    svg_.open({{"state", number_words(n.state)}},
              (title.empty() ? "" : title + ". ") +
                  (n.words.empty() ? "" : n.mover + ": " + sentence(n.words) + " ") +
                  (n.answer.empty() ? "" : sentence(n.answer) + " ") +
                  "Against today: " + otherwise(of_, n.state) + ". " +
                  (equilibrium ? "It can last." : "Somebody would leave it."));
    svg_.box(left, y, width_, node_height(n), equilibrium ? Fill::light : Fill::none, settlement ? 0 : 8);
    if (settlement)
      svg_.box(left + 3, y + 3, width_ - 6, node_height(n) - 6, equilibrium ? Fill::light : Fill::none);
    if (n.who) {
      const auto members = static_cast<double>(of_.model().members(*n.who).size());
      mark(svg_, of_.model(), *n.who, left + width_ - 4 - from_mark_to_mark * (members - 1), y);
    }
    double at = y + 16;
    for (const Written& w : texts(n))
      at += line_of(small) *
            static_cast<double>(svg_.paragraph(left + 7, at, w.words, inner(), most_lines, w.how));
    svg_.close();
  }

  /// How arrows and boxes are read, on two lines.
  void legend() {
    const Lettering how{Svg::Anchor::start, false, false, small};
    double at = margin;
    const double y = bottom_ + 14;
    const auto arrow = [&](Stroke stroke, const char* words) {
      svg_.arrow(at, y - 4, at + 28, y - 4, stroke);
      svg_.text(at + 34, y, words, how);
      at += 34 + width_of(words, small) + 18;
    };
    arrow(Stroke::strong, "where it is heading");
    arrow(Stroke::plain, "to the settlement, no concession");
    arrow(Stroke::dashed, "a concession, or a gain that is answered");
    svg_.paragraph(margin, y + 20, left_out(), page_width - 40 - 2 * margin, 3, how);
  }

  std::string left_out() const {
    const States& states = of_.analysis.states();
    StateSet drawn(states.size());
    for (const Node& n : nodes_) drawn.insert(n.state);
    const Count others = situations_once(of_.view) - counted_once(of_.view, of_.view.set(drawn));
    const Set resting = of_.view.outlook(Concept::seq).resting;
    const Count rests = resting ? counted_once(of_.view, resting) : 1;
    return (rests > 1 ? "It could come to rest in " + in_words(rests) +
                            " situations, of which the nearest is drawn so. "
                      : "") +
           "Left out: " + counted(others, "other situation") + ".";
  }

  std::string told() const {
    return "Columns by the fewest concessions from today. " + can_last_words() +
           " Double frame: a settlement.";
  }

  const Pictured& of_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<double> top_;  // of each lane
  std::size_t lanes_ = 0;
  std::size_t columns_ = 0;
  std::size_t rest_ = 0;
  double bottom_ = 0;
  double width_ = widest;  // of a node
  Svg svg_{"graph"};
};

}  // namespace

Drawing draw_graph(const Pictured& of) {
  if (of.brief.road.empty() && !of.brief.way) return nothing_drawn("nothing leads away from today");
  return Graph(of).draw();
}

}  // namespace entente
