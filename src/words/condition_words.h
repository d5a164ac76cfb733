// A condition in words that are read in one way only: "if Japan signs, Japan asks for all four islands".
#pragma once

#include <optional>
#include <string>

#include "words/voice.h"

namespace entente {

/// The condition as a clause. Conditions that differ in some state make different clauses, by this grammar:
///
///   condition = whole | numbered
///   whole     = list | "if " list ", " ["then "] list | fact (" exactly where " | " only where ") list
///             | "either " fact " or " fact ", but not both" | number " of these: " facts
///   list      = items, commas between them and "and" or "or" before the last
///   item      = fact | [name] "either " facts | [name] "both " fact " and " fact
///   numbered  = number " of these: (1) " condition "; (2) " condition ...
///             | "where (1) holds, so does (2): " ... | "(1) holds exactly where (2) does: " ...
///   fact      = name " " what its label says | '"' label '" does not hold' | label | sum (words/sum_words.h)
///
/// A fact of the party that the fact before it in its list is of goes without its name; "it" or "they" is the
/// party of all that stands before the list; numbers within a numbered part have that part's number before
/// theirs, "(2.1)". What every value meets, or none, is "always"
/// or "never". Only what has more parts, or lies deeper, than anybody would read is given as it was written,
/// in quotes.
std::string in_words(const Voice& voice, ConditionId condition, const std::string& as_written);

/// What `in_words` says where that is "always" or "never", which are no clauses; else nothing.
std::optional<bool> settled(const Voice& voice, ConditionId condition);

/// What a party wants, a clause that stands alone or follows "that": its label, else in words. A demand on an
/// act of its own says so: "Japan signs only where it asks for all four islands".
std::string demanded(const Voice& voice, PartyId party, const Preference& preference);
/// The same in words where there is a label, too; not of a wish that is withheld.
std::string demanded_in_full(const Voice& voice, PartyId party, const Preference& preference);

/// A listed move behind "can go": "from where Japan talks to where it waits", "from anywhere to ..."; of long
/// conditions "from this: ...; to this: ...".
std::string from_to(const Voice& voice, const ListedMove& move);
/// Where a listed move leads: "where it waits", "anywhere".
std::string end_words(const Voice& voice, const ListedMove& move);

/// What a rule requires, or rules out: its label, else in words; and in words where there is a label, too.
std::string ruled(const Voice& voice, const Rule& rule);
std::string ruled_in_full(const Voice& voice, const Rule& rule);

}  // namespace entente
