// What is said of a case that was looked at in part only, in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "brief/patterns_text.h"
#include "brief/sheet.h"
#include "view/partial.h"
#include "words/voice.h"

namespace entente {

/// "8,440", or "12 to 400" where it could not be decided.
std::string tally_words(const Tally& tally);
/// A line where something was not decided; empty otherwise.
std::string undecided_words(const PartialAnalysis& analysis);
/// Patterns in option form, and how many of the states they show.
void show_patterns(Sheet& page, const Voice& voice, const std::optional<std::vector<PatternOfMany>>& patterns,
                   Count of);
/// The way to `target`, a numbered line a step.
void tell_way(Sheet& page, const PartialAnalysis& analysis, const Voice& voice, const std::string& target,
              const LargeWay& way, const std::optional<Date>& deadline);
void tell_large_settlement(Sheet& page, const Voice& voice, const std::optional<LargeSettlement>& found,
                           bool in_full);
/// Whether a state is stable for a party, with its improvement and the answer.
void tell_departed(Sheet& page, const PartialAnalysis& analysis, const Voice& voice, Concept c, PartyId i,
                   Word at);
/// "Japan sends Abe to Sochi".
std::string step_words(const PartialAnalysis& analysis, const Voice& voice, const WordStep& step);

}  // namespace entente
