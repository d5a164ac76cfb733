// A text as it stands in HTML.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// A text so that it stands in HTML as itself, in an attribute too; control characters are left out.
std::string escaped(std::string_view text);

}  // namespace entente
