// The explicit engine.
//
// Every operation takes each state once a party, so that its cost is about linear in states times parties,
// however long the sequences of moves are; no relation over pairs of states is kept and nothing is repeated
// until it no longer changes.
//
// The states that agree on all options but one party's are a block; the party's moves stay within it. The
// best that unrestricted moves reach is the largest value of the block. For the worst that the others reach
// the states are settled in ascending order of v, as Dijkstra's algorithm does: when t is settled with value
// x, every state from which another party can move to t, and that is not settled yet, is settled with x too.
// For improvements it must be of lower rank for the mover: the states of a block lie in order of rank, and
// what is taken is taken from the front. A state is taken once for each party (predecessors.h), whatever is
// left is passed over 64 at a time.
//
// Where moves are not transitive (`when`, pairs that skip, listed moves) no party may move twice in a row, so
// a state is settled with the party that moves first on the way to x; only the other parties go on from
// there, until the state is met with another first mover, which is the second and last time (reach.cc).
//
// It fits up to some 2^24 states with any restrictions of moves. A restricted party with very many options of
// its own costs more than linear: what is left is passed over leaf by leaf. It does not fit more states than
// memory has room for, some 12 bytes a state and party: 2^30 states are a case for decision diagrams.
//
// Method: Xu, Hipel, Kilgour and Fang, Conflict Resolution Using the Graph Model (2018), has the same
// concepts over matrices of pairs of states.
#include "engine/explicit/explicit.h"

#include <algorithm>
#include <cassert>

#include "engine/explicit/reach.h"
#include "engine/parallel.h"

namespace entente {
namespace {

// max of v over the block
Ranks best_of_block(const Predecessors& mover, const Ranks& v) {
  Ranks best(mover.blocks(), 0);
  for_states(v.size(), mover.stop(),
             [&](StateId s) { best[mover.block_of(s)] = std::max(best[mover.block_of(s)], v[s]); });
  Ranks result(v.size());
  for_states(v.size(), mover.stop(), [&](StateId s) { result[s] = best[mover.block_of(s)]; });
  return result;
}

// From the largest v of a block down: a state is first taken by the best that it can move to.
Ranks best_taken(const Predecessors& mover, const Ranks& v) {
  Ranks result = v;
  Predecessors::Left left = mover.all();
  std::vector<StateId> states;
  Lookout lookout(mover.stop());
  for (std::uint32_t b = 0; b < mover.blocks(); ++b) {
    const auto block = mover.block(b);
    states.assign(block.begin(), block.end());
    std::sort(states.begin(), states.end(), [&](StateId a, StateId c) { return v[a] > v[c]; });
    for (const StateId t : states) {
      lookout();
      mover.take(left, t, Steps::plain, [&](StateId u) {
        result[u] = std::max(result[u], v[t]);
        return true;
      });
    }
  }
  return result;
}

}  // namespace

Explicit::Explicit(const Model& model, const States& states, const std::vector<Ranks>& ranks)
    : model_(model), states_(states), ranks_(ranks), movers_(model.movers()), sweeps_(model.movers()) {
  assert(ranks.size() == model.parties.size());
  assert(std::all_of(ranks.begin(), ranks.end(), [&](const Ranks& r) { return r.size() == states.size(); }));
  in_parallel(movers_.size(), [&](std::size_t i) {
    const MoverId mover(i);
    if (model.still(mover)) return;
    movers_[i] =
        std::make_unique<const Predecessors>(model, states, mover, ranks_of(model.members(mover), ranks));
    if (model.unrestricted(mover) || !model.by_options(mover)) return;
    auto sweep = std::make_unique<const Sweep>(model, states, mover);
    if (sweep->pays(states.size() / movers_[i]->blocks())) sweeps_[i] = std::move(sweep);
  });
}

Ranks Explicit::best_move(MoverId i, const Ranks& v) const {
  assert(v.size() == states_.size());
  const Predecessors* mover = movers_[index(i)].get();
  if (mover == nullptr) return v;
  if (model_.unrestricted(i)) return best_of_block(*mover, v);
  if (sweeps_[index(i)]) return sweeps_[index(i)]->best_move(*mover, v);
  return best_taken(*mover, v);
}

Ranks Explicit::worst_reach(MoverId i, PartyId, const Ranks& v, Steps steps) const {
  assert(v.size() == states_.size());
  Answering group{.of = {}, .transitive = true, .unrestricted = true};
  for (const MoverId j : model_.movers_without(model_.members(i))) {
    if (movers_[index(j)] == nullptr) continue;
    group.of.push_back(movers_[index(j)].get());
    group.transitive = group.transitive && model_.transitive(j);
    group.unrestricted = group.unrestricted && model_.unrestricted(j);
  }
  return least_reached(group, v, steps, model_.replies);
}

StateSet Explicit::above(PartyId i, Rank least) const {
  return all() - at_most(rank(i), Ranks(states_.size(), least));
}

Ranks Explicit::within(const Ranks& v, const Set& states) const {
  Ranks result(v.size(), 0);
  states.for_each([&](StateId s) { result[s] = v[s]; });
  return result;
}

// A state that is helped by one move is not looked at again.
StateSet Explicit::helped(MoverId m, const std::vector<Ranks>& v) const {
  Set all(states_.size());
  const Predecessors* mover = movers_[index(m)].get();
  if (mover == nullptr) return all;
  const MembersRanks ranks = ranks_of(model_.members(m), ranks_);
  Predecessors::Left left = mover->all();
  Lookout lookout(states_.stop());
  for (StateId t = 0; t < states_.size(); ++t, lookout())
    mover->take(left, t, Steps::improving, [&](StateId s) {
      for (std::size_t k = 0; k < v.size(); ++k)
        if (v[k][t] <= (*ranks[k])[s]) return false;
      all.insert(s);
      return true;
    });
  return all;
}

Ranks Explicit::maximum(const Ranks& v, const Ranks& w) const {
  assert(v.size() == w.size());
  Ranks result(v.size());
  for (std::size_t s = 0; s < v.size(); ++s) result[s] = std::max(v[s], w[s]);
  return result;
}

Ranks Explicit::minimum(const Ranks& v, const Ranks& w) const {
  return lesser(v, w);
}

StateSet Explicit::at_most(const Ranks& v, const Ranks& w) const {
  assert(v.size() == w.size());
  StateSet set(v.size());
  for (std::size_t s = 0; s < v.size(); ++s)
    set.blocks()[s / 64] |= std::uint64_t{v[s] <= w[s] ? 1U : 0U} << (s % 64);
  return set;
}

}  // namespace entente
