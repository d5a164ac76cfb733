// The definitions as naive loops over states and pairs of states; never linked into the product.
#pragma once

#include <string>
#include <vector>

#include "model/model.h"
#include "stability/concepts.h"
#include "states/set.h"

namespace entente::oracle {

/// One value an option.
using Values = std::vector<Value>;

/// Whether a condition holds, read off its tree.
bool truth(const Model& model, ConditionId condition, const Values& values);

/// The feasible states in lexicographic order.
std::vector<Values> feasible(const Model& model);

/// Dense ranks for a party, larger is better, by comparing every two states.
std::vector<std::uint32_t> ranks(const Model& model, PartyId party, const std::vector<Values>& states,
                                 std::optional<Date> day, const std::vector<std::size_t>& left_out = {});

/// R_i(s) for every s; of a group what its joint moves lead to.
std::vector<std::vector<StateId>> moves(const Model& model, MoverId mover, const std::vector<Values>& states);

/// A game as a graph: moves[m][s] = R_m(s) of a mover, a party or then a group, whose members are parties;
/// ranks[i][s] of a party, larger is better.
struct Game {
  std::size_t states = 0;
  std::vector<std::vector<std::vector<StateId>>> moves;
  std::vector<std::vector<std::size_t>> members;  // of each mover
  std::vector<std::vector<std::uint32_t>> ranks;
  Replies replies = Replies::legal;

  std::size_t parties() const { return ranks.size(); }
  std::size_t movers() const { return moves.size(); }
};

/// Whether every one of some parties likes t better than s.
bool jointly_better(const Game& game, const std::vector<std::size_t>& parties, StateId s, StateId t);
/// The movers without a member among some parties; those whose members are all among them.
std::vector<std::size_t> movers_without(const Game& game, const std::vector<std::size_t>& parties);
std::vector<std::size_t> movers_within(const Game& game, const std::vector<std::size_t>& parties);

Game game(const Model& model, std::optional<Date> day);

/// What a group's replies reach from s by one or more moves, or improvements, as the game reads them.
std::vector<StateId> replies(const Game& game, const std::vector<std::size_t>& group, StateId s,
                             bool improving);

/// R_{N-m}(s) or R+_{N-m}(s): what the replies of a mover's others reach.
std::vector<StateId> reach(const Game& game, std::size_t mover, StateId s, bool improving);

/// Whether the others can take a mover's improvement from s to s1 back, as a concept sees it.
bool deterred(const Game& game, std::size_t mover, StateId s, StateId s1, Concept concept_);

/// Where a mover is stable, by the tables of method.md.
StateSet stable(const Game& game, std::size_t mover, Concept concept_);

/// Where a party is stable by simultaneous sanctioning.
StateSet simultaneously_stable(const Model& model, const Game& game, std::size_t party);

}  // namespace entente::oracle
