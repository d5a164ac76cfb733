// Drafts of events as a case to be completed: its parties, its past, and what is still to be said.
#pragma once

#include <string>
#include <string_view>

#include "exchange/event_drafts.h"
#include "exchange/made_case.h"

namespace entente::exchange {

/// The case. It names no option and no wish: events tell what happened, not what anybody could do or wanted.
MadeCase case_of_events(const EventDrafts& drafts, const ActorTable& actors, const EventWords& words,
                        Date last_day, std::string_view title);

}  // namespace entente::exchange
