// How many of a test's random cases are tried.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace entente::oracle {

/// All of them; under ENTENTE_ROUNDS=quarter the first quarter. The optimised build has tried all when the
/// sanitized one, several times as slow, looks for errors of memory, which the first cases find as well as
/// the last.
inline std::uint64_t rounds(std::uint64_t all) {
  const char* const how = std::getenv("ENTENTE_ROUNDS");
  return how != nullptr && std::string_view(how) == "quarter" ? (all + 3) / 4 : all;
}

}  // namespace entente::oracle
