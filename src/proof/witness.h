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

  /// R+_i(s), ascending.
  std::vector<StateId> improvements(PartyId i, StateId s) const;
  /// The number of an answer to i's departure from s to s1; nothing where there is none.
  std::optional<std::size_t> answer(PartyId i, StateId s, StateId s1, Concept c);
  /// One of i's improvements from s that nothing deters, and the number of a closed set that shows it;
  /// nothing where each is deterred.
  std::optional<std::pair<StateId, std::size_t>> undeterred(PartyId i, StateId s, Concept c);
  /// Whether the budget is spent; what is found after that is not to be relied on.
  bool spent() const { return left_ == 0; }
  void spend(std::uint64_t visits) { left_ -= std::min(left_, visits); }

 private:
  struct KnownAnswer {
    std::size_t number;
    bool improving;
    Rank end;   // of the last state for i
    Rank best;  // of the best that i can do there
  };
  struct KnownSet {
    std::size_t number;
    Rank floor;  // the least that is left to i anywhere in the set
  };

  const Ranks& rank(PartyId i) const { return analysis_.ranks()[index(i)]; }
  StateId best_move(PartyId i, StateId s) const;
  Rank value(PartyId i, StateId s, Concept c) const;
  std::size_t keep(PartyId i, StateId s1, std::vector<AnswerStep> steps, Concept c);
  std::optional<std::size_t> known_set(PartyId i, StateId s, StateId s1, Concept c) const;
  std::optional<std::size_t> closed_set(PartyId i, StateId s, StateId s1, Concept c);
  std::vector<Visit> next(PartyId i, const Visit& visit, Concept c) const;
  bool transitive_but(PartyId i) const;
  std::vector<PartyId> barred_after(PartyId i, const Visit& visit, PartyId mover) const;

  const Analysis& analysis_;
  Proof& proof_;
  std::uint64_t left_;
  std::map<std::pair<PartyId, StateId>, std::vector<KnownAnswer>> answers_;
  std::map<std::tuple<PartyId, Concept, StateId>, std::vector<KnownSet>> sets_;  // by where they may start
};

}  // namespace entente
