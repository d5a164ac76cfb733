// Whether settlements hold once made, in words: how many do, who would leave the others, and what would keep
// them.
#pragma once

#include <string>

#include "view/view.h"
#include "words/voice.h"

namespace entente {

/// "Both hold once made."; where not all do, who would leave one that does not: of those that hold the
/// nearest, or else `best`. Empty without settlements, and where it was not found out.
std::string holding_words(const View& view, const Voice& voice, const std::optional<HoldingSeen>& holding,
                          const Set& settlements, const Set& best);
/// Who would leave a settlement that does not hold, and how: "Japan would ease its sanctions"; empty where it
/// was not found out.
std::string leaving_words(const View& view, const Voice& voice, const HoldingSeen& holding, Word settlement);

}  // namespace entente
