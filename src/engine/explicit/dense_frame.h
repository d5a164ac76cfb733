// All of a dense engine but the ranks, so that engines of the same states and moves can share it.
#pragma once

#include <vector>

#include "engine/explicit/dense_moves.h"
#include "engine/explicit/dense_space.h"

namespace entente {

/// The combinations, and who can move among them. It refers to nothing that it was made from.
struct DenseFrame {
  DenseFrame(const Model& model, const States& states);

  DenseSpace space;
  std::vector<DenseMoves> moves;  // one a party
};

}  // namespace entente
