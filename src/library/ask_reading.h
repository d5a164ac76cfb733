// A request held against the table of verbs: every key known, of its type and within its bounds.
#pragma once

#include <string>
#include <string_view>

#include "library/ask_verbs.h"

namespace entente {

/// What is asked of which verb; or what is wrong with the request, a sentence without its end.
struct AskReading {
  const Verb* verb = nullptr;
  Form form = Form::json;
  Wanted wanted = {};
  std::string wrong = {};
};

AskReading read_request(std::string_view request, const Limits& limits);

}  // namespace entente
