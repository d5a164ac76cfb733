// The case that `entente new` writes.
#pragma once

#include <string_view>

namespace entente::casefile {

/// A small valid case whose comments teach the format.
std::string_view new_case();

}  // namespace entente::casefile
