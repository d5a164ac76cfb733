// States in ascending order of a rank function.
#include "engine/explicit/order.h"

#include <algorithm>
#include <numeric>

namespace entente {
namespace {

std::vector<StateId> sorted(const Ranks& v) {
  std::vector<StateId> states(v.size());
  std::iota(states.begin(), states.end(), StateId{0});
  std::stable_sort(states.begin(), states.end(), [&](StateId a, StateId b) { return v[a] < v[b]; });
  return states;
}

}  // namespace

std::vector<StateId> ascending(const Ranks& v) {
  Rank largest = 0;
  for (const Rank x : v) largest = std::max(largest, x == unbounded ? 0 : x);
  if (largest > 2 * v.size() + 1024) return sorted(v);
  const auto bucket = [&](Rank x) { return x == unbounded ? largest + 1 : x; };
  std::vector<std::uint32_t> next(std::size_t{largest} + 3, 0);
  for (const Rank x : v) ++next[bucket(x) + 1];
  for (std::size_t b = 1; b < next.size(); ++b) next[b] += next[b - 1];
  std::vector<StateId> states(v.size());
  for (std::size_t s = 0; s < v.size(); ++s) states[next[bucket(v[s])]++] = static_cast<StateId>(s);
  return states;
}

}  // namespace entente
