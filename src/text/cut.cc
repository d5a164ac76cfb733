// Texts cut to a number of bytes.
#include "text/cut.h"

#include "text/unicode.h"

namespace entente {

std::string_view no_longer(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && !starts_code_point(text[most])) --most;
  return text.substr(0, most);
}

}  // namespace entente
