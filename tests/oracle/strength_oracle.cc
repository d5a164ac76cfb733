// Strength of preference by its definition, as literal loops over states.
#include "oracle/strength_oracle.h"

#include <algorithm>
#include <functional>

#include "oracle/coalition_oracle.h"
#include "oracle/random_model.h"

namespace entente::oracle {
namespace {

/// Who leaves s: its members, where it can go from a state, and who answers.
struct Leaving {
  std::vector<std::size_t> members;
  std::function<std::vector<StateId>(StateId)> from;
  std::vector<std::size_t> others;
};

bool some_strongly_worse(const StrengthLevels& levels, const Leaving& who, StateId s, StateId t) {
  return std::any_of(who.members.begin(), who.members.end(),
                     [&](std::size_t i) { return levels[i][t] < levels[i][s]; });
}

bool strongly_sanctions(const StrengthLevels& levels, const Leaving& who, StateId s, StateId s2,
                        bool symmetric) {
  if (!some_strongly_worse(levels, who, s, s2)) return false;
  if (!symmetric) return true;
  const std::vector<StateId> further = who.from(s2);
  return std::all_of(further.begin(), further.end(),
                     [&](StateId s3) { return some_strongly_worse(levels, who, s, s3); });
}

StateSet strongly_stable_for(const Game& game, const StrengthLevels& levels, const Leaving& who, Concept c) {
  StateSet set(game.states, true);
  for (StateId s = 0; s < game.states; ++s)
    for (const StateId s1 : who.from(s)) {
      if (!jointly_better(game, who.members, s, s1)) continue;
      const std::vector<StateId> answers = replies(game, who.others, s1, c == Concept::seq);
      if (std::none_of(answers.begin(), answers.end(),
                       [&](StateId s2) { return strongly_sanctions(levels, who, s, s2, c == Concept::smr); }))
        set.erase(s);
    }
  return set;
}

}  // namespace

StrengthLevels strength_levels(const Model& model, std::optional<Date> day) {
  Model only = model;
  for (Party& party : only.parties) {
    party.ranking.clear();
    std::erase_if(party.preferences, [](const Preference& p) { return !p.strong; });
  }
  return game(only, day).ranks;
}

StateSet strongly_stable(const Game& game, const StrengthLevels& levels, std::size_t mover, Concept c) {
  return strongly_stable_for(game, levels,
                             {game.members[mover], [&](StateId s) { return game.moves[mover][s]; },
                              movers_without(game, game.members[mover])},
                             c);
}

StateSet group_strongly_stable(const Game& game, const StrengthLevels& levels,
                               const std::vector<std::size_t>& group, Concept c) {
  return strongly_stable_for(
      game, levels,
      {group, [&](StateId s) { return group_reach(game, group, s, false); }, movers_without(game, group)}, c);
}

void make_strong(Model& model, std::mt19937_64& random) {
  const std::uint64_t kind = draw(random, 4);
  for (Party& party : model.parties) {
    if (party.weighted || !party.ranking.empty() || kind == 0) continue;
    std::size_t many = kind == 1 ? party.preferences.size() : draw(random, party.preferences.size() + 1);
    while (many < party.preferences.size() && party.preferences[many].equal) ++many;
    for (std::size_t p = 0; p < many; ++p) party.preferences[p].strong = true;
  }
}

}  // namespace entente::oracle
