// The transitions of one party as the tables [[party.move]] of a case, as few as are needed.
#pragma once

#include <string>
#include <vector>

#include "exchange/transitions.h"

namespace entente::exchange {

/// From where to where, both as strings of TOML.
struct MoveTable {
  std::string from;
  std::string to;
};

struct MovesOfParty {
  bool free = false;  // every move that its options allow is listed, and no table is needed
  std::vector<MoveTable> tables;
};

/// `moves`: those of all parties, ascending.
MovesOfParty moves_of_party(const StateTable& table, const std::vector<Transition>& moves, std::size_t party);

}  // namespace entente::exchange
