// A case as far as it could be looked at: what is known of it and what is not, told in the same way wherever
// that comes from. Cases whose states are too many to list are looked at in diagrams (large.h); of a listed
// one whose analysis was ended before it was done there is what was found out by then (ended.h).
#pragma once

#include <optional>
#include <vector>

#include "model/model.h"
#include "stability/concepts.h"
#include "view/large_facts.h"

namespace entente {

class PartialAnalysis {
 public:
  PartialAnalysis() = default;
  virtual ~PartialAnalysis() = default;
  PartialAnalysis(const PartialAnalysis&) = delete;
  PartialAnalysis& operator=(const PartialAnalysis&) = delete;

  virtual const Model& model() const = 0;
  virtual const Layout& layout() const = 0;
  virtual Word status_quo() const = 0;
  /// Whether its states are listed: the analysis of a case that is not too large was ended.
  virtual bool listed() const = 0;
  /// Whether the user has asked to stop.
  virtual bool cancelled() const = 0;
  /// Whether something was not decided: for want of time or memory, or because of that.
  virtual bool ran_out() const = 0;

  virtual Count situations() const = 0;
  /// In how many states a party is stable, and in how many all are.
  virtual Tally stable(Concept c, PartyId i) const = 0;
  virtual Tally equilibria(Concept c) const = 0;
  /// Whether a state is stable for a party.
  virtual Verdict verdict(Concept c, PartyId i, Word at) const = 0;
  /// A party's improvement at a state: one that nothing deters, if there is one, else its lowest with the
  /// others' shortest answer; none where it has no improvement.
  struct Departed {
    Count improvements = 0;  // how many there are
    std::optional<Word> improvement = {};
    std::optional<Word> undeterred = {};
    std::vector<WordStep> answer = {};
  };
  /// Nothing where that was not found out.
  virtual std::optional<Departed> departed(Concept c, PartyId i, Word at) const = 0;
  /// Nothing where the budget ran out.
  virtual std::optional<LargeSettlement> settlement(const Shown& shown) const = 0;
  /// Finds out what of it is efficient and what would hold; of a gap for the first few openings only.
  virtual void look_further(LargeSettlement& settlement, const Shown& shown) const = 0;
  /// The equilibria of a concept, or where a condition holds: a few patterns, the first few words. Nothing
  /// where the set is not known.
  struct Selection {
    std::optional<Concept> only;
    std::optional<ConditionId> where;
  };
  virtual std::optional<Count> count(const Selection& selection) const = 0;
  virtual std::optional<std::vector<PatternOfMany>> patterns(const Selection& selection,
                                                             std::size_t most) const = 0;
  virtual std::optional<std::vector<Word>> first(const Selection& selection, std::size_t most) const = 0;
  /// The number of a state among all, from 1; the state of a number.
  virtual Count number(Word word) const = 0;
  virtual std::optional<Word> numbered(Count number) const = 0;
  /// The place of a state among a party's classes, 1 the best; nothing where it is not known.
  virtual std::optional<std::size_t> place(PartyId i, Word word) const = 0;

  /// What ways are sought: `from` the status quo, or any state where a condition holds. `safe`: after no step
  /// is a consenting party below the status quo.
  struct WayAsked {
    Selection to;
    std::optional<Word> state = {};  // the one to go to, in place of `to`
    std::optional<ConditionId> from = {};
    bool safe = false;
  };
  virtual WayFound way(const WayAsked& asked) const = 0;
  /// From the status quo to what is recommended first: of the settlements that hold, if there are any.
  virtual WayFound way_to_recommended() const = 0;
  /// The states that it leads to.
  virtual std::optional<SetFacts> recommended_first(const Shown& shown) const = 0;
  /// Where undeterred improvements lead under a concept, and in which order its equilibria can come about.
  virtual LargeOutlook outlook(Concept c, const Shown& shown) const = 0;
};

}  // namespace entente
