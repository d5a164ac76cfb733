// A certificate as JSON lines (docs/proof.md).
#pragma once

#include <string>
#include <string_view>

#include "proof/proof.h"

namespace entente {

inline constexpr std::string_view proof_schema = "entente-proof/1";

/// The whole certificate of a case with these bytes; its last line is the SHA-256 of all lines before it.
std::string proof_lines(const Analysis& analysis, const Proof& proof, std::string_view content);

}  // namespace entente
