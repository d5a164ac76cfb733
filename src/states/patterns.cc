// A set of states as few patterns: grow a prime from a state that none covers yet, until all are covered;
// then keep as few of the primes met as a bounded search can.
#include "states/patterns.h"

#include <algorithm>
#include <utility>

#include "states/pattern_axes.h"
#include "states/pattern_choice.h"
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
  for (std::size_t k = 0; k < axes.size(); ++k) {
    std::vector<Value>& values = pattern.values[index(axes[k].option())];
    const Literal occurring = axes[k].occurring(cube.covers);
    values.clear();
    for (std::size_t v = 0; v < occurring.size(); ++v)
      if (occurring[v]) values.push_back(axes[k].values()[v]);
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
  std::vector<Pattern> patterns;
  for (Cube& cube : cubes) {
    states.stop().look();
    patterns.push_back(told(model, all_axes, states, std::move(cube)));
  }
  // Stable: two that begin alike and are as large stand in the same order on every machine.
  std::stable_sort(patterns.begin(), patterns.end(), [](const Pattern& a, const Pattern& b) {
    const std::uint64_t left = a.covers.count();
    const std::uint64_t right = b.covers.count();
    return left != right ? left > right : a.covers.first() < b.covers.first();
  });
  return patterns;
}

}  // namespace entente
