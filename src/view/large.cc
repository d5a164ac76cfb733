// A case whose states are too many to list, looked at through decision diagrams within a budget.
#include "view/large.h"

#include "view/large_parts.h"

namespace entente {
Outcome<std::unique_ptr<LargeAnalysis>> LargeAnalysis::open(const Model& model, const WorkBudget& budget) {
  using Clock = Parts::Clock;
  const auto end = Clock::now() +
                   std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(budget.seconds));
  const std::uint64_t nodes = budget.nodes.value_or(Diagrams::nodes_for(budget.bytes));
  auto parts = std::make_unique<Parts>(Parts{model, budget, end, nullptr});
  auto opened = SymbolicCase::open(
      model, nodes,
      {std::chrono::duration_cast<std::chrono::nanoseconds>(end - Clock::now()), budget.cancelled});
  if (!opened) return Spent::waiting;  // for this thread itself, which would never end
  if (const Spent* out_of = std::get_if<Spent>(&*opened)) return *out_of;
  parts->symbolic = std::move(std::get<std::unique_ptr<SymbolicCase>>(*opened));
  parts->moves.emplace(parts->engine());
  return std::unique_ptr<LargeAnalysis>(new LargeAnalysis(std::move(parts)));
}

LargeAnalysis::LargeAnalysis(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
LargeAnalysis::~LargeAnalysis() = default;

const Model& LargeAnalysis::model() const {
  return parts_->model;
}
const Layout& LargeAnalysis::layout() const {
  return parts_->symbolic->encoding().layout();
}
Word LargeAnalysis::status_quo() const {
  return entente::status_quo(model(), layout());
}
bool LargeAnalysis::cancelled() const {
  return parts_->cancelled();
}
bool LargeAnalysis::ran_out() const {
  return parts_->ran_out;
}

Count LargeAnalysis::situations() const {
  return parts_->engine().count(parts_->engine().all());
}

Tally LargeAnalysis::stable(Concept c, PartyId i) const {
  const auto counted = [&](Concept bound, Count otherwise) {
    const std::optional<Diagram>& set = parts_->stable_set(bound, i);
    return set ? parts_->engine().count(*set) : otherwise;
  };
  if (const std::optional<Diagram>& set = parts_->stable_set(c, i)) {
    const Count exact = parts_->engine().count(*set);
    return {exact, exact};
  }
  return {counted(strictest, 0), counted(by_any_moves(c), situations())};
}

Tally LargeAnalysis::equilibria(Concept c) const {
  if (const std::optional<Diagram>& set = parts_->equilibrium_set(c)) {
    const Count exact = parts_->engine().count(*set);
    return {exact, exact};
  }
  const std::optional<Diagram>& below = parts_->equilibrium_set(strictest);
  const std::optional<Diagram>& above = parts_->equilibrium_set(by_any_moves(c));
  return {below ? parts_->engine().count(*below) : 0, above ? parts_->engine().count(*above) : situations()};
}

// Nash and the bound above decide most; then the state alone is looked at, and the set of all only as the
// last resort.
Verdict LargeAnalysis::verdict(Concept c, PartyId i, Word at) const {
  const auto told = [](bool stable) { return stable ? Verdict::stable : Verdict::unstable; };
  const auto among = [&](Concept bound) -> std::optional<bool> {
    const std::optional<Diagram>& set = parts_->stable_set(bound, i);
    return set ? std::optional(contains(parts_->diagrams(), *set, at)) : std::nullopt;
  };
  if (among(strictest) == true) return Verdict::stable;
  if (among(by_any_moves(c)) == false) return Verdict::unstable;
  if (Parts::helping(c))
    if (const std::optional<Departed> found = departed(c, i, at)) return told(!found->undeterred);
  const std::optional<bool> exact = among(c);
  return exact ? told(*exact) : Verdict::undecided;
}

std::optional<LargeAnalysis::Departed> LargeAnalysis::departed(Concept c, PartyId i, Word at) const {
  return parts_->within(0.2, [&] { return departed_at(*parts_->symbolic, c, i, at); }).value_or(std::nullopt);
}

std::optional<std::vector<PatternOfMany>> LargeAnalysis::patterns(const Selection& selection,
                                                                  std::size_t most) const {
  const std::optional<Diagram> set = parts_->chosen(selection);
  if (!set) return std::nullopt;
  return parts_->within(0.3, [&] { return patterns_of(*parts_->symbolic, *set, most); });
}

std::optional<Count> LargeAnalysis::count(const Selection& selection) const {
  const std::optional<Diagram> set = parts_->chosen(selection);
  return set ? std::optional(parts_->engine().count(*set)) : std::nullopt;
}

std::optional<std::vector<Word>> LargeAnalysis::first(const Selection& selection, std::size_t most) const {
  const std::optional<Diagram> set = parts_->chosen(selection);
  return set ? std::optional(entente::first(parts_->diagrams(), *set, most)) : std::nullopt;
}

}  // namespace entente
