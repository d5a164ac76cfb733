// Finds what proves one verdict, and uses what proved another where that will do, so that certificates stay
// small.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "proof/proof.h"

namespace entente {

/// Adds answers and closed sets to a proof as they are needed.
class Witnesses {
 public:
  Witnesses(const Analysis& analysis, Proof& proof, std::uint64_t budget)
      : analysis_(analysis), proof_(proof), left_(budget) {}

  /// R+_i(s), ascending; of a group its joint improvements.
  std::vector<StateId> improvements(MoverId i, StateId s) const;
  /// The number of an answer to i's departure from s to s1; nothing where there is none.
  std::optional<std::size_t> answer(MoverId i, StateId s, StateId s1, Concept c);
  /// One of i's improvements from s that nothing deters, and the number of a closed set that shows it;
  /// nothing where each is deterred.
  std::optional<std::pair<StateId, std::size_t>> undeterred(MoverId i, StateId s, Concept c);
  /// Whether the budget is spent; what is found after that is not to be relied on.
  bool spent() const { return left_ == 0; }
  void spend(std::uint64_t visits) { left_ -= std::min(left_, visits); }

 private:
  struct KnownAnswer {
    std::size_t number;
    bool improving;
    StateId end;
  };
  struct KnownSet {
    std::size_t number;
    Rank floor;  // the least that is left to i anywhere in the set
  };

  bool is_group(MoverId i) const { return analysis_.model().is_group(i); }
  /// Whether every member likes t better than s.
  bool better(MoverId i, StateId t, StateId s) const;
  /// A move of i's to a state that every member likes better than s: a party's best one.
  std::optional<StateId> way_on(MoverId i, StateId from, StateId s) const;
  /// Whether i's gain over s is gone in a state that the others brought about, as the concept sees it.
  bool spoils(MoverId i, StateId end, StateId s, Concept c) const;
  Rank value(PartyId i, StateId s, Concept c) const;
  std::size_t keep(MoverId i, StateId s1, std::vector<AnswerStep> steps, Concept c);
  std::optional<std::size_t> known_set(MoverId i, StateId s, StateId s1, Concept c) const;
  std::optional<std::size_t> closed_set(MoverId i, StateId s, StateId s1, Concept c);
  std::vector<std::pair<StateId, StateId>> escapes(const ClosedSet& set, StateId s) const;
  std::vector<Visit> next(MoverId i, const Visit& visit, Concept c) const;
  std::vector<MoverId> others(MoverId i) const;
  std::vector<MoverId> barred_after(MoverId i, const Visit& visit, MoverId mover) const;

  const Analysis& analysis_;
  Proof& proof_;
  std::uint64_t left_;
  std::map<std::pair<MoverId, StateId>, std::vector<KnownAnswer>> answers_;
  /// Of parties, by where they may start.
  std::map<std::tuple<MoverId, Concept, StateId>, std::vector<KnownSet>> sets_;
};

}  // namespace entente
