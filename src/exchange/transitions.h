// Transitions between the rows of a table of states: who can go from which to which.
#pragma once

#include <cstddef>
#include <tuple>
#include <vector>

#include "exchange/state_table.h"

namespace entente::exchange {

/// A party, and two rows.
struct Transition {
  std::size_t party = 0;
  std::size_t from = 0;
  std::size_t to = 0;

  bool operator==(const Transition&) const = default;
  bool operator<(const Transition& other) const {
    return std::tie(party, from, to) < std::tie(other.party, other.from, other.to);
  }
};

/// From a table with columns party, from and to, in which states are called by their ids or the numbers of
/// their rows, from 1; ascending. What is wrong with it is told, all at once.
std::vector<Transition> read_transitions(const Text& text, const StateTable& states,
                                         Diagnostics& diagnostics);

}  // namespace entente::exchange
