// Which coalitions could leave a state, with nothing to deter them.
#include "analysis/coalition_facts.h"

#include <algorithm>
#include <numeric>

#include "stability/deterrence.h"

namespace entente {
namespace {

constexpr std::size_t most_parties = 8;          // of which all coalitions are looked at
constexpr std::uint64_t most_moves = 2'000'000;  // looked at for one coalition at one state

bool by_two(const std::vector<AnswerStep>& steps) {
  return std::any_of(steps.begin(), steps.end(),
                     [&](const AnswerStep& step) { return step.party != steps.front().party; });
}

std::vector<Coalition> looked_at(std::size_t parties) {
  if (parties <= most_parties) return coalitions(parties, parties);
  std::vector<Coalition> all = coalitions(parties, 2);
  Coalition& grand = all.emplace_back(parties);
  for (std::size_t i = 0; i < parties; ++i) grand[i] = static_cast<PartyId>(i);
  return all;
}

}  // namespace

std::vector<JointGains> joint_gains(const Analysis& analysis, const std::vector<StateId>& states) {
  const Game game{analysis.model(), analysis.moves(), analysis.ranks()};
  const std::vector<Coalition> all = looked_at(game.moves.size());
  std::vector<JointGains> found;
  for (StateId s : states) {
    JointGains& here = found.emplace_back(JointGains{s, {}, game.moves.size() <= most_parties});
    for (const Coalition& c : all) {
      Deterrence deterrence(game, c, s, Concept::seq, most_moves);
      const std::optional<StateId> to = deterrence.undeterred();
      here.complete = here.complete && !deterrence.gave_up();
      if (!to || deterrence.gave_up()) continue;
      const std::vector<AnswerStep> steps = deterrence.way_to(*to);
      here.gains.push_back({c, *to, steps, by_two(steps)});
    }
  }
  return found;
}

}  // namespace entente
