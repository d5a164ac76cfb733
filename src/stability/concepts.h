// The five stability concepts, once, over any engine: everything is my maximum over their minimum
// (method.md).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/engine.h"

namespace entente {

/// Nash; general metarationality; symmetric metarationality; sequential stability; symmetric sequential
/// stability.
enum class Concept : std::uint8_t { nash, gmr, smr, seq, sseq };

inline constexpr std::array<Concept, 5> concepts = {Concept::nash, Concept::gmr, Concept::smr, Concept::seq,
                                                    Concept::sseq};

/// What the others may do about a departure: nothing; any moves, even at their own cost; improvements, moves
/// that each help their mover.
enum class Answers : std::uint8_t { none, moves, improvements };

/// All that is told apart about a concept: nothing else asks which one it is (tests/order).
struct ConceptRow {
  std::string_view id;       // in a case, in JSON, on the command line
  std::string_view symbol;   // the short name of the field
  std::string_view name;     // the full one
  std::string_view meaning;  // behind "stable where"
  Answers answers;
  bool symmetric;  // whether the party may not get away from an answer by one more move
  std::array<bool, 5>
      implying;  // by concept: what is stable under this one is so under that one, in any case
};

const ConceptRow& row(Concept c);

/// Where a concept stands among them.
constexpr std::size_t slot(Concept c) {
  return static_cast<std::size_t>(c);
}
inline std::string_view id(Concept c) {
  return row(c).id;
}
std::optional<Concept> concept_of(std::string_view id);

/// Whether the others answer at all, and by which steps.
inline bool has_answers(Concept c) {
  return row(c).answers != Answers::none;
}
inline Steps answer_steps(Concept c) {
  return row(c).answers == Answers::improvements ? Steps::improving : Steps::plain;
}
/// Whether every state that is stable under `a` is so under `b`, in any case.
inline bool implies(Concept a, Concept b) {
  return row(a).implying[slot(b)];
}
/// The concept that implies every other.
inline constexpr Concept strictest = Concept::nash;
/// The same concept, if answers need not help anyone: implied by it, and quick to decide.
Concept by_any_moves(Concept c);

/// Under which concepts a state is stable, in their order; `stable(c)` is not asked where another verdict
/// implies it.
template <class F>
std::array<bool, concepts.size()> stable_under(const F& stable) {
  std::array<std::optional<bool>, concepts.size()> known;
  const auto follows = [&](Concept c) -> std::optional<bool> {
    for (const Concept other : concepts) {
      const std::optional<bool> is = known[slot(other)];
      if (is && (*is ? implies(other, c) : implies(c, other))) return is;
    }
    return std::nullopt;
  };
  // The order in which fewest are asked.
  for (const Concept c : {Concept::nash, Concept::seq, Concept::sseq, Concept::smr, Concept::gmr}) {
    const std::optional<bool> is = follows(c);
    known[slot(c)] = is ? *is : stable(c);
  }
  std::array<bool, concepts.size()> all{};
  for (const Concept c : concepts) all[slot(c)] = *known[slot(c)];
  return all;
}

/// sanction(s1): the worst, as the concept sees it, that the others of a mover can bring about from s1, by
/// what states are worth to it (r); larger is better. s1 itself counts too, which no verdict minds; +inf where
/// nobody answers.
template <Engine E>
typename E::Ranks sanction(const E& engine, MoverId mover, const typename E::Ranks& r, Concept c) {
  if (!has_answers(c)) return engine.nothing();
  if (!row(c).symmetric) return engine.worst_reach(mover, r, answer_steps(c));
  return engine.worst_reach(mover, engine.best_move(mover, r), answer_steps(c));
}
template <Engine E>
typename E::Ranks sanction(const E& engine, PartyId i, Concept c) {
  return sanction(engine, i, engine.rank(i), c);
}

/// s is stable for i  <=>  max over s1 in R_i(s) of min(r(s1), sanction_i(s1)) <= r(s)
template <Engine E>
typename E::Set stable(const E& engine, PartyId i, const typename E::Ranks& sanction_i) {
  const auto& r = engine.rank(i);
  return engine.at_most(engine.best_move(i, engine.minimum(r, sanction_i)), r);
}

/// A group is stable at s as a coalition is: s1 helps it where every member likes it better than s. What a
/// state is worth to a group that is at s, is what it is worth to its last member where all others like it
/// better than s, and else nothing; so s is stable for g by the formula of a party, with one such r for all
/// states that the others like as they do s (language.md, "Joint acts").
template <Engine E>
typename E::Set jointly_stable(const E& engine, MoverId group, Concept c) {
  std::vector<PartyId> others = engine.members(group);
  const auto& r_last = engine.rank(others.back());
  others.pop_back();
  typename E::Set all = engine.none();
  engine.each_liking(others, [&](const auto& alike, const auto& better) {
    const typename E::Ranks r = engine.within(r_last, better);
    const auto stay_by = [&](const typename E::Ranks& then) {
      return engine.intersection(alike, engine.at_most(engine.best_move(group, then), r_last));
    };
    typename E::Set stable = stay_by(r);  // nothing would help the group: under every concept
    if (has_answers(c) && engine.count(stable) < engine.count(alike))
      stable = stay_by(engine.minimum(r, sanction(engine, group, r, c)));
    all = engine.unite(all, stable);
  });
  return all;
}

template <Engine E>
typename E::Set stable(const E& engine, MoverId mover, Concept c) {
  const auto members = engine.members(mover);
  if (members.size() > 1) return jointly_stable(engine, mover, c);
  return stable(engine, members.front(), sanction(engine, members.front(), c));
}

}  // namespace entente
