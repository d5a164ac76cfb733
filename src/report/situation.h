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

/// The values that each option takes in some states.
using OptionValues = std::vector<std::vector<Value>>;

/// A pattern in option form: a row a party, its courses parted by bars, a dash where each occurs.
Table pattern_table(const Voice& voice, const OptionValues& values);
/// Whether that table has a dash.
bool has_dash(const Model& model, const OptionValues& values);

/// How many patterns are shown where not all are asked for.
inline constexpr std::size_t shown_patterns = 8;

/// How patterns are shown: at most so many, and where the others are to be had (" (--long shows all)").
struct Showing {
  std::size_t most = SIZE_MAX;
  std::string elsewhere = {};
  unsigned indent = 2;
};

/// Writes a set of states as patterns.
void show_patterns(Page& page, const Analysis& analysis, const Voice& voice, const StateSet& set,
                   const Showing& how);

/// Who has each stake, in the case's order.
using Holders = std::vector<std::optional<PartyId>>;
Holders holders(const Model& model, const Layout& layout, Word word);

/// "Russia holds Etorofu and Kunashiri; Japan holds Shikotan"; empty without stakes.
std::string holdings(const Voice& voice, const Layout& layout, Word word);
/// "Japan gets Shikotan and the Habomais; Russia keeps Etorofu and Kunashiri".
std::string transfers(const Voice& voice, const Holders& now, const Holders& then);

/// What divides one kind of settlement from others: who then gets and keeps what, or else the courses that
/// the agreement names.
std::string division_words(const Analysis& analysis, const Voice& voice, const Division& division);

/// The changes of a move, the mover as the subject: "Japan goes to Sochi".
std::string move_words(const Analysis& analysis, const Voice& voice, PartyId party, StateId from, StateId to);

}  // namespace entente
