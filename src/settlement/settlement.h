// Which settlements every side could accept, and where there is none, what would open one (method.md,
// "Settlements").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/model.h"
#include "model/waiver.h"
#include "states/rank.h"
#include "states/states.h"

namespace entente {

/// A minimal set of waivers and what it opens.
struct Opening {
  Waivers waive;
  StateSet opens;        // the agreement states whose takes are among `waive`
  StateSet recommended;  // by fallback bargaining among them
};

/// How the stakes (or, without stakes, the options of `agreement.when`) are divided.
struct Dividing {
  std::vector<std::optional<PartyId>> holders;      // one a stake, where there are stakes
  std::vector<std::pair<OptionId, Value>> settled;  // else the values of the options in `agreement.when`
};

/// The agreement states in which they are divided alike.
struct Division : Dividing {
  StateSet states;
  std::vector<Opening> openings;  // minimal by inclusion; one with no waivers where the zone reaches in
};

struct Settlement {
  StateSet agreement;
  std::vector<PartyId> consenting;
  std::vector<StateSet> accepts;  // one a consenting party
  StateSet zone;
  StateSet efficient;
  StateSet recommended;
  std::vector<Opening> gap;         // by number of waivers, then in their order; empty unless the zone is
  std::vector<Division> divisions;  // by their first state
  bool gap_cut = false;             // there are more openings than memory has room for: the rest is left out
  bool divisions_cut = false;       // divisions, or openings of one, likewise
};

/// `ranks`: of every party, in file order, of the case's date. The day decides which demands are in force.
Settlement settlement(const Model& model, const States& states, const std::vector<Ranks>& ranks);

/// The agreement states that every consenting party accepts: all demands in force hold, and nobody likes them
/// less than the status quo. As of `settlement`, at a fraction of its work.
StateSet zone(const Model& model, const States& states, const std::vector<Ranks>& ranks);

/// Fallback bargaining among `candidates`: leximin of depths, counted over the classes of agreement states.
StateSet fallback(const Settlement& settlement, const std::vector<Ranks>& ranks, const StateSet& candidates,
                  const Stop& stop = {});

/// Who has a stake in a state: the party of the first `to` that holds, else the holder, else nobody.
std::optional<PartyId> holder(const Model& model, const Stake& stake, const Layout& layout, Word word);

}  // namespace entente
