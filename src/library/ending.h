// A question whose answer its budget, or the user, may end before it is whole.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "library/opened.h"

namespace entente {

/// A budget of less means this: the program itself and a small case take some tens of megabytes.
inline constexpr std::uint64_t least_memory = std::uint64_t{64} << 20;

/// When work for an answer that was asked for at `begun` is to end. Without a budget of memory that is where
/// three quarters of what the machine has free are taken.
Stop stop_of(const Limits& limits, std::chrono::steady_clock::time_point begun,
             const Watching& watching = {});
/// "stopped as asked", or which budget was spent.
std::string ended_words(const Stop& stop, const Limits& limits);
std::string ended_words(const Opened& opened);
/// The answer has status 3, and says that work was ended "before `what`".
void tell_ended(Opened& opened, const std::string& what);

/// An answer of which there is none in part: where it is ended first, a sentence says so ("before `what`").
Answer unless_ended(Opened& opened, const char* what, const std::function<Answer()>& whole);

}  // namespace entente
