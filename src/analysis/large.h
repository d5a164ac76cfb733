// A case whose states are too many to list, looked at through decision diagrams within a budget: what could
// be decided, and what could not.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/large_facts.h"
#include "model/model.h"
#include "stability/concepts.h"

namespace entente {

/// What may be spent on a large case.
struct WorkBudget {
  double seconds = 60;
  std::uint64_t bytes = std::uint64_t{2} << 30;
  std::optional<std::uint64_t> nodes;  // of diagrams; else as many as the bytes hold
  const std::atomic<bool>* cancelled = nullptr;
};

class LargeAnalysis {
 public:
  /// Nothing where not even the diagrams of the ranks fit into the budget. The model must outlive it.
  static std::unique_ptr<LargeAnalysis> open(const Model& model, const WorkBudget& budget);
  ~LargeAnalysis();
  LargeAnalysis(const LargeAnalysis&) = delete;
  LargeAnalysis& operator=(const LargeAnalysis&) = delete;

  const Model& model() const;
  const Layout& layout() const;
  Word status_quo() const;
  bool cancelled() const;
  /// Whether something was not decided for want of time or memory.
  bool ran_out() const;

  Count situations() const;
  /// In how many states a party is stable, and in how many all are.
  Tally stable(Concept c, PartyId i) const;
  Tally equilibria(Concept c) const;
  /// Whether a state is stable for a party.
  Verdict verdict(Concept c, PartyId i, Word at) const;
  /// A party's improvement at a state: one that nothing deters, if there is one, else its lowest with the
  /// others' shortest answer; none where it has no improvement.
  struct Departed {
    Count improvements = 0;  // how many there are
    std::optional<Word> improvement = {};
    std::optional<Word> undeterred = {};
    std::vector<WordStep> answer = {};
  };
  /// Nothing where the search gave up.
  std::optional<Departed> departed(Concept c, PartyId i, Word at) const;
  /// Nothing where the budget ran out.
  std::optional<LargeSettlement> settlement(const Shown& shown = {}) const;
  /// Finds out what of it is efficient and what would hold; of a gap for the first few openings only.
  void look_further(LargeSettlement& settlement, const Shown& shown) const;
  /// The equilibria of a concept, or where a condition holds: a few patterns, the first few words. Nothing
  /// where the set is not known.
  struct Selection {
    std::optional<Concept> only;
    std::optional<ConditionId> where;
  };
  std::optional<Count> count(const Selection& selection) const;
  std::optional<std::vector<PatternOfMany>> patterns(const Selection& selection, std::size_t most) const;
  std::optional<std::vector<Word>> first(const Selection& selection, std::size_t most) const;
  /// The number of a state among all, from 1; the state of a number.
  Count number(Word word) const;
  std::optional<Word> numbered(Count number) const;
  /// The place of a state among a party's classes, 1 the best; nothing where these are too many to list.
  std::optional<std::size_t> place(PartyId i, Word word) const;

  /// What ways are sought: `from` the status quo, or any state where a condition holds. `safe`: after no step
  /// is a consenting party below the status quo.
  struct WayAsked {
    Selection to;
    std::optional<Word> state = {};  // the one to go to, in place of `to`
    std::optional<ConditionId> from = {};
    bool safe = false;
  };
  WayFound way(const WayAsked& asked) const;
  /// From the status quo to what is recommended first: of the settlements that hold, if there are any.
  WayFound way_to_recommended() const;
  /// The states that it leads to.
  std::optional<SetFacts> recommended_first(const Shown& shown) const;
  /// Where undeterred improvements lead under a concept, and in which order its equilibria can come about.
  LargeOutlook outlook(Concept c, const Shown& shown) const;

 private:
  struct Parts;
  explicit LargeAnalysis(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
