// One state and one actor, looked at closely: its joint improvements there, the answer that deters each,
// and how far the others' best answer falls short of it.
#pragma once

#include <optional>
#include <vector>

#include "stability/actor.h"
#include "stability/group_walk.h"

namespace entente {

/// What the others can do at best about an improvement that they cannot deter.
struct Shortfall {
  bool answers = false;            // whether they have any step to answer by
  std::vector<AnswerStep> steps;   // none where no answer makes the gain smaller
  StateId end = 0;                 // where those lead; the improvement itself where there are none
  PartyId nearest{};               // the member to whom the end is the least gain
  std::vector<AnswerStep> escape;  // where no gain is left at the end: how the coalition wins one again
};

class Deterrence {
 public:
  /// An actor at a state, as a concept sees answers. `most`: how many moves are looked at before it gives up.
  Deterrence(const Game& game, const Actor& actor, StateId at, Concept seen, std::uint64_t most = UINT64_MAX);

  /// The joint improvements that the coalition has, by number of changes, then by state.
  const std::vector<StateId>& improvements() const { return improvements_; }
  /// The fewest moves to one of them.
  std::vector<AnswerStep> way_to(StateId improvement) const;
  /// Of those that are left out of `lean`, some part is a joint improvement already and as good for every
  /// member. At most so many, in order.
  std::vector<StateId> lean(const States& states, std::size_t most = SIZE_MAX) const;

  /// The others' shortest answer that deters an improvement; nothing where none does.
  std::optional<std::vector<AnswerStep>> answer(StateId improvement);
  /// The first improvement that nothing deters.
  std::optional<StateId> undeterred();
  /// Of the others' answers to an undeterred improvement, the shortest one that leaves some member the least
  /// gain; where answers leave none, how the coalition escapes from it.
  Shortfall shortfall(StateId improvement);

  /// Whether it gave up; what it found is then no answer.
  bool gave_up() const;

 private:
  bool better(StateId s) const;
  /// How many ranks above `at` the state is for the member to whom it is the least gain; not below 0.
  std::pair<Rank, PartyId> least_gain(StateId s) const;
  bool deters(StateId s2);

  Game game_;
  Actor actor_;
  MembersRanks ranks_;  // of its members
  StateId at_;
  Concept seen_;
  std::uint64_t most_;
  GroupWalk own_;  // from at_, whole
  GroupWalk others_;
  GroupWalk escapes_;
  std::vector<StateId> improvements_;
  std::vector<GroupWalk::Node> nodes_;  // of the improvements, in own_
};

}  // namespace entente
