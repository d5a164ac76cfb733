// Fallback bargaining: the k-th largest depth is at most d where at most k - 1 parties are deeper than d. So
// one depth after another is made as small as it can be, by doubling and halving d.
#include "engine/symbolic/fallback.h"

#include <utility>

namespace entente {

FallbackDepths::FallbackDepths(const Symbolic& engine, const Bargain& bargain) : engine_(engine) {
  for (const PartyId i : bargain.consenting) parties_.push_back({.party = i, .left = bargain.agreement});
}

Diagram FallbackDepths::fallback(const Diagram& candidates) {
  Diagram best = candidates;
  for (std::size_t k = 0; k < parties_.size() && !best.empty(); ++k)
    best = at_most(best, least_depth(best, k), k);
  return best;
}

std::size_t FallbackDepths::least_depth(const Diagram& among, std::size_t deeper_parties) {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  std::size_t high = 1;
  while (at_most(among, high - 1, deeper_parties).empty() && !diagrams.spent()) high *= 2;
  std::size_t low = high / 2;  // too few, as depths from 0: low - 1 was tried
  for (--high; low < high && !diagrams.spent();) {
    const std::size_t middle = low + (high - low) / 2;
    if (at_most(among, middle, deeper_parties).empty())
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/// Those of which at most so many parties are deeper than `depth`.
Diagram FallbackDepths::at_most(const Diagram& among, std::size_t depth, std::size_t deeper_parties) {
  std::vector<Diagram> exactly(deeper_parties + 1);  // so many parties are deeper
  exactly[0] = among;
  for (Classes& classes : parties_) {
    const Diagram deep = deeper(classes, depth);
    for (std::size_t n = exactly.size(); n-- > 0;)
      exactly[n] = (exactly[n] - deep) | (n == 0 ? Diagram() : exactly[n - 1] & deep);
  }
  Diagram all;
  for (const Diagram& part : exactly) all |= part;
  return all;
}

/// The states below the class of that depth.
Diagram FallbackDepths::deeper(Classes& classes, std::size_t depth) const {
  while (classes.values.size() <= depth)
    if (!find(classes)) return {};
  Diagram below;
  const RankBits& rank = engine_.rank(classes.party);
  for (std::size_t p = rank.bits.size(); p-- > 0;)
    below = classes.values[depth][p] ? below | !rank.bits[p] : below - rank.bits[p];
  return below;
}

bool FallbackDepths::find(Classes& classes) const {
  if (classes.left.empty()) return false;
  Diagram best = classes.left;
  std::vector<bool>& value = classes.values.emplace_back();
  for (const Diagram& bit : engine_.rank(classes.party).bits) {
    const Diagram with = best & bit;
    value.push_back(!with.empty());
    if (!with.empty()) best = with;
  }
  classes.left -= best;
  return true;
}

}  // namespace entente
