// What import makes of files for a test: the case, or why there is none as one line.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "exchange/given_file.h"
#include "exchange/made_case.h"

namespace entente::exchange {

using MadeOrRefused = std::variant<MadeCase, Refused>;

/// "file:line:column: message", or nothing where a case is made.
inline std::string why_refused(const MadeOrRefused& of) {
  const auto* why = std::get_if<Refused>(&of);
  if (why == nullptr) return {};
  return why->file + ":" + std::to_string(why->line) + ":" + std::to_string(why->column) + ": " +
         why->message;
}

inline MadeCase made_case(MadeOrRefused of) {
  if (MadeCase* made = std::get_if<MadeCase>(&of)) return std::move(*made);
  ADD_FAILURE() << why_refused(of);
  return {};
}

/// A text with what stands in it once in place of something else.
inline std::string with(std::string text, const std::string& one, const std::string& other) {
  const std::size_t at = text.find(one);
  EXPECT_NE(at, std::string::npos) << one;
  return at == std::string::npos ? text : text.replace(at, one.size(), other);
}

/// The text from one part up to another.
inline std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  EXPECT_NE(begin, std::string::npos) << from << "\n" << text;
  return begin == std::string::npos ? "" : text.substr(begin, text.find(to, begin + 1) - begin);
}

}  // namespace entente::exchange
