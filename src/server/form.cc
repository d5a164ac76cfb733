// Percent-encoding, and + for a space.
#include "server/form.h"

#include <algorithm>

namespace entente::server {
namespace {

/// Less than 0 for what is no digit.
int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string decoded(std::string_view coded) {
  std::string text;
  for (std::size_t k = 0; k < coded.size(); ++k) {
    const bool escape =
        coded[k] == '%' && k + 2 < coded.size() && hex(coded[k + 1]) >= 0 && hex(coded[k + 2]) >= 0;
    text += escape            ? static_cast<char>(hex(coded[k + 1]) * 16 + hex(coded[k + 2]))
            : coded[k] == '+' ? ' '
                              : coded[k];
    if (escape) k += 2;
  }
  return text;
}

}  // namespace

std::string form_value(std::string_view form, std::string_view key) {
  while (!form.empty()) {
    const std::string_view pair = form.substr(0, form.find('&'));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (decoded(pair.substr(0, equals)) == key)
      return decoded(pair.substr(std::min(equals + 1, pair.size())));
    form.remove_prefix(std::min(pair.size() + 1, form.size()));
  }
  return {};
}

}  // namespace entente::server
