// A game in normal form as Gambit saves it (.nfg), made a case: a player a party, a cell a state.
#pragma once

#include <string_view>
#include <variant>

#include "exchange/given_file.h"
#include "exchange/made_case.h"

namespace entente::exchange {

/// Whether a text begins as such a file does.
bool begins_as_normal_form(std::string_view content);

/// In payoff form, or in outcome form; a player with one strategy gets no option, and of the payoffs the
/// order is carried over.
std::variant<MadeCase, Refused> case_of_normal_form(const GivenFile& file);

}  // namespace entente::exchange
