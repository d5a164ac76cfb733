// Settlements as decision diagrams: who accepts what, the zone, efficiency, fallback bargaining, the gap
// (method.md, "Settlements").
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/symbolic/symbolic.h"

namespace entente {

/// One demand of one party set aside, or one party accepting less than its status quo.
struct Concession {
  PartyId party{};
  std::optional<std::size_t> demand;  // index among the party's preferences; nothing: below the status quo

  bool operator==(const Concession&) const = default;
};

/// Who accepts which agreement states, and what the others take.
struct Bargain {
  Diagram agreement;
  std::vector<PartyId> consenting;
  std::vector<Diagram> accepts;  // one a consenting party
  Diagram zone;
  /// What some agreement state takes, by party in file order, demands by number and the status quo last; and
  /// for each the agreement states that take it.
  std::vector<Concession> concessions;
  std::vector<Diagram> takes;
};

Bargain bargain(const Symbolic& engine);

/// A minimal set of concessions and the agreement states that it opens.
struct Way {
  std::vector<Concession> waive;  // in the order of `Bargain::concessions`
  Diagram opens;
};

/// The sets of concessions, minimal by inclusion, that open a settlement: by number, then in their order.
struct Gap {
  std::vector<Way> ways;
  bool cut = false;  // there are more than were asked for: those given are not the smallest
};

/// Where the zone is not empty, one way: no concession.
Gap gap(const Bargain& bargain, const Diagrams& diagrams, std::size_t most = 1000);

/// Efficient agreement states (Pareto, by the consenting parties' ranks).
struct Frontier {
  Diagram efficient;
  std::uint64_t points = 0;  // rank vectors
  bool cut = false;          // there are more points than were asked for
};

Frontier frontier(const Symbolic& engine, const Bargain& bargain, std::uint64_t most = 1000);

}  // namespace entente
