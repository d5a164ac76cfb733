// One door for programs: a question about a case in JSON, the answer in JSON. A page in a browser and a
// server ask through it; docs/ask.md says what a request may hold.
#pragma once

#include <cstddef>
#include <string_view>

#include "entente/answer.h"

namespace entente {

/// The largest request that is looked into, in bytes: two cases of the largest size, and as much again for
/// what JSON writes longer.
inline constexpr std::size_t largest_request = 4 * largest_input;

/// Answers a request, one JSON object such as {"verb": "settle", "case": "format = 1 ..."}, with one JSON
/// object: {"out": ..., "status": 0, "err": "..."}. Long work is watched with `watching`; what a request does
/// not say of its budget is that of `limits`. Nothing in a request can do harm, and nothing is thrown. What
/// is given back has the status of the answer, 1 where it could not be written, and no words of its own.
Answer ask(std::string_view request, const Watching& watching, const Sink& out, const Limits& limits = {});

}  // namespace entente
