// Few of many patterns that still cover the set.
#include "states/pattern_choice.h"

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

namespace entente {
namespace {

using Columns = std::uint64_t;  // a set of up to 64 cubes

/// A bounded search: the state that fewest cubes cover is covered by each of them in turn.
class Choice {
 public:
  Choice(const std::vector<Cube>& cubes, const std::vector<std::size_t>& numbers, const Stop& stop) {
    for (const std::size_t n : numbers) dashes_.push_back(cubes[n].dashes());
    std::vector<Columns> covering(cubes[numbers.front()].covers.universe(), 0);
    for (std::size_t k = 0; k < numbers.size(); ++k) {
      stop.look();
      cubes[numbers[k]].covers.for_each([&](StateId s) { covering[s] |= Columns{1} << k; });
    }
    Lookout lookout(stop);
    std::sort(covering.begin(), covering.end(), [&](Columns a, Columns b) { return lookout(), a < b; });
    covering.erase(std::unique(covering.begin(), covering.end()), covering.end());
    std::stable_sort(covering.begin(), covering.end(),
                     [](Columns a, Columns b) { return std::popcount(a) < std::popcount(b); });
    for (const Columns columns : covering) {
      const bool implied =
          std::any_of(rows_.begin(), rows_.end(), [&](Columns row) { return (row & columns) == row; });
      if (columns != 0 && !implied) rows_.push_back(columns);
    }
  }

  Columns search(Columns known) {
    best_ = known;
    look(0);
    return best_;
  }

 private:
  /// Fewer cubes are better, then more dashes.
  std::pair<int, std::size_t> cost(Columns columns) const {
    std::size_t dashes = 0;
    for (Columns rest = columns; rest != 0; rest &= rest - 1)
      dashes += dashes_[static_cast<std::size_t>(std::countr_zero(rest))];
    return {std::popcount(columns), SIZE_MAX - dashes};
  }

  void look(Columns chosen) {
    if (++looks_ > most_looks) return;
    Columns narrowest = 0;
    Columns apart = 0;  // cubes of rows that share none: each such row needs one more
    int needed = 0;
    for (const Columns row : rows_) {
      if ((row & chosen) != 0) continue;
      if (narrowest == 0) narrowest = row;
      if ((row & apart) != 0) continue;
      apart |= row;
      ++needed;
    }
    if (narrowest == 0) {
      if (cost(chosen) < cost(best_)) best_ = chosen;
      return;
    }
    if (std::popcount(chosen) + needed > std::popcount(best_)) return;
    for (Columns rest = narrowest; rest != 0; rest &= rest - 1) look(chosen | (rest & (0 - rest)));
  }

  static constexpr int most_looks = 5000;

  std::vector<std::size_t> dashes_;
  std::vector<Columns> rows_;  // for each state, up to those implied by others: the cubes that cover it
  Columns best_ = 0;
  int looks_ = 0;
};

}  // namespace

std::vector<std::size_t> irredundant(const std::vector<Cube>& cubes, std::vector<std::size_t> chosen,
                                     const Stop& stop) {
  if (chosen.empty()) return chosen;
  std::vector<std::uint32_t> covering(cubes[chosen.front()].covers.universe(), 0);
  std::vector<std::pair<std::uint64_t, std::size_t>> by_size;
  for (const std::size_t n : chosen) {
    stop.look();
    by_size.emplace_back(cubes[n].covers.count(), n);
    cubes[n].covers.for_each([&](StateId s) { ++covering[s]; });
  }
  std::sort(by_size.begin(), by_size.end());
  for (const auto& [size, n] : by_size) {
    stop.look();
    bool needed = false;
    cubes[n].covers.for_each([&](StateId s) { needed = needed || covering[s] == 1; });
    if (needed) continue;
    cubes[n].covers.for_each([&](StateId s) { --covering[s]; });
    chosen.erase(std::find(chosen.begin(), chosen.end(), n));
  }
  return chosen;
}

std::vector<std::size_t> few(const std::vector<Cube>& cubes, const std::vector<std::size_t>& known,
                             const Stop& stop) {
  constexpr std::size_t most = 64;
  if (known.size() < 2 || known.size() > most) return known;
  std::vector<std::size_t> numbers = known;
  std::vector<std::pair<std::uint64_t, std::size_t>> others;
  for (std::size_t n = 0; n < cubes.size(); ++n)
    if (std::find(known.begin(), known.end(), n) == known.end())
      others.emplace_back(UINT64_MAX - cubes[n].covers.count(), n);
  std::sort(others.begin(), others.end());
  for (std::size_t k = 0; k < others.size() && numbers.size() < most; ++k)
    numbers.push_back(others[k].second);
  const Columns all_known = known.size() == most ? ~Columns{0} : (Columns{1} << known.size()) - 1;
  std::vector<std::size_t> chosen;
  for (Columns rest = Choice(cubes, numbers, stop).search(all_known); rest != 0; rest &= rest - 1)
    chosen.push_back(numbers[static_cast<std::size_t>(std::countr_zero(rest))]);
  return chosen;
}

}  // namespace entente
