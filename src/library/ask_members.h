// A request's members as they stand in its JSON, before anything is known of what they mean.
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

}  // namespace entente
