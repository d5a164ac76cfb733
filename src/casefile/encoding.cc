// The size of a file, its zero bytes and its UTF-8.
#include "casefile/encoding.h"

#include <fmt/format.h>

#include "casefile/casefile.h"
#include "text/unicode.h"

namespace entente::casefile {

namespace {

constexpr unsigned most_told = 20;

void report(Diagnostics& diagnostics, std::string code, Place at, std::string message,
            std::string help = {}) {
  diagnostics.report(
      {.code = std::move(code), .at = at, .message = std::move(message), .help = std::move(help)});
}

bool nothing_read(Syntax& read) {
  read.text = false;
  read.cut = true;
  read.lost = std::move(read.content);
  read.content.clear();
  return false;
}

void replace_invalid(std::string& content, Diagnostics& diagnostics) {
  std::uint32_t at = 0;
  for (unsigned told = 0;; ++told) {
    const auto bad = first_invalid_byte(std::string_view(content).substr(at));
    if (!bad) return;
    at += *bad;
    if (told < most_told) {
      report(diagnostics, "not-text", {at, at + 1}, "this byte is no UTF-8", "save the file as UTF-8");
    }
    while (at < content.size() && static_cast<unsigned char>(content[at]) >= 0x80) content[at++] = '?';
  }
}

}  // namespace

bool check_encoding(Syntax& read, Diagnostics& diagnostics) {
  const std::size_t size = read.content.size();
  if (size > largest_file) {
    report(diagnostics, "too-large", {},
           fmt::format("the file has {} bytes, and a case at most {}", size, largest_file));
    return nothing_read(read);
  }
  const std::size_t zero = read.content.find('\0');
  if (zero != std::string::npos) {
    const auto at = static_cast<std::uint32_t>(zero);
    report(diagnostics, "not-text", {at, at}, "the file has a zero byte: it is no text",
           "a case is a text file in TOML");
    return nothing_read(read);
  }
  replace_invalid(read.content, diagnostics);
  return true;
}

}  // namespace entente::casefile
