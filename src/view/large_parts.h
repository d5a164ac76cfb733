// What a large case's analysis keeps, and how it spends its budget.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/symbolic/tally.h"
#include "view/large_questions.h"

namespace entente {

struct LargeAnalysis::Parts {
  using Clock = std::chrono::steady_clock;

  const Model& model;
  WorkBudget budget;
  Clock::time_point end;
  std::unique_ptr<SymbolicCase> symbolic;
  std::optional<Concessions> moves = {};
  std::optional<Bargain> bargained = {};
  std::optional<Gap> opened = {};
  std::optional<std::optional<Diagram>> first = {};  // what is recommended first
  std::map<std::size_t, std::optional<std::vector<std::vector<bool>>>> classes = {};  // by party
  std::map<std::pair<std::size_t, std::size_t>, std::optional<Diagram>> stable = {};  // by concept and party
  std::map<std::size_t, std::optional<Diagram>> equilibria = {};
  bool ran_out = false;

  const Symbolic& engine() const { return symbolic->engine(); }
  Diagrams& diagrams() const { return symbolic->diagrams(); }

  /// Runs one piece of work within a share of what is left of the time; nothing where that runs out.
  template <class F>
  auto within(double share, F work) -> std::optional<std::invoke_result_t<F>> {
    const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>((end - Clock::now()) * share);
    if (left.count() <= 0 || cancelled()) return ran_out = true, std::nullopt;
    auto done = diagrams().within({left, budget.cancelled}, work);
    if (auto* result = std::get_if<0>(&done)) return std::move(*result);
    return ran_out = true, std::nullopt;
  }

  void tell(const std::string& stage) const {
    if (budget.stages) budget.stages(stage);
  }

  bool cancelled() const { return budget.cancelled != nullptr && budget.cancelled->load(); }

  /// Each kept once it is known; nothing where the budget ran out.
  const std::optional<Diagram>& stable_set(Concept c, PartyId i);
  const std::optional<Diagram>& equilibrium_set(Concept c);
  const Bargain* bargain();
  const Gap* gap();
  /// Of settlements under a set of waivers those that hold (holding.h); what is recommended among some.
  std::optional<Diagram> holding(const Diagram& settlements, const Waivers& waived);
  std::optional<Diagram> fallback(const Diagram& settlements);
  const std::optional<Diagram>& recommended_first();
  std::optional<SetFacts> facts(const Diagram& set, const Shown& shown) {
    return within(0.2, [&] { return facts_of(*symbolic, set, shown); });
  }
  std::optional<Diagram> chosen(const Selection& selection);
  /// Of an outlook (large_outlook.cc).
  Diagram heading(Concept c, const Diagram& start, bool& decided);
  bool order(const Diagram& start, const Shown& shown, Diagram& left, std::vector<Reached>& order);

  static bool helping(Concept c) { return answer_steps(c) == Steps::improving; }
  void settle_bounds();
  double share_of_helping() const;
  Diagram together(std::vector<Diagram> all) const;
};

}  // namespace entente
