// Paths by their definition: every way kept that no other is as good as in every respect; never linked into
// the product.
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "model/model.h"
#include "path/step.h"
#include "states/set.h"

namespace entente::oracle {

struct NaivePath {
  std::uint32_t concessions = 0;
  std::uint32_t moves = 0;
  std::optional<Date> done;
  bool in_time = true;

  bool operator==(const NaivePath&) const = default;
};

/// One mover's move between two states.
struct NaiveMove {
  MoverId mover;
  StateId from = 0;
  StateId to = 0;
  std::vector<StepKind> kinds;               // for each member
  std::vector<std::optional<Period>> takes;  // of each option changed
};

/// How many members concede.
std::uint32_t concessions(const NaiveMove& move);

/// All moves of all movers.
std::vector<NaiveMove> all_moves(const Model& model);

std::optional<NaivePath> best_path(const Model& model, const std::vector<NaiveMove>& moves,
                                   const StateSet& from, const StateSet& to, bool safe,
                                   std::optional<Date> deadline);

/// The fewest concessions from one state to each, by relaxing every move until nothing changes.
std::vector<std::uint32_t> fewest_concessions(std::size_t states, const std::vector<NaiveMove>& moves,
                                              StateId start);

}  // namespace entente::oracle
