// Numbers as programs and spreadsheets write them.
#pragma once

#include <optional>
#include <string_view>

#include "text/decimal.h"

namespace entente::exchange {

/// "-0.5", "3", ".5", "5." or "1.0E-4", blanks around it apart; nothing for inf, nan, nonsense, and where a
/// digit stands more than a thousand places from the point.
std::optional<Decimal> written_decimal(std::string_view written);

}  // namespace entente::exchange
