// Which coalitions could leave a state, with nothing to deter them.
#include "view/coalition_facts.h"

#include <algorithm>
#include <bit>
#include <map>

#include "engine/parallel.h"
#include "stability/deterrence.h"

namespace entente {
namespace {

constexpr std::size_t most_parties = 8;          // of which all coalitions are looked at
constexpr std::uint64_t most_moves = 2'000'000;  // looked at for one coalition at one state

std::vector<Coalition> looked_at(std::size_t parties) {
  if (parties <= most_parties) return coalitions(parties, parties);
  std::vector<Coalition> all = coalitions(parties, 2);
  Coalition& grand = all.emplace_back(parties);
  for (std::size_t i = 0; i < parties; ++i) grand[i] = static_cast<PartyId>(i);
  return all;
}

/// Whether some state that differs from `at` in the members' own options only is better for each of them:
/// without one a search for a joint gain is in vain.
bool could_gain(const Game& game, const States& states, const Coalition& coalition, StateId at) {
  Word own = 0;
  for (const MoverId m : game.model.movers_within(coalition)) own |= states.layout().mask(m);
  const auto better = [&](StateId s) {
    return std::all_of(coalition.begin(), coalition.end(),
                       [&](PartyId i) { return game.ranks[index(i)][s] > game.ranks[index(i)][at]; });
  };
  const Word others = states[at] & ~own;
  const bool few = std::uint64_t{1} << std::min(std::popcount(own), 63) < states.size();
  if (!few) {
    for (StateId s = 0; s < states.size(); ++s)
      if ((states[s] & ~own) == others && better(s)) return true;
    return false;
  }
  for (Word part = own;; part = (part - 1) & own) {  // every part of the members' bits, down to none
    const std::optional<StateId> s = states.find(others | part);
    if (s && better(*s)) return true;
    if (part == 0) return false;
  }
}

/// What deters each mover alone at one state.
class Alone {
 public:
  Alone(const Game& game, StateId at) : game_(game), at_(at) {}

  /// Whether one mover makes these steps and nothing deters it.
  bool makes(const std::vector<AnswerStep>& steps) {
    if (steps.size() != 1) return false;
    const MoverId mover = steps[0].mover;
    const auto known =
        by_mover_.try_emplace(mover, game_, actor(game_.model, mover), at_, Concept::seq).first;
    return !known->second.answer(steps[0].to);
  }

 private:
  Game game_;
  StateId at_;
  std::map<MoverId, Deterrence> by_mover_;
};

/// The first gain that nothing deters and that takes more than one alone; else the first that nothing deters.
std::optional<JointGain> gain_of(const Game& game, const Coalition& coalition, StateId at,
                                 Deterrence& deterrence) {
  std::optional<JointGain> first;
  Alone alone_there(game, at);
  for (const StateId to : deterrence.improvements()) {
    if (deterrence.answer(to)) continue;
    const std::vector<AnswerStep> steps = deterrence.way_to(to);
    const bool alone = alone_there.makes(steps);
    if (!first || !alone) first = JointGain{coalition, to, steps, alone};
    if (!alone) break;
  }
  return first;
}

std::vector<JointGains> of_settlements(const Analysis& analysis, const Holding& holding) {
  const Game game{analysis.model(), analysis.moves(), holding.ranks};
  std::vector<StateId> asked = holding.recommended.list();
  const std::vector<StateId> rest = (holding.holds - holding.recommended).list();
  asked.insert(asked.end(), rest.begin(), rest.end());
  asked.resize(std::min(asked.size(), most_settlements_asked));
  std::vector<JointGains> all;
  for (const StateId s : asked) all.push_back(joint_gains(game, analysis.states(), s));
  return all;
}

}  // namespace

bool JointGains::by_part_of(const Coalition& coalition) const {
  return std::any_of(gains.begin(), gains.end(), [&](const JointGain& gain) {
    return !gain.alone &&
           std::includes(coalition.begin(), coalition.end(), gain.coalition.begin(), gain.coalition.end());
  });
}

JointGains joint_gains(const Game& game, const States& states, StateId at) {
  JointGains found{at, {}, game.ranks.size() <= most_parties};
  for (const Coalition& c : looked_at(game.ranks.size())) {
    states.stop().look();
    if (found.by_part_of(c) || !could_gain(game, states, c, at)) continue;
    Deterrence deterrence(game, actor(game.model, c), at, Concept::seq, most_moves);
    std::optional<JointGain> gain = gain_of(game, c, at, deterrence);
    found.complete = found.complete && !deterrence.gave_up();
    if (gain && !deterrence.gave_up()) found.gains.push_back(std::move(*gain));
  }
  return found;
}

CoalitionFacts coalition_facts(const Analysis& analysis, StateId rest,
                               const std::vector<const Holding*>& holding) {
  const Game game{analysis.model(), analysis.moves(), analysis.ranks()};
  CoalitionFacts facts{joint_gains(game, analysis.states(), analysis.status_quo()), {}, {}};
  if (rest != analysis.status_quo()) facts.rest = joint_gains(game, analysis.states(), rest);
  for (const Holding* h : holding) facts.settlements.push_back(of_settlements(analysis, *h));
  return facts;
}

std::optional<CoalitionVerdicts> coalition_verdicts(const Analysis& analysis, std::size_t most) {
  const std::optional<MoveGraph> graph =
      MoveGraph::of(analysis.model(), analysis.moves(), analysis.states().size(), most_moves_in_memory);
  if (!graph) return std::nullopt;
  CoalitionVerdicts v{coalitions(analysis.model().parties.size(), most), {}, {}};
  v.stable.resize(v.coalitions.size());
  const std::vector<Ranks>& ranks = analysis.ranks();
  in_parallel(v.stable.size(), [&](std::size_t k) {
    v.stable[k] = actor_stable(analysis.model(), *graph, ranks, actor(analysis.model(), v.coalitions[k]));
  });
  for (std::size_t c = 0; c < concepts.size(); ++c) {
    v.stable_for_all[c] = analysis.verdicts(concepts.at(c)).equilibria;
    for (const auto& stable : v.stable) v.stable_for_all[c] &= stable[c];
  }
  return v;
}

}  // namespace entente
