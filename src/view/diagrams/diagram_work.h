// A case in decision diagrams, and how a budget is spent on it: what the files of the diagrams' view share.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "engine/symbolic/concession.h"
#include "engine/symbolic/symbolic.h"
#include "view/stages.h"
#include "view/view.h"

namespace entente {

/// What may be spent on a case that is looked at in diagrams.
struct WorkBudget {
  double seconds = 60;
  std::uint64_t bytes = std::uint64_t{2} << 30;
  std::optional<std::uint64_t> nodes;  // of diagrams; else as many as the bytes hold
  const std::atomic<bool>* cancelled = nullptr;
  Stages stages = {};
};

/// How the parties of a case rank its states, and what their moves are for them.
struct Ranked {
  const Symbolic& engine;
  const Concessions& moves;
};

class DiagramWork {
 public:
  /// What ran out where not even the diagrams of the ranks fit into the budget, in which the wait for the
  /// diagrams of other threads counts. The model must outlive it.
  static Outcome<std::unique_ptr<DiagramWork>> open(const Model& model, const WorkBudget& budget);
  DiagramWork(const DiagramWork&) = delete;  // moves_ refers to it
  DiagramWork& operator=(const DiagramWork&) = delete;

  const Model& model() const { return model_; }
  const Encoding& encoding() const { return symbolic_->encoding(); }
  const Layout& layout() const { return encoding().layout(); }
  const Symbolic& engine() const { return symbolic_->engine(); }
  Diagrams& diagrams() const { return symbolic_->diagrams(); }
  const Concessions& moves() const { return moves_; }
  Ranked ranked() const { return {engine(), moves()}; }
  Word status_quo() const { return entente::status_quo(model_, layout()); }
  /// The states that are one word, or none where it is not feasible.
  Diagram state(Word word) const { return engine().all() & entente::only(diagrams(), word); }

  /// Runs one piece of work within a share of what is left of the time; nothing where that runs out. What is
  /// kept for later must be kept outside of it.
  template <class F>
  auto within(double share, F work) -> std::optional<std::invoke_result_t<F>> {
    if (ended()) return std::nullopt;
    const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>((end_ - Clock::now()) * share);
    auto done = diagrams().within({left, budget_.cancelled}, work);
    if (auto* result = std::get_if<0>(&done)) return std::move(*result);
    return ran_out_ = true, std::nullopt;
  }
  /// Whether no time is left, or it was asked to stop; something is then left out of an answer.
  bool ended();
  Undecided undecided() const;
  void tell(const std::string& stage) const {
    if (budget_.stages) budget_.stages(stage);
  }

  /// It must outlive the set; null for nothing.
  Set set(std::optional<Diagram> states);

 private:
  using Clock = std::chrono::steady_clock;
  DiagramWork(const Model& model, WorkBudget budget, Clock::time_point end,
              std::unique_ptr<SymbolicCase> symbolic);
  bool cancelled() const { return budget_.cancelled != nullptr && budget_.cancelled->load(); }

  const Model& model_;
  WorkBudget budget_;
  Clock::time_point end_;
  std::unique_ptr<SymbolicCase> symbolic_;
  Concessions moves_;
  bool ran_out_ = false;
};

/// The diagram of a set that the work made.
const Diagram& diagram_of(const Set& set);

}  // namespace entente
