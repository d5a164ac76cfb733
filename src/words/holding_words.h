// Whether settlements hold once made, in words: how many do, who would leave the others, and what would keep
// them.
#pragma once

#include <string>

#include "view/holding.h"
#include "words/voice.h"

namespace entente {

/// "Of these one holds once made. If Japan also eases its sanctions, the United States would keep its
/// distance."
std::string holding_words(const Analysis& analysis, const Voice& voice, const Holding& holding,
                          const StateSet& settlements);

/// Who would leave a settlement by which move, one clause a party: "Japan would ease its sanctions".
std::string leaving_words(const Analysis& analysis, const Voice& voice, const Holding& holding,
                          StateId settlement);

/// The single guarantees that would make a settlement hold, as a sentence; empty where none would.
std::string guarantee_words(const Analysis& analysis, const Voice& voice, const Holding& holding,
                            StateId settlement);

}  // namespace entente
