// What a case may not have in any state, looked for where its states are too many to list.
#pragma once

#include "model/bind.h"
#include "text/diagnostic.h"
#include "view/view.h"

namespace entente {

/// The conditions that no state may meet, added to the model before it is analysed.
struct ForbiddenStates {
  struct Both {  // two formulas of a stake's `to`
    std::size_t stake = 0;
    std::size_t first = 0;
    std::size_t second = 0;
    ConditionId condition{};
  };
  std::vector<std::pair<std::size_t, ConditionId>>
      left_out;  // a party, and where no class of its ranking takes a state
  std::vector<Both> held_twice;
};

ForbiddenStates forbidden_states(Binding& binding);

/// Tells whether there is a state at all, and those faults that some state shows.
void check_forbidden(const Binding& binding, const ForbiddenStates& forbidden, const View& view,
                     Diagnostics& diagnostics);

}  // namespace entente
