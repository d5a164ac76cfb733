// Strength of preference by its definition, as literal loops over states; never linked into the product.
#pragma once

#include <random>
#include <vector>

#include "oracle/oracle.h"

namespace entente::oracle {

/// By party and state: t is strongly worse than s for a party where its level is the smaller one.
using StrengthLevels = std::vector<std::vector<std::uint32_t>>;

/// By each party's strong statements alone.
StrengthLevels strength_levels(const Model& model, std::optional<Date> day);

/// Where a mover, or a coalition, is strongly stable: GMR, SMR and SEQ.
StateSet strongly_stable(const Game& game, const StrengthLevels& levels, std::size_t mover, Concept concept_);
StateSet group_strongly_stable(const Game& game, const StrengthLevels& levels,
                               const std::vector<std::size_t>& group, Concept concept_);

/// Makes the most important statements of each party strong that has no weights and no ranking: all of them
/// for one model in four, none for another.
void make_strong(Model& model, std::mt19937_64& random);

}  // namespace entente::oracle
