// Names are checked as text, before any file system sees them.
#include "server/file_name.h"

#include <algorithm>

#include "text/unicode.h"

namespace entente::server {
namespace {

constexpr std::string_view ending = ".toml";
constexpr std::size_t longest_name = 200;  // bytes; what is written beside must fit in 255

/// Characters that show as nothing, or turn the text around them, so that a name would not be what it seems.
bool deceives(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c >= 0xe0000;
}

bool separates(char32_t c) {
  return c == '/' || c == '\\' || c == ':';
}

bool ends_so(std::string_view name) {
  return name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending;
}

}  // namespace

std::optional<std::string> wrong_name(std::string_view name) {
  if (name.empty()) return "The name is empty.";
  if (name.size() > longest_name) return "The name is longer than 200 bytes.";
  if (name.front() == '.' || name.front() == ' ' || name.front() == '-')
    return "A name begins neither with a dot nor with a space or a dash.";
  for (std::string_view rest = name; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    rest.remove_prefix(c.bytes);
    if (!c.valid) return "The name is not UTF-8.";
    if (deceives(c.value)) return "The name has a control character or one that cannot be seen.";
    if (separates(c.value)) return "A name has no slash, backslash or colon: cases are in the folder itself.";
  }
  if (!ends_so(name)) return "The name of a case ends in .toml.";
  return std::nullopt;
}

std::string case_name_of(std::string_view dropped) {
  dropped.remove_prefix(std::min(dropped.size(), dropped.find_last_of("/\\") + 1));
  std::string_view stem = dropped.substr(0, dropped.find_last_of('.'));
  std::string name;
  while (!stem.empty() && name.size() < longest_name / 2) {
    const CodePoint c = first_code_point(stem);
    if (c.valid && !deceives(c.value) && !separates(c.value)) name += stem.substr(0, c.bytes);
    stem.remove_prefix(c.bytes);
  }
  name.erase(0, std::min(name.size(), name.find_first_not_of(". -")));
  return (name.empty() ? "case" : name) + std::string(ending);
}

}  // namespace entente::server
