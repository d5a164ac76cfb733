// A concept's verdict where an engine may run out: between its bounds, never guessed.
#pragma once

#include <utility>
#include <variant>

#include "stability/concepts.h"

namespace entente {

/// Where a party is surely stable, and where it may be; the states between are undecided. Equal where the
/// concept was decided.
template <class Set>
struct Bounds {
  Set stable;
  Set possible;
  bool decided = true;
};

/// `run(f)` gives a variant: f's result first, or else that a budget ran out. Nash, and GMR or SMR, bound SEQ
/// and SSEQ: Nash implies SSEQ implies SEQ implies GMR; SSEQ implies SMR. Nothing decided at all is bounded
/// by no state and every state.
template <Engine E, class Run>
Bounds<typename E::Set> bounded(const E& engine, PartyId i, Concept c, const Run& run) {
  const auto verdict = [&](Concept asked) { return run([&] { return stable(engine, i, asked); }); };
  auto exact = verdict(c);
  if (exact.index() == 0) return {std::get<0>(exact), std::get<0>(exact), true};
  Bounds<typename E::Set> bounds{{}, engine.all(), false};
  if (c == Concept::nash) return bounds;
  auto below = verdict(Concept::nash);
  if (below.index() == 0) bounds.stable = std::move(std::get<0>(below));
  if (c == Concept::gmr) return bounds;
  auto above = verdict(c == Concept::sseq ? Concept::smr : Concept::gmr);
  if (above.index() == 0) bounds.possible = std::move(std::get<0>(above));
  return bounds;
}

}  // namespace entente
