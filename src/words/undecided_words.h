// What was not found out, in words.
#pragma once

#include <string>

#include "view/view.h"
#include "words/voice.h"

namespace entente {

/// "8,440", or "12 to 400" where it could not be decided.
std::string tally_words(const Tally& tally);
/// "stable for Japan and Russia, not stable for China, not decided for India"
std::string verdicts_words(const View& view, const Voice& voice, Concept c, Word at);
/// A line where something was not decided; empty otherwise.
std::string undecided_words(const View& view);

}  // namespace entente
