// Assumptions, changes to them and how firm they are, in words.
#pragma once

#include <string>
#include <vector>

#include "whatif/changes.h"
#include "words/voice.h"

namespace entente {

/// "Japan prefers: ...", "Japan insists: ...", "Ruled out: ...", "How Japan can change "Abe's visit"",
/// "Japan can go from where it talks to where it waits".
std::string assumption_words(const Voice& voice, const Assumption& assumption);

/// A clause that follows "if": "Japan did not wish for this: Russia signs".
std::string change_words(const Voice& voice, const std::vector<Assumption>& assumptions,
                         const Change& change);
/// The clauses of several changes: "Japan ... and Russia ...".
std::string changes_words(const Voice& voice, const std::vector<Assumption>& assumptions,
                          const std::vector<Change>& changes);
/// What would have to change, as a sentence's own words: "Russia no longer insists: ...", "a guarantee:
/// Russia cannot change ...".
std::string unlocking_words(const Voice& voice, const std::vector<Assumption>& assumptions,
                            const Change& change);

/// "A way would lead there if this were not required: ..., or if ...": which changes open the ways that they
/// close; at most so many are told.
std::string opening_changes(const Voice& voice, const std::vector<Assumption>& assumptions,
                            const std::vector<std::vector<Change>>& sets);

/// Whether a statement has others in force that are as important.
bool equal_to_others(const Model& model, const Assumption& assumption);
/// "Without it: ", "Were it less important than the next: ": what a change that takes an assumption away says
/// before what becomes of a conclusion.
std::string were_it_otherwise(const Model& model, const Assumption& assumption, Change::Kind kind);

/// "stated (A1)", "inferred, and doubted", "assumed without evidence".
std::string firmness_words(const Firmness& firmness);
/// In one word, for tables: "stated", "doubted", "assumed".
std::string firmness_word(const Firmness& firmness);

}  // namespace entente
