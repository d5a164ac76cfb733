// Ranks and payoffs of a table as places from 0, the best; compared as exact decimals.
#include "exchange/table_ranks.h"

#include <optional>

#include "text/decimal.h"

namespace entente::exchange {
namespace {

/// A number as a spreadsheet writes it; nothing where it is none.
std::optional<Decimal> number_in(const Cell& cell) {
  const bool plain = cell.text.find_first_not_of("0123456789+-.eE") == std::string::npos;
  return plain ? decimal(cell.text) : std::nullopt;
}

std::optional<std::vector<Decimal>> numbers_in(const std::vector<const Cell*>& cells,
                                               Diagnostics& diagnostics) {
  std::vector<Decimal> numbers;
  bool sound = true;
  for (const Cell* cell : cells) {
    std::optional<Decimal> number = number_in(*cell);
    if (!number)
      diagnostics.report({.code = "table-cell",
                          .at = cell->at,
                          .message = "'" + cell->text + "' is no number",
                          .help = "write a number such as 3 or -0.25, with a point and no blanks"});
    sound = sound && number;
    numbers.push_back(number.value_or(Decimal{}));
  }
  return sound ? std::optional(numbers) : std::nullopt;
}

}  // namespace

std::vector<std::uint32_t> dense_ranks(const std::vector<const Cell*>& cells, Better better,
                                       Diagnostics& diagnostics) {
  const auto numbers = numbers_in(cells, diagnostics);
  if (!numbers) return {};
  const std::vector<Limbs> exact = in_common_unit(*numbers);
  return places(exact.size(), [&](std::size_t a, std::size_t b) {
    return better == Better::smaller ? less(exact[a], exact[b]) : less(exact[b], exact[a]);
  });
}

}  // namespace entente::exchange
