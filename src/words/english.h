// English by rule: lists, counts, capitals, and the forms of a verb phrase that a case gives in the third
// person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "states/states.h"
#include "text/capitals.h"

namespace entente {

/// A text of the case on one line: white space folded, control characters gone.
std::string plain(std::string_view text);

/// "a", "a and b", "a, b and c"; with another word than "and" where given.
std::string listed(const std::vector<std::string>& items, std::string_view joiner = "and");

/// "3,264".
std::string grouped(Count number);
/// "one" to "ten" in words, larger numbers grouped.
std::string in_words(Count number);
/// The same where no noun follows: "none", "one", "3,264".
std::string none_or(Count number);
/// "no situations", "one situation", "3,264 situations".
std::string counted(Count number, std::string_view noun);

/// "Japan's", "the United States'".
std::string possessive(const std::string& name);
/// Ends a sentence with a full stop unless it has an end.
std::string sentence(std::string text);

/// "goes to Sochi" -> "go to Sochi", "does not sign" -> "not sign"; nothing where the rule is not sure.
std::optional<std::string> infinitive(std::string_view phrase);

}  // namespace entente
