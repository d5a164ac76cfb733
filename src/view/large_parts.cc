// What a large case's analysis keeps, and how it spends its budget.
#include "view/large_parts.h"

#include <algorithm>

namespace entente {
namespace {}  // namespace

const std::optional<Diagram>& LargeAnalysis::Parts::stable_set(Concept c, PartyId i) {
  if (helping(c)) settle_bounds();
  const auto [it, fresh] = stable.try_emplace({slot(c), index(i)});
  if (!fresh) return it->second;
  tell("the stability of " + model[i].name + " under " + std::string(id(c)));
  return it->second =
             within(helping(c) ? share_of_helping() : 0.5, [&] { return entente::stable(engine(), i, c); });
}

/// What is quick comes before what may take all the time.
void LargeAnalysis::Parts::settle_bounds() {
  for (const Concept c : concepts)
    if (!helping(c)) equilibrium_set(c);
}

/// The sets of answers that help their mover share most of the time that is left.
double LargeAnalysis::Parts::share_of_helping() const {
  std::size_t left = 2 * model.parties.size() + 1;
  for (const auto& [key, set] : stable) left -= helping(concepts[key.first]) ? 1 : 0;
  return 0.8 / static_cast<double>(std::max<std::size_t>(left, 1));
}

const std::optional<Diagram>& LargeAnalysis::Parts::equilibrium_set(Concept c) {
  const auto [it, fresh] = equilibria.try_emplace(slot(c));
  if (!fresh) return it->second;
  std::vector<Diagram> all;
  for (const PartyId i : model.party_ids()) {
    const std::optional<Diagram>& one = stable_set(c, i);
    if (!one) return it->second;
    all.push_back(*one);
  }
  tell("what is stable for all parties under " + std::string(id(c)));
  return it->second = within(0.5, [&] { return together(std::move(all)); });
}

/// The conjunction, the smallest diagrams first.
Diagram LargeAnalysis::Parts::together(std::vector<Diagram> all) const {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  for (std::size_t k = 0; k < all.size(); ++k) order.emplace_back(diagrams().size(all[k]), k);
  std::sort(order.begin(), order.end());
  Diagram both = engine().all();
  for (const auto& [size, k] : order) both &= all[k];
  return both;
}

/// Nothing where the budget ran out.
const Bargain* LargeAnalysis::Parts::bargain() {
  if (!bargained) tell("the settlements");
  if (!bargained) bargained = within(0.5, [&] { return entente::bargain(engine()); });
  return bargained ? &*bargained : nullptr;
}

/// Empty where the zone is not.
const Gap* LargeAnalysis::Parts::gap() {
  const Bargain* b = bargain();
  if (b == nullptr) return nullptr;
  if (!opened && !b->zone.empty()) opened = Gap();
  if (!opened) opened = within(0.5, [&] { return entente::gap(*b, diagrams()); });
  return opened ? &*opened : nullptr;
}

std::optional<Diagram> LargeAnalysis::Parts::chosen(const Selection& selection) {
  Diagram set = engine().all();
  if (selection.only) {
    const std::optional<Diagram>& only = equilibrium_set(*selection.only);
    if (!only) return std::nullopt;
    set = *only;
  }
  if (!selection.where) return set;
  return within(0.5, [&] { return set & symbolic->encoding().where(*selection.where); });
}

}  // namespace entente
