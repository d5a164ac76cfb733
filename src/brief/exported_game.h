// A case as a game in normal form, as Gambit reads it (.nfg).
#pragma once

#include <optional>
#include <string>

#include "view/case.h"

namespace entente {

/// Why a case is no such game; nothing where it is one: each party has one option at most and may change it
/// freely, nothing is forbidden, and nobody acts jointly.
std::optional<std::string> no_game(const Case& of);

/// In payoff form: a cell is worth to a party how many of its classes are worse.
std::string game_nfg(const Case& of);

}  // namespace entente
