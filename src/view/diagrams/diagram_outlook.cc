// Where a case in diagrams is heading, where it rests, and in which order its equilibria can come about.
#include "view/diagrams/diagram_outlook.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "path/calendar.h"
#include "path/lasting.h"
#include "view/diagrams/diagram_story.h"

namespace entente {
namespace {

constexpr std::size_t most_left = 64;      // states of a heading whose improvements are listed
constexpr std::size_t most_taken = 4'096;  // of those improvements

int changes_of(const Layout& layout, const WordStep& step) {
  return std::popcount(changed_options(layout, step.from, step.to));
}

bool leaves(const std::vector<WordStep>& moves, Word state) {
  return std::any_of(moves.begin(), moves.end(), [&](const WordStep& m) { return m.from == state; });
}

/// The shortest road through the improvements taken, from a state to one that none leaves; of equals the one
/// of fewer changes, then of lower states. Empty where there is none.
std::vector<WordStep> shortest_road(const Layout& layout, const std::vector<WordStep>& moves, Word start) {
  const auto on_the_way = [&](Word state) { return leaves(moves, state); };
  const auto taken = [&](Word state) {
    std::vector<WordStep> leaving;
    for (const WordStep& m : moves)
      if (m.from == state) leaving.push_back(m);
    std::stable_sort(leaving.begin(), leaving.end(), [&](const WordStep& a, const WordStep& b) {
      return changes_of(layout, a) < changes_of(layout, b);
    });
    return std::optional(std::move(leaving));
  };
  return *way_out<WordStep>(on_the_way, start, taken, SIZE_MAX);
}

}  // namespace

const OutlookSeen& DiagramOutlook::seen(Concept c) {
  const auto [at, fresh] = seen_.try_emplace(slot(c));
  if (fresh) at->second = found(c);
  return at->second;
}

OutlookSeen DiagramOutlook::found(Concept c) {
  OutlookSeen outlook;
  work_.tell("where the dispute is heading");
  head(c, outlook);
  const std::optional<Diagram>& equilibria = stability_.equilibria(c);
  outlook.resting = work_.set(without_moves(outlook));
  if (!equilibria) return outlook;
  if (outlook.heading_decided && !outlook.resting)
    outlook.resting = work_.set(work_.within(0.2, [&] { return diagram_of(outlook.heading) & *equilibria; }));
  work_.tell("in which order its equilibria can come about");
  put_order(*equilibria, outlook);
  return outlook;
}

/// Follows the heading as far as the budget lets it come.
void DiagramOutlook::head(Concept c, OutlookSeen& outlook) {
  Heading heading(work_, work_.ranked(), c, work_.state(work_.status_quo()));
  bool decided = true;
  while (decided && !heading.done()) {
    for (const MoverId i : work_.model().mover_ids())
      decided = work_.within(0.2, [&] { return heading.follow(i), true; }).has_value() && decided;
    decided = work_.within(0.5, [&] { return heading.go_on(), true; }).has_value() && decided;
  }
  outlook.heading = work_.set(heading.reached());
  outlook.heading_decided = decided;
  if (decided)
    outlook.moves = work_.within(0.2, [&] { return listed_moves(heading); }).value_or(std::nullopt);
}

/// By state left, mover and state reached; nothing where they are too many.
std::optional<std::vector<WordStep>> DiagramOutlook::listed_moves(const Heading& heading) {
  const std::vector<Word> states = first(work_.diagrams(), heading.reached(), most_left + 1);
  if (states.size() > most_left) return std::nullopt;
  std::vector<WordStep> moves;
  for (const Word from : states)
    for (const MoverId i : work_.model().mover_ids()) {
      const Diagram to = work_.moves().from(heading.taken(i), from);
      for (const Word word : first(work_.diagrams(), to, most_taken + 1)) moves.push_back({i, from, word});
      if (moves.size() > most_taken) return std::nullopt;
    }
  return moves;
}

/// The states of the heading that no improvement leaves, where those are known: they rest.
std::optional<Diagram> DiagramOutlook::without_moves(const OutlookSeen& outlook) {
  if (!outlook.moves) return std::nullopt;
  return work_.within(0.2, [&] {
    Diagram resting;
    for (const Word state : outlook.heading->first(most_left))
      if (!leaves(*outlook.moves, state)) resting |= work_.state(state);
    return resting;
  });
}

/// The equilibria in order, as far as the budget lets it come.
void DiagramOutlook::put_order(const Diagram& equilibria, OutlookSeen& outlook) {
  Diagram left = equilibria;
  for (std::uint32_t concessions = 0; !left.empty(); ++concessions) {
    const Diagram* reached = layer(concessions);
    if (reached == nullptr) return;
    if (no_further(concessions)) break;
    const auto met = work_.within(0.3, [&] { return left & *reached; });
    const auto others = work_.within(0.5, [&] { return left - *reached; });
    if (!met || !others) return;
    if (!met->empty()) outlook.order.push_back({concessions, work_.set(met)});
    left = *others;
  }
  outlook.order_decided = true;
  outlook.unreachable = work_.engine().count(left);
}

// A spreading that was cut short is thrown away: the next one who asks goes on from the one before.
const Diagram* DiagramOutlook::layer(std::size_t concessions) {
  while (layers_.size() <= concessions && !spread_) {
    auto next = work_.within(0.5, [&]() -> std::pair<Spreading, bool> {
      if (!spreading_) return {Spreading(work_, work_.state(work_.status_quo())), true};
      Spreading further = *spreading_;
      const bool more = further.concede();
      return {further, more};
    });
    if (!next) return nullptr;
    spreading_ = next->first;
    layers_.push_back(next->second ? next->first.last() : Diagram());
    spread_ = !next->second;
  }
  return &layers_[std::min(concessions, layers_.size() - 1)];
}

PriceSeen DiagramOutlook::price(const Set& to) {
  if (!to) return {};
  for (std::uint32_t concessions = 0;; ++concessions) {
    const Diagram* reached = layer(concessions);
    if (reached == nullptr) return {};
    if (no_further(concessions)) return {true, std::nullopt};
    const auto met = work_.within(0.5, [&] { return !(diagram_of(to) & *reached).empty(); });
    if (!met) return {};
    if (*met) return {true, concessions};
  }
}

const RestSeen* DiagramOutlook::rest() {
  if (!rest_) rest_ = found_rest();
  return rest_ ? &*rest_ : nullptr;
}

std::optional<RestSeen> DiagramOutlook::found_rest() {
  const OutlookSeen& outlook = seen(Concept::seq);
  if (!outlook.heading_decided || !outlook.moves) return std::nullopt;
  RestSeen rest{work_.status_quo()};
  rest.road = shortest_road(work_.layout(), *outlook.moves, rest.at);
  if (!rest.road.empty()) rest.at = rest.road.back().to;
  rest.rests = !leaves(*outlook.moves, rest.at);
  for (const MoverId i : work_.model().mover_ids()) {
    auto [departures, others] = diagram_departures(work_, i, rest.at, rest.rests);
    rest.departures.push_back(std::move(departures));
    rest.others.push_back(others);
  }
  return rest;
}

}  // namespace entente
