// Situations in words: what a state is, what a set of states has in common, who holds what.
#pragma once

#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "report/page.h"
#include "report/voice.h"
#include "states/patterns.h"

namespace entente {

/// A sentence a party: "Japan asks for all four islands, keeps its sanctions and does not sign."
std::string situation(const Voice& voice, const Layout& layout, Word word);

/// A pattern in option form: a row a party, its courses parted by bars, "-" where one does not matter.
Table pattern_table(const Voice& voice, const Pattern& pattern);

/// Writes a set of states as patterns, at most so many of them, and says how many were left out.
void show_patterns(Page& page, const Analysis& analysis, const Voice& voice, const StateSet& set, std::size_t most);

/// Who holds what: "Japan: Shikotan and the Habomais; Russia: Etorofu and Kunashiri"; empty without stakes.
std::string holdings(const Voice& voice, const std::vector<std::optional<PartyId>>& holders);
std::string holdings(const Voice& voice, const Layout& layout, Word word);

/// What divides one kind of settlement from others: its holdings, or else the courses that the agreement names.
std::string division_words(const Voice& voice, const Division& division);

/// The changes of a move, the mover as the subject: "Japan goes to Sochi".
std::string move_words(const Analysis& analysis, const Voice& voice, PartyId party, StateId from, StateId to);

}  // namespace entente
