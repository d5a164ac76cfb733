// A case as the table of states that import reads: a row a state, with ranks; and the transitions beside it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "brief/states_answer.h"
#include "view/case.h"

namespace entente {

/// More states, or more transitions, are not written.
inline constexpr std::size_t most_exported_states = 100'000;
inline constexpr std::size_t most_exported_transitions = 1'000'000;

/// Columns id (where states have ids of their own), party.option and rank:party, party after party, and
/// status_quo. False where the sink refused.
bool state_table_csv(const Case& of, const Sink& sink);

/// "party,from,to" and what each party can do alone, states by their ids or the numbers of
/// the rows; empty where these are too
/// many.
std::string transitions_csv(const Case& of);

/// The id of each state that has one of its own; none where no state has.
std::vector<std::string> own_ids(const Case& of);

}  // namespace entente
