// Names are checked as text, before any file system sees them.
#include "server/file_name.h"

#include <algorithm>
#include <cstdint>

namespace entente::server {
namespace {

constexpr std::string_view ending = ".toml";
constexpr std::size_t longest_name = 200;  // bytes; what is written beside must fit in 255

constexpr char32_t broken = 0xffffffff;

/// The next character of UTF-8, which is taken off; `broken` for what is not UTF-8, overlong forms and
/// surrogates with it.
char32_t next(std::string_view& text) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (length == 0 || text.size() < length) return broken;
  static constexpr unsigned char bits[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
  static constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  char32_t c = lead & bits[length];
  for (std::size_t k = 1; k < length; ++k) {
    if ((byte(k) & 0xc0) != 0x80) return broken;
    c = (c << 6) | (byte(k) & 0x3fu);
  }
  text.remove_prefix(length);
  const bool surrogate = c >= 0xd800 && c < 0xe000;
  return c < least[length] || surrogate || c > 0x10ffff ? broken : c;
}

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
    const char32_t c = next(rest);
    if (c == broken) return "The name is not UTF-8.";
    if (deceives(c)) return "The name has a control character or one that cannot be seen.";
    if (separates(c)) return "A name has no slash, backslash or colon: cases are in the folder itself.";
  }
  if (!ends_so(name)) return "The name of a case ends in .toml.";
  return std::nullopt;
}

bool is_utf8(std::string_view text) {
  while (!text.empty())
    if (next(text) == broken) return false;
  return true;
}

std::string case_name_of(std::string_view dropped) {
  dropped.remove_prefix(std::min(dropped.size(), dropped.find_last_of("/\\") + 1));
  std::string_view stem = dropped.substr(0, dropped.find_last_of('.'));
  std::string name;
  while (!stem.empty() && name.size() < longest_name / 2) {
    const std::string_view before = stem;
    const char32_t c = next(stem);
    if (c == broken) {
      stem = before.substr(1);
    } else if (!deceives(c) && !separates(c)) {
      name += before.substr(0, before.size() - stem.size());
    }
  }
  name.erase(0, std::min(name.size(), name.find_first_not_of(". -")));
  return (name.empty() ? "case" : name) + std::string(ending);
}

}  // namespace entente::server
