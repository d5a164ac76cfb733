// Settlements as decision diagrams: who accepts what, the zone, efficiency, fallback bargaining, the gap
// (method.md, "Settlements").
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/symbolic/symbolic.h"
#include "model/waiver.h"

namespace entente {

/// Who accepts which agreement states, and what the others take.
struct Bargain {
  Diagram agreement;
  std::vector<PartyId> consenting;
  std::vector<Diagram> accepts;  // one a consenting party
  Diagram zone;
  /// What some agreement state takes, by party in file order, demands by number and the status quo last; and
  /// for each the agreement states that take it.
  Waivers waivers;
  std::vector<Diagram> takes;
};

Bargain bargain(const Symbolic& engine);

/// A minimal set of waivers and the agreement states that it opens.
struct OpeningSet {
  Waivers waive;  // in the order of `Bargain::waivers`
  Diagram opens;
};

/// The sets of waivers, minimal by inclusion, that open a settlement: by number, then in their order.
struct Gap {
  std::vector<OpeningSet> ways;
  bool cut = false;  // there are more than were asked for: those given are not the smallest
};

/// Where the zone is not empty, one way: no waiver.
Gap gap(const Bargain& bargain, const Diagrams& diagrams, std::size_t most = 1000);

/// Efficient agreement states (Pareto, by the consenting parties' ranks).
struct Frontier {
  Diagram efficient;
  std::vector<Diagram> points;  // what it is made of: the states of one rank vector each
  bool cut = false;             // there are more points than were asked for
};

Frontier frontier(const Symbolic& engine, const Bargain& bargain, std::uint64_t most = 1000);

}  // namespace entente
