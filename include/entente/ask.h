// One door for programs: a question about a case in JSON, the answer in JSON. A page in a browser and a
// server ask through it; docs/ask.md says what a request may hold.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "entente/answer.h"

namespace entente {

/// The largest request that is looked into, in bytes: two cases of the largest size, and as much again for
/// what JSON writes longer.
inline constexpr std::size_t largest_request = 4 * largest_input;

class PageMemory;

/// What is kept from one request to the next, for the next to be answered sooner where it is about the same
/// case. No answer depends on it. One for each thread that asks.
class AskMemory {
 public:
  AskMemory();
  ~AskMemory();
  AskMemory(const AskMemory&) = delete;
  AskMemory& operator=(const AskMemory&) = delete;

  PageMemory& pages() { return *pages_; }

 private:
  std::unique_ptr<PageMemory> pages_;
};

/// Answers a request, one JSON object such as {"verb": "settle", "case": "format = 1 ..."}, with one JSON
/// object: {"out": ..., "status": 0, "err": "..."}. Long work is watched with `watching`; what a request does
/// not say of its budget is that of `limits`. Nothing in a request can do harm, and nothing is thrown. What
/// is given back has the status of the answer, 1 where it could not be written, and no words of its own.
Answer ask(std::string_view request, const Watching& watching, const Sink& out, const Limits& limits = {},
           AskMemory* memory = nullptr);

}  // namespace entente
