// The terms of the field, each in a sentence for someone who never heard of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct Term {
  std::vector<std::string_view> words;  // as they stand in a text, the first one the term's name
  std::string meaning;
};

const std::vector<Term>& terms();

struct TermFound {
  std::size_t at = 0;
  std::size_t length = 0;
  const Term* term = nullptr;
};

/// The first term in a text that is not among those explained already, as a whole word.
std::optional<TermFound> first_term(std::string_view text, const std::vector<std::string_view>& explained);

}  // namespace entente
