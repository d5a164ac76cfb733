// When parts of two cases as written mean the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casefile/casefile.h"

namespace entente {

/// The text, "" where there is none.
std::string string_of(const std::optional<casefile::String>& s);
std::vector<std::string> texts_of(const std::optional<casefile::Placed<casefile::Strings>>& all);

/// A formula with its white space folded, in quotes.
std::string quoted(const casefile::String& formula);
/// Equal but for white space and superfluous parentheses.
bool same_formula(const casefile::String& a, const casefile::String& b);
bool same_formula(const std::optional<casefile::String>& a, const std::optional<casefile::String>& b);
bool same_formulas(const std::optional<casefile::Placed<casefile::Strings>>& a,
                   const std::optional<casefile::Placed<casefile::Strings>>& b);

/// The value of an option today; its first where none is given.
std::string status_quo_of(const casefile::Option& option);
/// "forward", or the pairs: "a to b, b to c"; "free" where nothing is given.
std::string moves_of(const casefile::Option& option);
/// "require ..." or "forbid ...".
std::string rule_text(const casefile::Rule& rule);
std::string agreement_text(const casefile::Agreement& agreement);

bool same_meaning(const casefile::Rule& a, const casefile::Rule& b);
bool same_meaning(const casefile::Stake& a, const casefile::Stake& b);
bool same_meaning(const std::optional<casefile::Agreement>& a, const std::optional<casefile::Agreement>& b);

/// Tables of keys: [names], `to`, `sets`.
const casefile::Entry* entry(const std::vector<casefile::Entry>& all, const std::string& key);
void set_entry(std::vector<casefile::Entry>& all, const casefile::Entry& entry);
void erase_entry(std::vector<casefile::Entry>& all, const std::string& key);

}  // namespace entente
