// Fresh random cases, both engines, and the definitions as the judge.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace entente::soak {

/// What an engine says otherwise than the oracle about the random case of this seed, with the case, as small
/// as it could be made; nothing where all agree on every concept for every party.
std::optional<std::string> disagreement(std::uint64_t seed);

}  // namespace entente::soak
