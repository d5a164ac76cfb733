// What the TOML library says of a mistake, in words for the author of a case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::casefile {

/// `of_statement`: it speaks of the statement as a whole, not of one character.
struct Wording {
  std::string message;
  std::string help = {};
  bool of_statement = false;
  std::string code = "toml-syntax";
};

/// `description` is the library's; `at` is the byte of `content` it speaks of.
Wording worded(std::string_view description, std::string_view content, std::uint32_t at);

}  // namespace entente::casefile
