// A condition in words, as far as words help: "if Japan signs, Japan asks for all four islands".
#pragma once

#include <optional>
#include <string>

#include "words/voice.h"

namespace entente {

/// The condition as a clause; where it is nested too deep or is too long for a sentence, the formula as
/// written, in quotes. What every value meets, or none, is "always", or "never".
std::string in_words(const Voice& voice, ConditionId condition, const std::string& as_written);

/// What `in_words` says where that is "always" or "never", which are no clauses; else nothing.
std::optional<bool> settled(const Voice& voice, ConditionId condition);

/// What a party asks for before it signs, as a clause that follows "only if" or stands alone.
std::string demanded(const Voice& voice, const Preference& preference);

}  // namespace entente
