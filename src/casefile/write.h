// A case as written, written again: TOML of the same meaning, without the comments of the file it came from.
#pragma once

#include <string>
#include <string_view>

#include "casefile/casefile.h"

namespace entente::casefile {

/// `comment`: lines for its head.
std::string write(const Case& written, std::string_view comment = {});

}  // namespace entente::casefile
