// What `when` of single changes and [[party.move]] say of the feasible states.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/model.h"
#include "states/states.h"

namespace entente {

/// The changes of one option that have conditions of their own. Refers to nothing.
class GuardedChanges {
 public:
  GuardedChanges() = default;
  GuardedChanges(const Model& model, const States& states, OptionId option);

  /// Whether the condition of a change, if it has one of its own, holds at s.
  bool open(StateId s, Value from, Value to) const { return changes_.empty() || holds(s, from, to); }

 private:
  struct Guarded {
    Value from = 0;
    Value to = 0;
    StateSet where;
  };

  bool holds(StateId s, Value from, Value to) const;

  std::vector<Guarded> changes_;  // by from and to
};

/// The moves that one party lists, in tables numbered from 0. Refers to nothing.
class ListedMoves {
 public:
  ListedMoves() = default;
  ListedMoves(const Model& model, const States& states, MoverId mover);

  /// How many tables there are; without any, the party's options alone say what its moves are.
  std::size_t tables() const { return tables_; }
  /// Whether some table lists the move from s to t; so of any where there are no tables.
  bool allow(StateId s, StateId t) const { return tables_ == 0 || meet(leaving(s), entering(t)); }
  /// The tables whose `from` holds at s, and those whose `to` holds at t, ascending.
  std::span<const std::uint32_t> leaving(StateId s) const { return from_.at(s); }
  std::span<const std::uint32_t> entering(StateId t) const { return to_.at(t); }

 private:
  // States in classes of those for which the same tables hold.
  struct Side {
    std::vector<std::uint32_t> of;
    std::vector<std::vector<std::uint32_t>> tables;  // of each class
    std::span<const std::uint32_t> at(StateId s) const { return tables[of[s]]; }
    void divide(std::uint32_t table, const StateSet& holds);
  };

  static bool meet(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

  std::size_t tables_ = 0;
  Side from_, to_;
};

/// Whether some table of a mover lists a move; so of any where it has no tables.
bool listed(const Model& model, MoverId mover, const Layout& layout, Word from, Word to);
/// Whether a change of an option from a state is open to its party, as far as conditions go: the option's and
/// the change's own.
bool open(const Model& model, OptionId option, const Layout& layout, Word from, Value to);

}  // namespace entente
