// How a verb phrase begins: "goes to Sochi", "go to Sochi", "will go to Sochi".
#pragma once

#include <string_view>

namespace entente {

/// The first word, up to a blank.
std::string_view first_word(std::string_view phrase);

/// Whether a verb phrase begins as a third person singular does: "goes to Sochi".
bool third_person(std::string_view phrase);

/// Whether its first word is one after which a rule for verbs would be a guess: "will", "cannot", "never".
bool begins_unsurely(std::string_view phrase);

/// Whether a phrase reads as a verb behind the name of one, or of many: its first word ends in -s, or does
/// not, or is will, may, can, must, shall or the like. What is not written in English letters may be
/// anything.
bool reads_as_verb(std::string_view phrase, bool many);

}  // namespace entente
