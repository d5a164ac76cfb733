// An answer in JSON put on one line.
#pragma once

#include <string>
#include <string_view>

namespace entente::cli {

/// Takes the pieces of an answer in JSON and gives each without its line ends and indents. A line end of JSON
/// stands in no text, and what is between it and the next letter is an indent.
class WithoutIndents {
 public:
  std::string of(std::string_view piece) {
    std::string line;
    for (const char c : piece) {
      if (indent_ && c == ' ') continue;
      indent_ = c == '\n';
      if (!indent_) line += c;
    }
    return line;
  }

 private:
  bool indent_ = false;
};

}  // namespace entente::cli
