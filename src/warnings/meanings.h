// Warnings of what the feasible situations of a case show.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "casefile/casefile.h"
#include "model/model.h"
#include "text/diagnostic.h"

namespace entente {

/// In how many of the feasible situations a condition holds.
enum class Met : std::uint8_t { never, sometimes, always };
/// The same of several conditions; nothing where it was not found out.
using MetBy = std::function<std::vector<std::optional<Met>>(const std::vector<ConditionId>&)>;

/// Whether a party can make a move that one of its tables lists; nothing where it was not found out.
using MadeBy = std::function<std::optional<bool>(PartyId party, std::size_t table)>;

/// An agreement, a wish or a demand that no situation meets or all meet, conditions of changes and ends of
/// listed moves that none meets, tables of moves without a move, and rules that forbid nothing that the
/// others leave; of a case without faults as written and bound.
void warn_of_situations(const casefile::Case& written, const Model& model, const MetBy& met,
                        const MadeBy& made, Diagnostics& diagnostics);

}  // namespace entente
