// One case as it could be looked at: listed, in diagrams, or as far as either came before the work was ended.
// What an exact analysis has is a partial one's whose bounds are points, so that every answer has one writer.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "model/model.h"
#include "view/facts.h"
#include "view/strong_seen.h"

namespace entente {

/// What of an answer was not found out, and why.
enum class Undecided : std::uint8_t { nothing, for_want_of_budget, since_asked_to_stop };

/// A situation with what is known of it.
struct RowSeen {
  Count number = 0;
  Word word = 0;
  std::vector<std::optional<std::size_t>> places;            // one a party, 1 the best
  std::array<std::vector<Verdict>, concepts.size()> stable;  // by concept, one a mover
  std::array<Verdict, concepts.size()> stable_for_all;
};

/// Questions are answered when they are asked, and what was found is kept. None of them throws where the work
/// is ended: what was not found by then is missing in the answer.
class View {
 public:
  View() = default;
  virtual ~View() = default;
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  virtual const Model& model() const = 0;
  virtual const Layout& layout() const = 0;
  virtual Word status_quo() const = 0;
  virtual Count situations() const = 0;
  /// The list of its situations; null where it is looked at in diagrams.
  virtual const States* states() const = 0;
  /// What an answer given so far has left out.
  virtual Undecided undecided() const = 0;

  /// In how many states a mover is stable, and in how many all are.
  virtual Tally stable(Concept c, MoverId i) const = 0;
  virtual Tally equilibria(Concept c) const = 0;
  /// Whether a state is stable for a mover.
  virtual Verdict verdict(Concept c, MoverId i, Word at) const = 0;

  virtual Set all() const = 0;
  /// Of some situations; they are possible ones.
  virtual Set these(const std::vector<Word>& words) const = 0;
  Set only(Word word) const { return these({word}); }
  virtual Set where(ConditionId condition) const = 0;
  virtual Set where_stable(Concept c, MoverId i) const = 0;
  virtual Set stable_for_all(Concept c) const = 0;
  /// Where movers are strongly stable.
  virtual StrongSeen strong() const = 0;
  /// What both have; what one or the other has; what the first has and the second has not. Null where either
  /// is.
  virtual Set both(const Set& a, const Set& b) const = 0;
  virtual Set either(const Set& a, const Set& b) const = 0;
  virtual Set without(const Set& a, const Set& b) const = 0;

  /// The first so many of some; null where they are not known.
  virtual Set first(const Set& set, std::size_t most) const = 0;

  /// The number of a state among all, from 1; the state of a number.
  virtual Count number(Word word) const = 0;
  virtual std::optional<Word> numbered(Count number) const = 0;
  /// The place of a state among a party's classes, 1 the best, and how many classes there are.
  virtual std::optional<std::size_t> place(PartyId i, Word word) const = 0;
  virtual std::optional<std::size_t> places(PartyId i) const = 0;
  /// The first so many of some situations, one by one; false where `take` was, and then it ends. Where the
  /// work is ended meanwhile it ends, too, and `undecided` tells so.
  virtual bool each(const Set& set, std::size_t most,
                    const std::function<bool(const RowSeen&)>& take) const = 0;

  /// What all accept whose consent it takes; null where it was not found out.
  virtual Set zone() const = 0;
  /// Null where it was not found out.
  virtual const SettlementSeen* settlement() const = 0;
  /// The cardinal solutions, by measure; null where a consenting party has wishes without weights, and where
  /// they were not found out.
  virtual const std::array<CardinalSeen, measures.size()>* cardinal() const = 0;
  /// The k-th way to a settlement: the zone where it is not empty, else the openings of the gap.
  virtual std::optional<HoldingSeen> holding(std::size_t way) const = 0;
  /// Of settlements that all accept under some waivers, those that hold.
  virtual std::optional<HoldingSeen> holding(const Set& settlements, const Waivers& waived) const = 0;
  /// The settlements of the zone that last under a concept; null where that was not found out.
  virtual Set lasting_zone(Concept c) const = 0;
  /// What follows where a settlement is made, by improvements that nothing deters: a shortest way to where it
  /// is no longer agreed; where none leads there, the first such improvement; no step where it rests.
  virtual std::optional<std::vector<WordStep>> sequel(const HoldingSeen& holding, Word settlement) const = 0;
  /// What would make a settlement last.
  virtual std::optional<std::vector<Guarantee>> guarantees(const HoldingSeen& holding,
                                                           Word settlement) const = 0;
  /// What is recommended first: the best of those that hold, else the best of the zone, else of the first
  /// opening.
  virtual Set recommended_first() const = 0;

  virtual const OutlookSeen& outlook(Concept c) const = 0;
  /// Under SEQ; nothing where it was not found out.
  virtual const RestSeen* rest() const = 0;
  virtual std::optional<StorySeen> story(const Actor& who, Word at, Concept seen, bool in_full) const = 0;
  virtual const CoalitionsSeen* coalitions() const = 0;

  virtual WayFound way(const WayAsked& asked) const = 0;
  /// From the status quo.
  virtual PriceSeen price(const Set& to) const = 0;

  /// Notes that an answer for programs has the number of a state; gives those noted.
  void note_told(Word word) const { told_.insert(word); }
  const std::set<Word>& told() const { return told_; }

  /// Kept for situations_once (state_ids.h): how many there are, each class once; nothing so far.
  std::optional<Count>& known_once() const { return known_once_; }

  /// Whether everything asked for so far was found out.
  bool whole() const { return undecided() == Undecided::nothing; }

 private:
  mutable std::set<Word> told_;
  mutable std::optional<Count> known_once_;
};

}  // namespace entente
