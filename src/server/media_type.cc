// Endings and what they mean to a browser; nothing is guessed.
#include "server/assets.h"

#include <array>
#include <utility>

namespace entente::server {

std::string_view media_type(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> types = {{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json; charset=utf-8"},
      {".wasm", "application/wasm"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".woff2", "font/woff2"},
  }};
  for (const auto& [ending, type] : types)
    if (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending) return type;
  return "application/octet-stream";
}

}  // namespace entente::server
