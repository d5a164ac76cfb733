// What an engine is: the operations of the algebra on functions from states to ranks (method.md, "The
// algebra").
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/ids.h"

namespace entente {

/// The steps of an answer: any moves, or only those that improve their mover's position.
enum class Steps : std::uint8_t { plain, improving };

/// An engine gives rank functions (Ranks: larger is better) and sets of states (Set) of its own types.
template <class E>
concept Engine = requires(const E& e, PartyId i, MoverId m, const std::vector<PartyId>& some,
                          const std::vector<typename E::Ranks>& all, const typename E::Ranks& v,
                          const typename E::Ranks& w, const typename E::Set& a, const typename E::Set& b,
                          Steps steps) {
  { e.parties() } -> std::convertible_to<std::size_t>;
  /// r_i(s)
  { e.rank(i) } -> std::convertible_to<typename E::Ranks>;
  /// +inf everywhere: nobody answers
  { e.nothing() } -> std::same_as<typename E::Ranks>;
  /// the parties that take part in m's moves, ascending
  { e.members(m) } -> std::convertible_to<std::vector<PartyId>>;
  /// max of v over {s} and R_m(s)
  { e.best_move(m, v) } -> std::same_as<typename E::Ranks>;
  /// min of v over {s} and what movers without a member of m's can bring about from s by legal sequences, in
  /// which an improvement of a group is one for every member; exact where compared with the rank of i
  { e.worst_reach(m, i, v, steps) } -> std::same_as<typename E::Ranks>;
  { e.maximum(v, w) } -> std::same_as<typename E::Ranks>;
  { e.minimum(v, w) } -> std::same_as<typename E::Ranks>;
  /// { s : v(s) <= w(s) }
  { e.at_most(v, w) } -> std::same_as<typename E::Set>;
  /// { s : v_k(t) > r_k(s) for each member k and some t in R_m(s) }; v: one a member, none above its rank
  { e.helped(m, all) } -> std::same_as<typename E::Set>;
  /// f(alike, better) for each class of states of a that some parties like alike, and the states that each of
  /// them likes better than those
  e.each_liking(some, a, [](const typename E::Set&, const typename E::Set&) {});
  /// v in a set, 0 elsewhere
  { e.within(v, a) } -> std::same_as<typename E::Ranks>;
  { e.unite(a, b) } -> std::same_as<typename E::Set>;
  { e.without(a, b) } -> std::same_as<typename E::Set>;
  { e.all() } -> std::same_as<typename E::Set>;
  { e.intersection(a, b) } -> std::same_as<typename E::Set>;
  { e.count(a) } -> std::convertible_to<std::uint64_t>;
  { e.first(a) } -> std::same_as<std::optional<std::uint64_t>>;
};

}  // namespace entente
