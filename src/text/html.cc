// A text as it stands in HTML.
#include "text/html.h"

namespace entente {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (byte >= 0x20 && byte != 0x7f) out += c;
        if (c == '\n' || c == '\t') out += ' ';
    }
  }
  return out;
}

}  // namespace entente
