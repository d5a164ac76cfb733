// How large a case may be (case-format.md, "Limits and errors").
#pragma once

#include <cstddef>

namespace entente {

inline constexpr std::size_t most_parties = 32;
inline constexpr std::size_t most_statements = 4096;  // of one party
inline constexpr std::size_t most_listed_moves = 4096;
inline constexpr std::size_t most_named_states = 4096;
inline constexpr unsigned most_bits = 64;  // of all options together

}  // namespace entente
