// libFuzzer: any bytes read as a formula; what is read is written and read back as the same text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "formula/formula.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const entente::FormulaReading reading = entente::read_formula(text);
  if (!reading.faults.empty()) return 0;
  const std::string once = entente::written(reading.formula);
  const entente::FormulaReading again = entente::read_formula(once);
  if (!again.faults.empty() || entente::written(again.formula) != once) std::abort();
  return 0;
}
