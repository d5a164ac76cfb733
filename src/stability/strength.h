// Strength of preference (Hamouda, Kilgour and Hipel, 2004): what deters a party where only states count that
// are strongly worse for it. Never part of what "stable" means.
#pragma once

#include <array>
#include <vector>

#include "stability/concepts.h"
#include "states/rank.h"
#include "states/set.h"

namespace entente {

/// The concepts that are told by strength, too. Nash stability has no answers, so that it is the same.
inline constexpr std::array<Concept, 3> strong_concepts = {Concept::gmr, Concept::smr, Concept::seq};

/// How strongly a party likes states. Those between which no strong statement tells are of one level.
struct Strength {
  /// For each state the rank above its level, or the largest one: it is above the rank of those states that
  /// have a better one above them and than which it is not strongly worse.
  Ranks worth;
  /// The least rank of its level.
  Ranks least;
};

/// Of a party by its statements in force on a day; `ranks`: its ranks by these.
Strength strength(const Model& model, PartyId party, const States& states, const Ranks& ranks,
                  std::optional<Date> day);

/// What states are worth where only strongly worse ones deter: of an engine whose states are listed.
template <Engine E>
class WorthByStrength {
 public:
  /// `of`: one a party; engine and strengths must outlive it.
  WorthByStrength(const E& engine, const std::vector<Strength>& of) : engine_(engine), of_(of) {}

  typename E::Ranks operator()(PartyId i) const { return engine_.spread(of_[index(i)].worth); }
  typename E::Set worth_more(const std::vector<PartyId>& parties, const typename E::Set& alike,
                             const typename E::Set& /*better*/) const {
    typename E::Set all = engine_.all();
    for (const PartyId i : parties)
      if (const Rank least = of_[index(i)].least[*alike.first()]; least > 0)
        all = engine_.intersection(all, engine_.above(i, least - 1));
    return all;
  }

 private:
  const E& engine_;
  const std::vector<Strength>& of_;
};

/// Where each improvement of a mover meets an answer, as a concept sees answers, that leaves some of its
/// members strongly worse off: for a symmetric one whatever the mover does then. `worth`: what states are
/// worth where only strongly worse ones deter.
template <Engine E, class Worth>
typename E::Set strongly_stable(const E& engine, MoverId mover, Concept c, const Worth& worth) {
  return stable_by(engine, mover, c, nullptr, worth);
}

}  // namespace entente
