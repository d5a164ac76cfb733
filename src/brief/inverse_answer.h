// What a party must like no better than a state for the state to be stable for it, for people and as JSON.
#pragma once

#include <optional>
#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "stability/inverse.h"

namespace entente {

/// What was asked of a case whose states are listed, and what was found.
struct InverseTold {
  const View& view;
  PartyId party;
  Word at;
  std::string state;  // what that is called: "state 12"
  Concept seen;
  bool already;       // whether it is stable as things are
  std::size_t moves;  // of the party's, that have to be deterred
  NoBetter found;
  std::optional<StrictRankings> rankings;
};

std::string inverse_text(const InverseTold& told, const Face& face);
Json inverse_json(const InverseTold& told);

}  // namespace entente
