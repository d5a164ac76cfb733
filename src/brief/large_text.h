// The answers about a case that was looked at in part only, for people: one whose states are too many to
// list, or one whose analysis was ended. And its states row by row.
#pragma once

#include <optional>
#include <string>

#include "brief/answers.h"
#include "brief/sheet.h"
#include "brief/states_report.h"
#include "view/partial.h"

namespace entente {

/// The brief, as far as it can be decided.
std::string large_brief_text(const PartialAnalysis& analysis, const Face& face, bool in_full);
/// How many states are stable under each concept, and which are chosen, as patterns and the first ones.
std::string large_states_text(const PartialAnalysis& analysis, const PartialAnalysis::Selection& selection,
                              std::size_t most, const Face& face);
/// The columns and rows of interface.md for some states. False where the sink refused.
bool large_states_csv(const PartialAnalysis& analysis, const std::vector<Word>& words, const Sink& sink);
bool large_states_json(const PartialAnalysis& analysis, const std::vector<Word>& words, const Sink& sink);
std::string large_settle_text(const PartialAnalysis& analysis, const Face& face);
/// Why a state is stable for each party, or is not.
std::string large_why_text(const PartialAnalysis& analysis, Word at, const std::vector<PartyId>& parties,
                           Concept seen, const Face& face);
/// The best way, step by step.
std::string large_path_text(const PartialAnalysis& analysis, const WayFound& found, const PathAsked& asked,
                            const Face& face);
/// Where it is heading, and in which order its equilibria can come about.
std::string large_outlook_text(const PartialAnalysis& analysis, Concept seen, const Face& face);

}  // namespace entente
