// Situations in words: what a state is, what leads from one to another, who holds what.
#pragma once

#include <string>
#include <vector>

#include "view/facts.h"
#include "words/voice.h"

namespace entente {

/// A sentence a party: "Japan asks for all four islands, keeps its sanctions and does not sign."
std::string situation(const Voice& voice, const Layout& layout, Word word);

/// What the case calls a state: `s5 "the deadlock"`, its id and its label; empty where it has no id. Behind a
/// number: `, s5 "the deadlock"`.
std::string id_words(const Model& model, const Layout& layout, Word word);
std::string id_words(const NamedState& state);
std::string id_behind(const Model& model, const Layout& layout, Word word);

/// Who has each stake, in the case's order.
using Holders = std::vector<std::optional<PartyId>>;
Holders holders(const Model& model, const Layout& layout, Word word);

/// "Russia holds Etorofu and Kunashiri; Japan holds Shikotan"; empty without stakes.
std::string holdings(const Voice& voice, const Layout& layout, Word word);
/// "Japan gets Shikotan and the Habomais; Russia keeps Etorofu and Kunashiri".
std::string transfers(const Voice& voice, const Holders& now, const Holders& then);

/// What divides one kind of settlement from others: who then gets and keeps what, or else the courses that
/// the agreement names.
std::string division_words(const Voice& voice, const Holders& now, const Dividing& division);

/// The changes of a move, the mover as the subject: "Japan goes to Sochi".
std::string move_words(const Voice& voice, const Layout& layout, const WordStep& move);
/// What every party does otherwise, a clause a party.
std::vector<std::string> changes_words(const Voice& voice, const Layout& layout, Word from, Word to);
/// The same as one text: "Japan goes to Sochi; Russia signs".
std::string otherwise_words(const Voice& voice, const Layout& layout, Word from, Word to);

}  // namespace entente
