// Paths in words: the steps, what each is for its mover, and whether there is time.
#pragma once

#include <string>

#include "path/schedule.h"
#include "view/analysis.h"
#include "words/voice.h"

namespace entente {

/// "one concession, by Japan"; "no concession".
std::string concessions_words(const Voice& voice, const Path& path);
/// Whether that is in time for the deadline, by when the first step has to be taken, and which step is the
/// long one; empty without a deadline.
std::string deadline_words(const Model& model, const Path& path, const std::optional<Schedule>& schedule);
/// What the steps leave a party with that has conceded before the others have moved; empty where nobody has.
std::string exposure_words(const Analysis& analysis, const Voice& voice, const Path& path);

}  // namespace entente
