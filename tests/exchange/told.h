// What was told of a text, a line each: the place and the code.
#pragma once

#include <string>

#include "text/diagnostic.h"

namespace entente::exchange {

inline std::string told(const Diagnostics& diagnostics, const Text& text) {
  std::string all;
  for (const Diagnostic& one : diagnostics.sorted()) {
    const Position at = text.position(one.at.begin);
    all += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + one.code + "\n";
  }
  return all;
}

}  // namespace entente::exchange
