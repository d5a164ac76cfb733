// The line of a batch that is about one case.
#pragma once

#include <string>
#include <string_view>

#include "cli/case_process.h"

namespace entente::cli {

/// One object in JSON and a line end: the verb, the case as it was named, and how its answer went, what it is
/// and what belongs on standard error.
std::string batch_line(std::string_view verb, std::string_view name, const CaseAnswer& answer);

}  // namespace entente::cli
