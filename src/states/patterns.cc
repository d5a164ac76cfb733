// A set of states as few patterns: grow a prime from a state that none covers yet, until all are covered;
// then keep as few of the primes met as a bounded search can.
#include "states/patterns.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>
#include <utility>

#include "states/pattern_axes.h"
#include "states/pattern_growth.h"

namespace entente {
namespace {

/// Growing towards something costs the square of the options: as long as that is little work, in words of 64
/// states.
constexpr std::uint64_t most_growth = std::uint64_t{1} << 29;

class Cover {
 public:
  Cover(const States& states, const std::vector<Axis>& axes, const StateSet& set)
      : stop_(states.stop()),
        axes_(axes),
        set_(set),
        off_(StateSet(states.size(), true) - set),
        growth_(states, axes, off_) {
    for (std::size_t k = axes.size(); k-- > 0;) order_.push_back(k);
  }

  std::vector<Cube> chosen() {
    StateSet uncovered = set_;
    std::vector<std::size_t> chosen;
    while (const auto seed = uncovered.first()) {
      if (chosen.size() == most_patterns) break;
      stop_.look();
      chosen.push_back(best_from(*seed, uncovered));
      uncovered -= cubes_[chosen.back()].covers;
    }
    chosen = irredundant(cubes_, std::move(chosen), stop_);
    for (std::size_t before = 0; before != chosen.size() && chosen.size() > 1 && plenty();) {
      before = chosen.size();
      vary(chosen);
      chosen = irredundant(cubes_, few(cubes_, chosen, stop_), stop_);
    }
    std::vector<Cube> cubes;
    for (const std::size_t n : chosen) cubes.push_back(std::move(cubes_[n]));
    return cubes;
  }

 private:
  bool plenty() const { return work_ < most_growth; }

  /// The number of a cube grown from the seed: that which covers most of what is uncovered, then most dashes.
  std::size_t best_from(StateId seed, const StateSet& uncovered) {
    std::vector<std::size_t> grown;
    if (plenty()) {
      grown.push_back(towards(seed, uncovered));
      grown.push_back(towards(seed, set_));
    }
    grown.push_back(add(growth_.grow(seed, order_)));
    const auto worth = [&](std::size_t n) {
      return std::pair((cubes_[n].covers & uncovered).count(), cubes_[n].dashes());
    };
    return *std::max_element(grown.begin(), grown.end(),
                             [&](std::size_t a, std::size_t b) { return worth(a) < worth(b); });
  }

  /// More cubes from the states that only one of the chosen covers.
  void vary(const std::vector<std::size_t>& chosen) {
    for (const std::size_t n : chosen) {
      stop_.look();
      StateSet alone = cubes_[n].covers;
      for (const std::size_t other : chosen)
        if (other != n) alone -= cubes_[other].covers;
      const auto seed = alone.first();
      if (!seed || !plenty()) continue;
      towards(*seed, alone);
      towards(*seed, set_ - alone);
      std::vector<std::size_t> reversed(order_.rbegin(), order_.rend());
      add(growth_.grow(*seed, reversed));
    }
  }

  std::size_t towards(StateId seed, const StateSet& target) {
    work_ += axes_.size() * axes_.size() * 4 * target.blocks().size();
    return add(growth_.grow_towards(seed, target, order_));
  }

  std::size_t add(Cube cube) {
    const auto same = std::find_if(cubes_.begin(), cubes_.end(),
                                   [&](const Cube& other) { return other.literals == cube.literals; });
    if (same != cubes_.end()) return static_cast<std::size_t>(same - cubes_.begin());
    cubes_.push_back(std::move(cube));
    return cubes_.size() - 1;
  }

  const Stop& stop_;
  const std::vector<Axis>& axes_;
  const StateSet& set_;
  StateSet off_;
  Growth growth_;
  std::vector<std::size_t> order_;  // in which the axes were widened last
  std::vector<Cube> cubes_;
  std::uint64_t work_ = 0;
};

Pattern told(const Model& model, const std::vector<Axis>& axes, const States& states, Cube cube) {
  Pattern pattern;
  const StateId one = *cube.covers.first();
  for (std::size_t o = 0; o < model.options.size(); ++o)
    pattern.values.push_back({states.value(one, static_cast<OptionId>(o))});
  pattern.free.assign(model.options.size(), false);
  FewBlocks few;
  few.assign_intersection(cube.covers, cube.covers);
  Literal missing;  // the values that none of the states has
  for (std::size_t k = 0; k < axes.size(); ++k) {
    std::vector<Value>& values = pattern.values[index(axes[k].option())];
    axes[k].allow(few, cube.covers, missing);
    values.clear();
    for (std::size_t v = 0; v < missing.size(); ++v)
      if (!missing[v]) values.push_back(axes[k].values()[v]);
  }
  for (std::size_t o = 0; o < model.options.size(); ++o)
    pattern.free[o] = pattern.values[o].size() == model.options[o].values.size();
  pattern.covers = std::move(cube.covers);
  return pattern;
}

}  // namespace

std::vector<Pattern> patterns(const Model& model, const States& states, const StateSet& set) {
  const std::vector<Axis> all_axes = axes(model, states);
  std::vector<Cube> cubes = Cover(states, all_axes, set).chosen();
  // By what they cover, the most first, then by the first of it; two that are alike in both stand in the same
  // order on every machine.
  std::vector<std::tuple<std::uint64_t, StateId, std::size_t>> order;
  for (std::size_t k = 0; k < cubes.size(); ++k)
    order.emplace_back(UINT64_MAX - cubes[k].covers.count(), *cubes[k].covers.first(), k);
  std::sort(order.begin(), order.end());
  std::vector<Pattern> patterns;
  for (const auto& [size, first, k] : order) {
    states.stop().look();
    patterns.push_back(told(model, all_axes, states, std::move(cubes[k])));
  }
  return patterns;
}

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
