// What the values of a case's keys mean: two that mean the same have the same text here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "casefile/casefile.h"
#include "casefile/keys.h"

namespace entente {

/// A formula as it would be written with the fewest parentheses; the text where it cannot be read.
std::string formula_meaning(const casefile::String& formula);

/// The value as TOML; the key's default where there is none. White space and parentheses of a formula that do
/// not count are gone, and lists whose order does not count are sorted.
std::string meaning(const casefile::Key& key, std::optional<casefile::String> s);
std::string meaning(const casefile::Key& key, casefile::Strings all);
std::string meaning(const casefile::Key& key, std::optional<casefile::Placed<casefile::Strings>> all);
std::string meaning(const casefile::Key& key, const std::optional<casefile::Placed<bool>>& yes);
std::string meaning(const casefile::Key& key, const std::optional<casefile::Placed<std::int64_t>>& number);
std::string meaning(const casefile::Key& key, std::optional<casefile::Moves> moves);
std::string meaning(const casefile::Key& key, std::vector<casefile::Entry> entries);

/// The value of an option today; its first where none is given.
std::string status_quo_of(const casefile::Option& option);

}  // namespace entente
