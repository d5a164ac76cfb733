// A request held against the table of verbs: every key known, of its type and within its bounds.
#pragma once

#include <string>
#include <string_view>

#include "entente/verbs.h"

namespace entente {

/// What a request wants of which verb; or what is wrong with it, a sentence without its end.
struct ReadRequest {
  const Verb* verb = nullptr;
  Question question = {};
  std::string wrong = {};
};

ReadRequest read_request(std::string_view request, const Limits& limits);

}  // namespace entente
