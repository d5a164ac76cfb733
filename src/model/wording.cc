// Words folded and listed.
#include "model/wording.h"

#include <fmt/format.h>

namespace entente {

std::string folded(std::string_view text) {
  std::string line;
  bool gap = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank && gap && !line.empty()) line += ' ';
    if (!blank) line += c;
    gap = blank;
  }
  return line;
}

std::string quoted_list(const std::vector<std::string>& words) {
  constexpr std::size_t most = 12;
  const std::size_t shown = words.size() <= most + 1 ? words.size() : most;
  std::string list;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == words.size();
    list += fmt::format("{}'{}'", i == 0 ? "" : last ? " and " : ", ", words[i]);
  }
  if (shown < words.size()) list += fmt::format(" and {} more", words.size() - shown);
  return list;
}

}  // namespace entente
