// Ids looked up by their text, and what an id looks like.
#include "model/known.h"

#include <algorithm>

namespace entente {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

bool Known::add(std::string_view id, Definition definition) {
  if (!definitions_.emplace(id, definition).second) return false;
  ids_.emplace_back(id);
  return true;
}

const Definition* Known::find(std::string_view id) const {
  const auto found = definitions_.find(id);
  return found == definitions_.end() ? nullptr : &found->second;
}

bool is_identifier(std::string_view text) {
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-';
  });
}

bool is_value(std::string_view text) {
  return is_identifier(text) || (!text.empty() && std::all_of(text.begin(), text.end(), is_digit));
}

}  // namespace entente
