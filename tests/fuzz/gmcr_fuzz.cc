// libFuzzer: any bytes read as a conflict of GMCR+; what is read is written as a case that can be read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "casefile/casefile.h"
#include "casefile/read.h"
#include "exchange/gmcr_case.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto reading = entente::gmcr::read({reinterpret_cast<const char*>(data), size});
  const auto* conflict = std::get_if<entente::gmcr::Conflict>(&reading);
  if (conflict == nullptr) return 0;
  const entente::Text text("case.toml", entente::gmcr::written(*conflict, "A conflict", {}));
  entente::Diagnostics diagnostics;
  entente::casefile::read(text, diagnostics);
  if (diagnostics.faulty() && !conflict->parties.empty()) std::abort();
  return 0;
}
