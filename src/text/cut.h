// Texts cut to a number of bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// The beginning of a text of so many bytes at most, which ends with no part of a code point.
std::string_view no_longer(std::string_view text, std::size_t most);

}  // namespace entente
