// One state of a case in diagrams and one mover: what it could gain there, and what the others make of it.
#pragma once

#include <optional>
#include <vector>

#include "engine/symbolic/cone.h"
#include "view/diagrams/diagram_stability.h"

namespace entente {

/// A mover's improvements at a state; to be asked within a budget. The engine must outlive it.
class Departing {
 public:
  Departing(const Symbolic& engine, Concept c, MoverId mover, Word at);

  /// How many there are.
  Count count() const { return engine_.count(cone_.improvements()); }
  /// Whether none of them is undeterred; nothing where a search gave up.
  std::optional<bool> stable() const;
  /// One that nothing deters, where there is one: the simplest, unless too many had to be looked at for that.
  /// Nothing where a search gave up.
  std::optional<std::optional<Word>> undeterred() const;
  /// Those of which no part is one that is as good, and then, with `all`, the others too: fewest changes
  /// first, then by state; at most so many.
  std::vector<Word> simplest(std::size_t most, bool all = false) const;
  /// What deters an improvement: `deterred` nothing, and no answer, where the search gave up.
  struct Answered {
    std::optional<bool> deterred;
    std::vector<WordStep> answer = {};
  };
  Answered answered(Word improvement) const;

 private:
  Diagram undeterred_by_moves() const;
  std::optional<Word> simplest_of(const Diagram& improvements) const;
  Diagram no_better_beyond(Word improvement) const;

  const Symbolic& engine_;
  Concept concept_;
  MoverId mover_;
  Word at_;
  Cone cone_;
};

/// A single mover's story (view.h); nothing for several, or where it was not found out.
std::optional<StorySeen> diagram_story(DiagramWork& work, DiagramStability& stability, StorySeen asked,
                                       bool in_full);

/// A mover's simplest departure under SEQ with the others' answer, and how many other improvements it has, or
/// nothing where the budget ran out; no departure where it has none or that happened. `rests`: whether the
/// state is known to be stable.
std::pair<std::vector<DepartureSeen>, std::optional<Count>> diagram_departures(DiagramWork& work, MoverId i,
                                                                               Word at, bool rests);

}  // namespace entente
