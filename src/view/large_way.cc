// The best way in a large case: backwards from the target, layer by layer of the concessions and moves that
// are left, and forwards along the layers.
#include <map>

#include "path/calendar.h"
#include "states/rank.h"
#include "view/large_parts.h"

namespace entente {
namespace {

/// What is left of a way, concessions before moves.
using Left = std::pair<std::uint32_t, std::uint32_t>;

class Backwards {
 public:
  Backwards(SymbolicCase& symbolic, const Concessions& concessions, const WaySought& sought)
      : symbolic_(symbolic), moves_(concessions), sought_(sought), met_(sought.to) {}

  /// The best way; nothing where none leads there.
  std::optional<LargeWay> best() {
    if (const auto there = first(diagrams(), sought_.from & sought_.to)) return LargeWay{.start = *there};
    found({0, 0}, sought_.to);
    for (std::uint32_t conceded = 0;; ++conceded) {
      if (const std::optional<Left> cost = willingly(conceded)) return told(*cost);
      if (!concede(conceded)) return std::nullopt;
    }
  }

 private:
  Diagrams& diagrams() const { return symbolic_.diagrams(); }
  auto parties() const { return symbolic_.encoding().model().party_ids(); }

  /// The layers of one number of concessions, by moves; where one has a start, what its way costs.
  std::optional<Left> willingly(std::uint32_t conceded) {
    while (!offered_.empty()) {
      const auto [moves, offer] = *offered_.begin();
      offered_.erase(offered_.begin());
      const Diagram fresh = offer - met_;
      if (fresh.empty()) continue;
      met_ |= fresh;
      found({conceded, moves}, fresh);
      if (!(fresh & sought_.from).empty()) return Left{conceded, moves};
    }
    return std::nullopt;
  }

  /// Notes a layer, and offers what goes into it without a concession.
  void found(Left left, const Diagram& states) {
    const Diagram& open = layers_[left] = states & sought_.open;
    if (open.empty()) return;
    for (const PartyId i : parties()) offered_[left.second + 1] |= moves_.willing(i).before(diagrams(), open);
  }

  /// Offers what goes into the layers of so many concessions by one more.
  bool concede(std::uint32_t conceded) {
    for (auto at = layers_.lower_bound({conceded, 0}); at != layers_.end(); ++at)
      for (const PartyId i : parties())
        offered_[at->first.second + 1] |= moves_.moves(i).before(diagrams(), at->second);
    std::erase_if(offered_, [&](const auto& offer) { return (offer.second - met_).empty(); });
    return !offered_.empty() && !diagrams().spent();
  }

  std::optional<LargeWay> told(Left left) const {
    const Diagram starts = met_ & sought_.from;
    const std::optional<Word> start = first(diagrams(), starts);
    if (!start) return std::nullopt;  // the budget ran out
    LargeWay way{.start = *start, .concessions = left.first};
    for (Word at = *start; left != Left{0, 0};) {
      const std::optional<LargeStep> step = next(at, left);
      if (!step) return std::nullopt;
      way.steps.push_back(*step);
      at = step->move.to;
    }
    return way;
  }

  /// The first party's smallest step that takes one move off what is left, and a concession where it must.
  std::optional<LargeStep> next(Word at, Left& left) const {
    for (const bool conceding : {false, true}) {
      const auto layer = layers_.find({left.first - (conceding ? 1 : 0), left.second - 1});
      if (layer == layers_.end()) continue;
      for (const PartyId i : parties()) {
        const Pairs pairs = conceding ? moves_.moves(i) : moves_.willing(i);
        const auto to = first(diagrams(), moves_.from(pairs, at) & layer->second);
        if (!to) continue;
        left = layer->first;
        return LargeStep{{i, at, *to}, conceding ? StepKind::concession : kind(i, at, *to)};
      }
    }
    return std::nullopt;
  }

  StepKind kind(PartyId i, Word from, Word to) const {
    const Model& model = symbolic_.encoding().model();
    const int sign = compare(model, i, symbolic_.encoding().layout(), from, to, model.day());
    return sign < 0 ? StepKind::improvement : StepKind::neutral;
  }

  SymbolicCase& symbolic_;
  const Concessions& moves_;
  const WaySought& sought_;
  Diagram met_;
  std::map<Left, Diagram> layers_;
  std::map<std::uint32_t, Diagram> offered_;  // of the present number of concessions, by moves
};

void date(const Model& model, const Layout& layout, LargeWay& way) {
  way.done = model.day();
  if (!way.done) return;
  Calendar calendar(model, layout);
  for (LargeStep& step : way.steps)
    way.done = step.done = calendar.done(*way.done, changed_options(layout, step.move.from, step.move.to));
}

/// Where no consenting party is below a state.
Diagram safe_from(SymbolicCase& symbolic, Word at) {
  Diagram safe = symbolic.engine().all();
  for (const PartyId i : symbolic.encoding().model().consenting())
    safe -= less(symbolic.engine().rank(i), rank_at(symbolic, i, at));
  return safe;
}

}  // namespace

std::optional<LargeWay> best_way(SymbolicCase& symbolic, const Concessions& moves, const WaySought& sought) {
  std::optional<LargeWay> way = Backwards(symbolic, moves, sought).best();
  if (way) date(symbolic.encoding().model(), symbolic.encoding().layout(), *way);
  return way;
}

WayFound LargeAnalysis::way(const WayAsked& asked) const {
  const std::optional<Diagram> to =
      asked.state ? std::optional(only(parts_->diagrams(), *asked.state)) : parts_->chosen(asked.to);
  const std::optional<Diagram> from = asked.from ? parts_->chosen({.only = {}, .where = asked.from})
                                                 : std::optional(only(parts_->diagrams(), status_quo()));
  if (!to || !from) return {};
  parts_->tell("paths");
  const auto found = parts_->within(0.5, [&] {
    const Diagram open = asked.safe ? safe_from(*parts_->symbolic, status_quo()) : parts_->engine().all();
    return best_way(*parts_->symbolic, *parts_->moves, {*from, *to, open});
  });
  return {found.has_value(), found.value_or(std::nullopt)};
}

WayFound LargeAnalysis::way_to_recommended() const {
  const std::optional<Diagram>& to = parts_->recommended_first();
  if (!to) return {};
  parts_->tell("paths");
  const auto found = parts_->within(0.5, [&] {
    const Diagram now = only(parts_->diagrams(), status_quo());
    return best_way(*parts_->symbolic, *parts_->moves, {now, *to, parts_->engine().all()});
  });
  return {found.has_value(), found.value_or(std::nullopt)};
}

}  // namespace entente
