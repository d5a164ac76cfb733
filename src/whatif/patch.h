// A variant of a case written into the case's own text: comments, order and layout stay as the user left
// them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "whatif/premises.h"

namespace entente {

/// The text of a case, which has no faults, with the changes of premises made in it, so that it reads as
/// `with(written, now)`. Nothing where what is changed is written in braces, not under a head of its own.
std::optional<std::string> patched(std::string_view text, const casefile::Case& written, const Premises& now);

}  // namespace entente
