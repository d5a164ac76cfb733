// The five stability concepts, once, over any engine: everything is my maximum over their minimum
// (method.md).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/engine.h"

namespace entente {

/// Nash; general metarationality; symmetric metarationality; sequential stability; symmetric sequential
/// stability.
enum class Concept : std::uint8_t { nash, gmr, smr, seq, sseq };

inline constexpr std::array<Concept, 5> concepts = {Concept::nash, Concept::gmr, Concept::smr, Concept::seq,
                                                    Concept::sseq};
inline constexpr std::array<std::string_view, 5> concept_ids = {"nash", "gmr", "smr", "seq", "sseq"};

/// Where a concept stands among them.
constexpr std::size_t slot(Concept c) {
  return static_cast<std::size_t>(c);
}
inline std::string_view id(Concept c) {
  return concept_ids[slot(c)];
}
std::optional<Concept> concept_of(std::string_view id);

/// Under which concepts a state is stable, in their order; `stable(c)` is not asked where another verdict
/// implies it.
template <class F>
std::array<bool, concepts.size()> stable_under(const F& stable) {
  const bool nash = stable(Concept::nash);
  const bool seq = nash || stable(Concept::seq);
  const bool sseq = nash || (seq && stable(Concept::sseq));
  const bool smr = sseq || stable(Concept::smr);
  const bool gmr = seq || smr || stable(Concept::gmr);
  return {nash, gmr, smr, seq, sseq};
}

/// Whether only answers that each help their mover count; whether the party may not get away from them.
constexpr bool improving(Concept c) {
  return c == Concept::seq || c == Concept::sseq;
}
constexpr bool symmetric(Concept c) {
  return c == Concept::smr || c == Concept::sseq;
}

/// Whether every state that is stable under `a` is so under `b`, in any case: Nash implies all, SSEQ implies
/// SEQ and SMR, and each implies GMR.
constexpr bool implies(Concept a, Concept b) {
  return a == b || a == Concept::nash || b == Concept::gmr ||
         (a == Concept::sseq && (b == Concept::seq || b == Concept::smr));
}

/// sanction_i(s1): the worst, as the concept sees it, that the others can bring about from s1; larger is
/// better for i. s1 itself counts too, which no verdict minds; +inf under Nash.
template <Engine E>
typename E::Ranks sanction(const E& engine, PartyId i, Concept c) {
  const auto& r = engine.rank(i);
  switch (c) {
    case Concept::nash: return engine.nothing();
    case Concept::gmr: return engine.worst_reach(i, r, Steps::plain);
    case Concept::smr: return engine.worst_reach(i, engine.best_move(i, r), Steps::plain);
    case Concept::seq: return engine.worst_reach(i, r, Steps::improving);
    case Concept::sseq: return engine.worst_reach(i, engine.best_move(i, r), Steps::improving);
  }
  return engine.nothing();
}

/// s is stable for i  <=>  max over s1 in R_i(s) of min(r(s1), sanction_i(s1)) <= r(s)
template <Engine E>
typename E::Set stable(const E& engine, PartyId i, const typename E::Ranks& sanction_i) {
  const auto& r = engine.rank(i);
  return engine.at_most(engine.best_move(i, engine.minimum(r, sanction_i)), r);
}

template <Engine E>
typename E::Set stable(const E& engine, PartyId i, Concept c) {
  return stable(engine, i, sanction(engine, i, c));
}

}  // namespace entente
