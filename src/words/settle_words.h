// Demands, waivers and openings in words.
#pragma once

#include <string>
#include <vector>

#include "view/holding.h"
#include "words/voice.h"

namespace entente {

/// The indices of a party's demands in force on the case's day.
std::vector<std::size_t> demands_in_force(const Model& model, PartyId party);
/// "Japan sets its condition aside and Russia accepts less than it has today".
std::string waivers_words(const Voice& voice, const Waivers& waivers);
std::string waivers_words(const Analysis& analysis, const Voice& voice, const Waivers& waivers);
/// What the case calls a settlement, and whose consent it takes.
std::string meaning_of_settlement(const Voice& voice);
/// The waivers, how many settlements they open, who then gets and keeps what in those recommended (among the
/// ones that hold, where some do), and which hold.
std::string opening_words(const Analysis& analysis, const Voice& voice, const Opening& opening,
                          const Holding& holding);
/// Who holds what in these states: one sentence where they agree, else the kinds of settlement that there
/// are.
std::string shared_holdings(const Analysis& analysis, const Voice& voice, const StateSet& states);

}  // namespace entente
