// States sorted into classes by the statements that hold in them, the first statement deciding first.
#pragma once

#include <vector>

#include "states/rank.h"

namespace entente {

/// Dense ranks of the truth patterns that occur: lexicographic, a statement that holds above one that does
/// not.
Ranks refined(const Conditions& conditions, const std::vector<ConditionId>& statements, const States& states);

/// Dense ranks by the exact sums of the weights of the statements that hold; one weight a statement.
Ranks weighed(const Conditions& conditions, const std::vector<ConditionId>& statements,
              const std::vector<Decimal>& weights, const States& states);

}  // namespace entente
