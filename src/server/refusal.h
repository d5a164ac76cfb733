// Why a request is not answered, as the client is told: {"error": {"code", "message"}}.
#pragma once

#include <string>
#include <variant>

namespace entente::server {

struct Refusal {
  int status = 500;  // of HTTP
  std::string code;  // a word for programs, listed in docs/api.md
  std::string message;
};

/// What was asked for, or why not.
template <class T>
using Outcome = std::variant<T, Refusal>;

template <class T>
const Refusal* refused(const Outcome<T>& outcome) {
  return std::get_if<Refusal>(&outcome);
}

}  // namespace entente::server
