// A question in JSON read: its members, and the verb and arguments that they make.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "entente/verbs.h"

namespace entente {

/// A value that no request has a use for: null, a number with a fraction or below nothing, a list of
/// anything but texts.
struct Useless {
  std::string what;  // "null"
};

using Member = std::variant<Given, Useless>;

/// The members by name, or what is wrong with the JSON as a sentence.
struct Members {
  std::map<std::string, Member, std::less<>> given = {};
  std::string wrong = {};
};

/// Reads as deep as a request goes and stops at what is deeper.
Members read_members(std::string_view json);

/// What a request wants of which verb; or what is wrong with it, a sentence without its end.
struct ReadRequest {
  const Verb* verb = nullptr;
  Question question = {};
  std::string wrong = {};
};

ReadRequest read_request(std::string_view request, const Limits& limits);

}  // namespace entente
