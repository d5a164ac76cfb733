// Demands, waivers and openings in words, and whether settlements hold once made.
#pragma once

#include <string>
#include <vector>

#include "view/view.h"
#include "words/situation.h"
#include "words/voice.h"

namespace entente {
/// The indices of a party's demands in force on the case's day.
std::vector<std::size_t> demands_in_force(const Model& model, PartyId party);
/// "Japan sets its condition aside and Russia accepts less than it has today".
std::string waivers_words(const Voice& voice, const Waivers& waivers);
/// What the case calls a settlement, and whose consent it takes.
std::string meaning_of_settlement(const Voice& voice);
/// The waivers, how many settlements they open, who then gets and keeps what in those recommended (among the
/// ones that hold, where some do). `holding`: nothing where it was not found out.
std::string opening_words(const View& view, const Voice& voice, const OpeningSeen& opening,
                          const std::optional<HoldingSeen>& holding);
/// What is recommended of an opening: among the settlements that hold, where some do.
const Set& best_of(const OpeningSeen& opening, const std::optional<HoldingSeen>& holding);
/// Who holds what in these states: one sentence where they agree, else the kinds of settlement that there
/// are; empty where there are no stakes or it was not found out.
std::string shared_holdings(const View& view, const Voice& voice, const Set& states);
/// The kinds of settlement, each as one clause.
std::string kinds_words(const Voice& voice, const Holders& now, const std::vector<Dividing>& kinds);

/// "Both hold once made."; where not all do, who would leave one that does not: of those that hold the
/// nearest, or else `best`. Empty without settlements, and where it was not found out.
std::string holding_words(const View& view, const Voice& voice, const std::optional<HoldingSeen>& holding,
                          const Set& settlements, const Set& best);
/// Who would leave a settlement that does not hold, and how: "Japan would ease its sanctions"; empty where it
/// was not found out.
std::string leaving_words(const View& view, const Voice& voice, const HoldingSeen& holding, Word settlement);

}  // namespace entente
