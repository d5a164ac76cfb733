// A variant of a case written into the case's own text: comments, order and layout stay as the user left
// them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "links/disputes.h"
#include "whatif/premises.h"

namespace entente {

/// The text of a case, which has no faults, with the changes of premises made in it, so that it reads as
/// `with(written, now)`. Nothing where what is changed is written in braces, not under a head of its own.
std::optional<std::string> patched(std::string_view text, const casefile::Case& written, const Premises& now);

/// The same of linked disputes: the texts of the linking file and of `files`, one an [[include]] in its
/// order, each with what changes in it. Nothing also where the files cannot say it, as where wishes of two of
/// them change places.
std::optional<std::vector<std::string>> patched(std::string_view linking,
                                                const std::vector<IncludedFile>& files,
                                                const casefile::Case& whole, const Premises& now);

}  // namespace entente
