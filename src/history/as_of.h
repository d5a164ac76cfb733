// A case put back to a day of its history: the status quo of that day, and the statements in force then.
#pragma once

#include <optional>
#include <string>

#include "view/case.h"

namespace entente {

/// Sets a case to a date: the events that began by its first day have happened, the later ones are not there,
/// and the date is the case's. A day past the case's own leaves all events, and the status quo, as they are.
/// Gives what is wrong where it cannot be done.
std::optional<std::string> set_as_of(Case& of, const std::string& date);

}  // namespace entente
