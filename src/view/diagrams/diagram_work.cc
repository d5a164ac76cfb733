// A case in decision diagrams, how a budget is spent on it, and its sets.
#include "view/diagrams/diagram_work.h"

#include <cassert>

#include "engine/symbolic/set_patterns.h"

namespace entente {
namespace {

class DiagramSituations final : public Situations {
 public:
  DiagramSituations(DiagramWork& work, Diagram states) : work_(work), states_(std::move(states)) {}

  const Diagram& states() const { return states_; }
  Count count() const override {
    if (!count_) count_ = work_.engine().count(states_);
    return *count_;
  }
  bool contains(Word word) const override { return entente::contains(work_.diagrams(), states_, word); }
  std::vector<Word> first(std::size_t most) const override {
    return entente::first(work_.diagrams(), states_, most);
  }
  std::optional<ShownPatterns> patterns(std::size_t most) const override {
    return work_.within(0.2, [&] { return found_patterns(most); });
  }

 private:
  ShownPatterns found_patterns(std::size_t most) const {
    SetPatterns found = set_patterns(work_.encoding(), states_, most);
    ShownPatterns shown;
    Count covered = 0;
    for (SetPattern& p : found.patterns) {
      covered += p.count;
      shown.few.push_back({std::move(p.values), std::move(p.free), p.count});
    }
    if (found.left.empty()) shown.all = shown.few.size();
    shown.overlapping = covered > count() - work_.engine().count(found.left);
    return shown;
  }

  DiagramWork& work_;
  Diagram states_;
  mutable std::optional<Count> count_;
};

}  // namespace

Outcome<std::unique_ptr<DiagramWork>> DiagramWork::open(const Model& model, const WorkBudget& budget) {
  const auto end = Clock::now() +
                   std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(budget.seconds));
  const std::uint64_t nodes = budget.nodes.value_or(Diagrams::nodes_for(budget.bytes));
  auto opened = SymbolicCase::open(
      model, nodes,
      {std::chrono::duration_cast<std::chrono::nanoseconds>(end - Clock::now()), budget.cancelled});
  if (!opened) return Spent::waiting;  // for this thread itself, which would never end
  if (const Spent* out_of = std::get_if<Spent>(&*opened)) return *out_of;
  return std::unique_ptr<DiagramWork>(
      new DiagramWork(model, budget, end, std::get<std::unique_ptr<SymbolicCase>>(*std::move(opened))));
}

DiagramWork::DiagramWork(const Model& model, WorkBudget budget, Clock::time_point end,
                         std::unique_ptr<SymbolicCase> symbolic)
    : model_(model),
      budget_(std::move(budget)),
      end_(end),
      symbolic_(std::move(symbolic)),
      moves_(symbolic_->engine()) {}

bool DiagramWork::ended() {
  const bool ended = cancelled() || Clock::now() >= end_;
  ran_out_ = ran_out_ || ended;
  return ended;
}

Undecided DiagramWork::undecided() const {
  if (!ran_out_) return Undecided::nothing;
  return cancelled() ? Undecided::since_asked_to_stop : Undecided::for_want_of_budget;
}

Set DiagramWork::set(std::optional<Diagram> states) {
  return states ? std::make_shared<DiagramSituations>(*this, *std::move(states)) : nullptr;
}

const Diagram& diagram_of(const Set& set) {
  assert(dynamic_cast<const DiagramSituations*>(set.get()) != nullptr && "a set of the same view");
  return static_cast<const DiagramSituations&>(*set).states();
}

}  // namespace entente
