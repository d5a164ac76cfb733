// Which improvements a mover takes at one state.
#include "stability/taken.h"

#include <algorithm>

namespace entente {

std::optional<std::vector<StateId>> taken(const Game& game, MoverId mover, StateId at, Concept seen,
                                          std::uint64_t most) {
  Deterrence deterrence(game, actor(game.model, mover), at, seen, most);
  std::vector<StateId> undeterred;
  for (const StateId to : deterrence.improvements())
    if (!deterrence.answer(to)) undeterred.push_back(to);
  if (deterrence.gave_up()) return std::nullopt;
  const MembersRanks ranks = ranks_of(game.model.members(mover), game.ranks);
  const MoverMoves& moves = game.moves[index(mover)];
  const auto better_in_part = [&](StateId to) {
    const std::vector<StateId> parts = moves.parts(at, to);
    return std::any_of(undeterred.begin(), undeterred.end(), [&](StateId part) {
      return all_prefer(ranks, part, to) && std::binary_search(parts.begin(), parts.end(), part);
    });
  };
  std::vector<StateId> all;
  std::remove_copy_if(undeterred.begin(), undeterred.end(), std::back_inserter(all), better_in_part);
  return all;
}

}  // namespace entente
