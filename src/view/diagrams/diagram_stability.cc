// Where movers are stable, as diagrams found within a budget. Concepts whose answers may be any moves are
// quick; from them come the bounds of those whose answers must be improvements.
#include "view/diagrams/diagram_stability.h"

#include <algorithm>

#include "view/diagrams/diagram_story.h"

namespace entente {
namespace {

Verdict told_verdict(bool stable) {
  return stable ? Verdict::stable : Verdict::unstable;
}

}  // namespace

const std::optional<Diagram>& DiagramStability::stable(Concept c, MoverId i) {
  if (answer_steps(c) == Steps::improving) settle_bounds();
  const auto [it, fresh] = stable_.try_emplace({slot(c), index(i)});
  if (!fresh) return it->second;
  work_.tell("the stability of " + work_.model().name(i) + " under " + std::string(id(c)));
  return it->second = work_.within(answer_steps(c) == Steps::improving ? share_of_improving() : 0.5,
                                   [&] { return entente::stable(work_.engine(), i, c); });
}

/// What is quick comes before what may take all the time.
void DiagramStability::settle_bounds() {
  for (const Concept c : concepts)
    if (answer_steps(c) != Steps::improving) equilibria(c);
}

/// The sets of answers that help their mover share most of the time that is left.
double DiagramStability::share_of_improving() const {
  std::size_t left = 1;
  for (const Concept c : concepts)
    if (answer_steps(c) == Steps::improving)
      for (const MoverId i : work_.model().mover_ids()) left += stable_.contains({slot(c), index(i)}) ? 0 : 1;
  return 0.8 / static_cast<double>(left);
}

const std::optional<Diagram>& DiagramStability::equilibria(Concept c) {
  const auto [it, fresh] = equilibria_.try_emplace(slot(c));
  if (!fresh) return it->second;
  std::vector<Diagram> all;
  for (const MoverId i : work_.model().mover_ids()) {
    const std::optional<Diagram>& one = stable(c, i);
    if (!one) return it->second;
    all.push_back(*one);
  }
  work_.tell("what is stable for all parties under " + std::string(id(c)));
  return it->second = work_.within(0.5, [&] { return conjunction(std::move(all)); });
}

/// The smallest diagrams first.
Diagram DiagramStability::conjunction(std::vector<Diagram> all) const {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  for (std::size_t k = 0; k < all.size(); ++k) order.emplace_back(work_.diagrams().size(all[k]), k);
  std::sort(order.begin(), order.end());
  Diagram both = work_.engine().all();
  for (const auto& [size, k] : order) both &= all[k];
  return both;
}

/// A set is no smaller than that of a concept that implies it, and no larger than that of one that it
/// implies. `known`: the set of a concept, or nothing.
template <class Known>
Tally DiagramStability::bounds(Concept c, const Known& known) {
  Tally tally{0, work_.engine().count(work_.engine().all())};
  for (const Concept quick : concepts) {
    if (answer_steps(quick) == Steps::improving || !(implies(quick, c) || implies(c, quick))) continue;
    const std::optional<Diagram>& set = known(quick);
    if (!set) continue;
    const Count count = work_.engine().count(*set);
    if (implies(quick, c)) tally.least = std::max(tally.least, count);
    if (implies(c, quick)) tally.most = std::min(tally.most, count);
  }
  return tally;
}

Tally DiagramStability::stable_tally(Concept c, MoverId i) {
  if (const std::optional<Diagram>& set = stable(c, i)) {
    const Count exact = work_.engine().count(*set);
    return {exact, exact};
  }
  return bounds(
      c, [&](Concept quick) -> const auto& { return stable(quick, i); });
}

Tally DiagramStability::equilibria_tally(Concept c) {
  if (const std::optional<Diagram>& set = equilibria(c)) {
    const Count exact = work_.engine().count(*set);
    return {exact, exact};
  }
  return bounds(
      c, [&](Concept quick) -> const auto& { return equilibria(quick); });
}

Verdict DiagramStability::by_bounds(Concept c, MoverId i, Word at) {
  for (const Concept quick : concepts) {
    if (answer_steps(quick) == Steps::improving || !(implies(quick, c) || implies(c, quick))) continue;
    const std::optional<Diagram>& set = stable(quick, i);
    if (!set) continue;
    const bool is = contains(work_.diagrams(), *set, at);
    if (is ? implies(quick, c) : implies(c, quick)) return told_verdict(is);
  }
  return Verdict::undecided;
}

Verdict DiagramStability::by_sets(Concept c, MoverId i, Word at) {
  const Verdict bounded = by_bounds(c, i, at);
  if (bounded != Verdict::undecided) return bounded;
  const std::optional<Diagram>& exact = stable(c, i);
  return exact ? told_verdict(contains(work_.diagrams(), *exact, at)) : Verdict::undecided;
}

// The bounds decide most; then the state alone is looked at, and the set of all only as the last resort.
Verdict DiagramStability::verdict(Concept c, MoverId i, Word at) {
  const Verdict bounded = by_bounds(c, i, at);
  if (bounded != Verdict::undecided) return bounded;
  if (answer_steps(c) == Steps::improving) {
    const auto found = work_.within(0.2, [&] { return Departing(work_.engine(), c, i, at).stable(); });
    if (found && *found) return told_verdict(**found);
  }
  return by_sets(c, i, at);
}

}  // namespace entente
