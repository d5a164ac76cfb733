// Ways in words: what they cost, whether there is time, and whom they leave exposed.
#pragma once

#include <string>

#include "view/view.h"
#include "words/voice.h"

namespace entente {

/// Who concedes, step after step.
std::vector<PartyId> conceding(const Model& model, const WaySeen& way);
std::vector<PartyId> conceding(const Model& model, const WayStep& step);
/// "one concession, by Japan", "no concession": of the parties that make each.
std::string concessions_words(const Voice& voice, const std::vector<PartyId>& conceding);
std::string concessions_words(const Voice& voice, const WaySeen& way);
/// Whether that is in time for a day, "the deadline, 15 July 2016", without its full stop.
std::string in_time_words(const WaySeen& way, const std::string& day);
/// Whether that is in time for the deadline, by when the first step has to be taken, and which step is the
/// long one; empty without a deadline.
std::string deadline_words(const Model& model, const WaySeen& way);
/// Whether steps side by side are done earlier; empty where they are not, or that is not known.
std::string together_words(const WaySeen& way, const std::optional<Date>& deadline);
/// Which consenting parties, and which others that have conceded, some step leaves worse off than today, and
/// until when; empty where it leaves none so.
std::string exposure_words(const View& view, const Voice& voice, const WaySeen& way);

}  // namespace entente
