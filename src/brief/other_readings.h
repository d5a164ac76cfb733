// What `states` tells besides the five concepts, where it is asked for: of coalitions, and by other readings
// of an answer.
#pragma once

#include <vector>

#include "brief/sheet.h"
#include "brief/states_answer.h"
#include "words/voice.h"

namespace entente {

/// The states that lie in each of some sets, of which there is one at least.
StateSet in_all(const std::vector<StateSet>& sets);

void tell_other_readings(Sheet& sheet, const View& view, const Voice& voice, const StatesAsked& asked);

}  // namespace entente
