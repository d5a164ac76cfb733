// What a party can give way on, so that a settlement opens (method.md, "Settlements").
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "model/ids.h"

namespace entente {

/// One demand of one party set aside, or one party accepting less than its status quo.
struct Waiver {
  PartyId party{};
  std::optional<std::size_t> demand;  // index among the party's preferences; nothing: below the status quo

  /// By party, demands by number, the status quo last.
  bool operator<(const Waiver& other) const {
    return std::tuple(party, !demand, demand) < std::tuple(other.party, !other.demand, other.demand);
  }
  bool operator==(const Waiver&) const = default;
};

using Waivers = std::vector<Waiver>;  // ascending

}  // namespace entente
