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
/// What the case calls a settlement, and whose consent it takes; in full also whose it does not.
std::string meaning_of_settlement(const Voice& voice, bool in_full);
/// Why no situation counts as a settlement, where the case does not say what one is; a clause.
std::string no_agreement_words();
/// "both Japan and Russia", "A, B and C alike", "all", "all whose consent it takes": behind "accepted by".
std::string all_words(const Voice& voice);
/// What every party does otherwise than in one situation in all of some, a clause a party.
std::vector<std::string> shared_changes(const Voice& voice, const Layout& layout, Word from,
                                        const Situations& all);
/// Of all the recommended ones, where they have no change in common: whether nothing changes, or they differ.
std::string nothing_shared_words(const Situations& all, Word from);
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

/// "Both hold once made, as they are."; where not all do, how one breaks: of those that hold the nearest, if
/// that is asked for too, or else `best`. Empty without settlements, and where it was not found out.
std::string holding_words(const View& view, const Voice& voice, const std::optional<HoldingSeen>& holding,
                          const Set& settlements, const Set& best, bool in_full = true);
/// " among those that hold as they are": of which settlements the recommended ones are the best, behind such
/// a beginning; empty where none holds.
std::string among_words(const HoldingSeen& holding, const std::string& begin);
/// What follows where a settlement is made: "Japan would still ease its sanctions" of one that lasts, "Japan
/// would ease its sanctions, which would end the agreement" of one that breaks; empty where it rests or that
/// was not found out.
std::string sequel_words(const View& view, const Voice& voice, const HoldingSeen& holding, Word settlement);

}  // namespace entente
