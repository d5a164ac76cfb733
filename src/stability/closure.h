// What legal sequences of a group reach, or others' replies, made ready once and then asked about many sets
// of states at a time.
#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/engine.h"
#include "stability/actor.h"
#include "stability/move_graph.h"
#include "states/rank.h"

namespace entente {

/// Whether a state is in each of some sets: a bit a set.
struct Membership {
  static constexpr std::size_t sets = 512;
  std::array<std::uint64_t, sets / 64> bits{};

  bool contains(std::size_t set) const {
    assert(set < sets);
    return (bits[set / 64] >> (set % 64) & 1) != 0;
  }
  void insert(std::size_t set) {
    assert(set < sets);
    bits[set / 64] |= std::uint64_t{1} << (set % 64);
  }
  Membership& operator|=(const Membership& o) {
    for (std::size_t k = 0; k < bits.size(); ++k) bits[k] |= o.bits[k];
    return *this;
  }
  Membership& operator&=(const Membership& o) {
    for (std::size_t k = 0; k < bits.size(); ++k) bits[k] &= o.bits[k];
    return *this;
  }
  Membership operator~() const {
    Membership all;
    for (std::size_t k = 0; k < bits.size(); ++k) all.bits[k] = ~bits[k];
    return all;
  }
};

/// The legal sequences of a group of movers: none twice in a row, with `improving` steps each better for all
/// of its mover's members.
class Closure {
 public:
  Closure(const MoveGraph& graph, const std::vector<Ranks>& ranks, const std::vector<MoverId>& group,
          Steps steps);

  /// For each state: the sets that it or a state reached from it is in.
  std::vector<Membership> reached(const std::vector<Membership>& sets) const;

 private:
  class Walk;

  // States, and who moves next where that matters, in knots: what reaches one another. A knot's number is
  // larger than those of the knots it leads to.
  Stop stop_;
  std::size_t states_ = 0;
  std::size_t starters_ = 1;              // nodes from which a state's sequences start
  std::vector<std::uint32_t> knot_of_;    // of each node
  std::vector<std::size_t> begin_ = {0};  // of each knot's successors
  std::vector<std::uint32_t> successors_;
  std::vector<std::pair<std::uint32_t, StateId>> members_;  // the states that count for a knot
};

/// The replies of a group, likewise.
class Replying {
 public:
  /// Graph and ranks must outlive it.
  Replying(const MoveGraph& graph, const std::vector<Ranks>& ranks, std::vector<MoverId> group, Steps steps);

  /// For each state: the sets that it or a state reached from it is in.
  std::vector<Membership> reached(const std::vector<Membership>& sets) const;

 private:
  std::vector<Membership> before_move(MoverId mover, const std::vector<Membership>& then) const;

  const MoveGraph& graph_;
  const std::vector<Ranks>& ranks_;
  std::vector<MoverId> group_;  // those who can move at all
  Steps steps_;
  std::optional<Closure> sequences_;  // where any legal sequence is a reply
};

}  // namespace entente
