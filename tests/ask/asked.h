// A request asked, as tests write it, and a small case to ask about.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "entente/ask.h"

namespace entente {

using Json = nlohmann::ordered_json;

/// The bytes of an answer.
inline std::string bytes(std::string_view request) {
  std::string all;
  ask(request, {}, [&](std::string_view piece) { return all.append(piece), true; });
  return all;
}

inline Json asked(const Json& request) {
  return Json::parse(bytes(request.dump()));
}

/// Two parties, each with an option, and a rule.
inline constexpr const char* two = R"(format = 1
title = "Two"
[[party]]
id = "a"
  [[party.option]]
  id = "x"
  [[party.preference]]
  statement = "b.y"
  [[party.preference]]
  statement = "not a.x"
[[party]]
id = "b"
  [[party.option]]
  id = "y"
  [[party.preference]]
  statement = "a.x"
[[rule]]
forbid = "a.x and b.y"
)";

}  // namespace entente
