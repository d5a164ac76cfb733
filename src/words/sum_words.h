// Sums that are compared, in words: "the catches of Iceland and Norway together are at most 610".
#pragma once

#include <optional>
#include <string>

#include "words/voice.h"

namespace entente {

/// What it is that a sum holds, or does not, as a clause that names all that it adds:
///
///   clause  = ("the " nouns " of " names " together are" | amount (" is" | " are")) " " stands " " amount
///   amount  = part (" plus " | " less ") part ...
///   part    = number | ["twice " | number " times "] name "'s " noun
///   stands  = ["not "] "equal to" | "less than" | "more than" | "at most" | "at least"
///
/// A noun is what an option is called. Behind the sign it is left out where the same stands before it alone:
/// "Iceland's catch is more than Norway's".
std::string sum_in_words(const Voice& voice, const Condition& sum, bool truth);

/// Whether a sum holds, where it does, or does not, whatever the values are, as the least and the most that
/// its options add show.
std::optional<bool> settled(const Conditions& conditions, const Condition& sum);

}  // namespace entente
