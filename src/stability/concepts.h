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
/// The same concept, if nobody may get away from an answer: implied by it.
Concept without_escape(Concept c);

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
/// what states are worth (r), compared with the rank of a member; larger is better. s1 itself counts too,
/// which no verdict minds; +inf where nobody answers.
template <Engine E>
typename E::Ranks sanction(const E& engine, MoverId mover, PartyId member, const typename E::Ranks& r,
                           Concept c) {
  if (!has_answers(c)) return engine.nothing();
  if (!row(c).symmetric) return engine.worst_reach(mover, member, r, answer_steps(c));
  return engine.worst_reach(mover, member, engine.best_move(mover, r), answer_steps(c));
}
template <Engine E>
typename E::Ranks sanction(const E& engine, PartyId i, Concept c) {
  return sanction(engine, i, i, engine.rank(i), c);
}

/// s is stable for i  <=>  max over s1 in R_i(s) of min(r(s1), sanction_i(s1)) <= r(s)
template <Engine E>
typename E::Set stable(const E& engine, PartyId i, const typename E::Ranks& sanction_i) {
  const auto& r = engine.rank(i);
  return engine.at_most(engine.best_move(i, engine.minimum(r, sanction_i)), r);
}

/// What states are worth to a party once the others have answered, where its rank of the state that was left
/// is what that is compared with: its own rank of them. Other worths have the same members
/// (stability/strength.h).
template <Engine E>
struct WorthByRank {
  const E& engine;

  decltype(auto) operator()(PartyId i) const { return engine.rank(i); }
  /// The states that are worth more to some parties than those that they like alike: which are `better`.
  const typename E::Set& worth_more(const std::vector<PartyId>&, const typename E::Set& /*alike*/,
                                    const typename E::Set& better) const {
    return better;
  }
};

/// Where a move helps every member of a group, the answers seen by each of them alone.
template <Engine E, class Worth>
typename E::Set helped(const E& engine, MoverId group, Concept c, const Worth& worth) {
  std::vector<typename E::Ranks> then;
  for (const PartyId k : engine.members(group))
    then.push_back(engine.minimum(engine.rank(k), sanction(engine, group, k, worth(k), c)));
  return engine.helped(group, then);
}

/// Of some states those that are stable for a group: for states that all members but the last like alike the
/// formula of a party, since s1 helps the group where these like it better and the last likes it better, too.
template <Engine E, class Worth>
typename E::Set stable_by_liking(const E& engine, MoverId group, Concept c, const typename E::Set& among,
                                 const Worth& worth) {
  std::vector<PartyId> others = engine.members(group);
  const PartyId last = others.back();
  others.pop_back();
  typename E::Set all = engine.without(among, among);
  engine.each_liking(others, among, [&](const auto& alike, const auto& better) {
    const typename E::Ranks r = engine.within(engine.rank(last), better);
    const typename E::Ranks ends = engine.within(worth(last), worth.worth_more(others, alike, better));
    const auto then = engine.best_move(group, engine.minimum(r, sanction(engine, group, last, ends, c)));
    all = engine.unite(all, engine.intersection(alike, engine.at_most(then, engine.rank(last))));
  });
  return all;
}

/// A group is stable at s where each s1 in R_g(s) that is better for every member is answered: the others can
/// bring about a state that some member likes no better than s (method.md, "Joint acts"). So the members
/// can be looked at one by one, but for this: under SMR and SSEQ the group must not get away from the answer
/// by one more move, which has to help all of them. `answered`: the states that are stable for it if nobody
/// may get away from an answer, where they are known.
template <Engine E, class Worth>
typename E::Set jointly_stable(const E& engine, MoverId group, Concept c, const typename E::Set* answered,
                               const Worth& worth) {
  if (!row(c).symmetric) return engine.without(engine.all(), helped(engine, group, c, worth));
  // An answer that leaves one member no way on is one; where each answer leaves all better off, none is.
  const typename E::Set perhaps = helped(engine, group, c, worth);
  const typename E::Set open = answered != nullptr
                                   ? engine.intersection(perhaps, *answered)
                                   : engine.without(perhaps, helped(engine, group, without_escape(c), worth));
  return engine.unite(engine.without(engine.all(), perhaps), stable_by_liking(engine, group, c, open, worth));
}

template <Engine E, class Worth>
typename E::Set stable_by(const E& engine, MoverId mover, Concept c, const typename E::Set* answered,
                          const Worth& worth) {
  const auto& members = engine.members(mover);
  if (members.size() > 1) return jointly_stable(engine, mover, c, answered, worth);
  const PartyId i = members.front();
  return stable(engine, i, sanction(engine, i, i, worth(i), c));
}
template <Engine E>
typename E::Set stable(const E& engine, MoverId mover, Concept c, const typename E::Set* answered = nullptr) {
  return stable_by(engine, mover, c, answered, WorthByRank<E>{engine});
}

}  // namespace entente
