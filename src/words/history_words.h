// The past in words: what each move was for who made it, and how many the model would have expected.
#pragma once

#include <string>
#include <vector>

#include "history/history.h"
#include "view/analysis.h"
#include "words/citation.h"
#include "words/voice.h"

namespace entente {

/// Lines for HOW THE PAST FITS: the score with and without dated statements, the surprises, and the moves
/// that only dated statements explain; at most so many of each. Empty where no move is known.
std::vector<std::string> past_fits(const Voice& voice, const Layout& layout, const History& history,
                                   std::size_t most = 3);

/// What a mover did in an event: "Japan keeps its sanctions"; the event as told where it changed nothing of
/// its own.
std::string doing_words(const Voice& voice, const Layout& layout, const History& history, std::size_t event,
                        MoverId mover);
/// "Japan gains", "Japan concedes", "all the same to Japan"; of a group where it is so for every member.
std::string kind_words(const Voice& voice, MoverId mover, StepKind kind);
/// The same where it need not be the same for all: "Japan gains, and Russia concedes".
std::string kinds_words(const Voice& voice, MoverId mover, const StepKinds& kinds);
/// Whether the situation before was stable for who moved: "stable for Japan under GMR and SMR, not under
/// Nash".
std::string stability_words(const Voice& voice, const History& history, const Doing& doing);

}  // namespace entente
