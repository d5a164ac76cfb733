// A case whose states are too many to list, looked at through decision diagrams within a budget: what could
// be decided, and what could not.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/symbolic/diagrams.h"
#include "view/partial.h"
#include "view/stages.h"

namespace entente {

/// What may be spent on a large case.
struct WorkBudget {
  double seconds = 60;
  std::uint64_t bytes = std::uint64_t{2} << 30;
  std::optional<std::uint64_t> nodes;  // of diagrams; else as many as the bytes hold
  const std::atomic<bool>* cancelled = nullptr;
  Stages stages = {};
};

class LargeAnalysis final : public PartialAnalysis {
 public:
  /// What ran out where not even the diagrams of the ranks fit into the budget, in which the wait for the
  /// large cases of other threads counts. The model must outlive it.
  static Outcome<std::unique_ptr<LargeAnalysis>> open(const Model& model, const WorkBudget& budget);
  ~LargeAnalysis() override;

  const Model& model() const override;
  const Layout& layout() const override;
  Word status_quo() const override;
  bool listed() const override { return false; }
  bool cancelled() const override;
  bool ran_out() const override;

  Count situations() const override;
  Tally stable(Concept c, PartyId i) const override;
  Tally equilibria(Concept c) const override;
  Verdict verdict(Concept c, PartyId i, Word at) const override;
  std::optional<Departed> departed(Concept c, PartyId i, Word at) const override;
  std::optional<LargeSettlement> settlement(const Shown& shown) const override;
  void look_further(LargeSettlement& settlement, const Shown& shown) const override;
  std::optional<Count> count(const Selection& selection) const override;
  std::optional<std::vector<PatternOfMany>> patterns(const Selection& selection,
                                                     std::size_t most) const override;
  std::optional<std::vector<Word>> first(const Selection& selection, std::size_t most) const override;
  Count number(Word word) const override;
  std::optional<Word> numbered(Count number) const override;
  std::optional<std::size_t> place(PartyId i, Word word) const override;
  WayFound way(const WayAsked& asked) const override;
  WayFound way_to_recommended() const override;
  std::optional<SetFacts> recommended_first(const Shown& shown) const override;
  LargeOutlook outlook(Concept c, const Shown& shown) const override;

 private:
  struct Parts;
  explicit LargeAnalysis(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
