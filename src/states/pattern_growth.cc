// One state grown into a prime pattern.
#include "states/pattern_growth.h"

#include <algorithm>
#include <numeric>

namespace entente {
namespace {

bool all(const Literal& literal) {
  return std::find(literal.begin(), literal.end(), false) == literal.end();
}

}  // namespace

std::size_t Cube::dashes() const {
  return static_cast<std::size_t>(std::count_if(literals.begin(), literals.end(), all));
}

// Going through a word takes about as long as a word of a set.
Growth::Growth(const States& states, const std::vector<Axis>& axes, const StateSet& off,
               std::optional<std::size_t> most_words)
    : states_(states),
      axes_(axes),
      off_(off),
      most_words_(most_words.value_or(states.size() / 64)),
      alike_(axes.size() + 1, StateSet(states.size(), true)),
      cube_(states.size()) {}

void Growth::narrow(StateId seed, const std::vector<std::size_t>& order) {
  alike_[order.size()] = StateSet(states_.size(), true);
  for (std::size_t j = order.size(); j-- > 0;) {
    states_.stop().look();
    alike_[j] = alike_[j + 1];
    axes_[order[j]].keep(alike_[j], axes_[order[j]].at(states_, seed));
  }
}

/// Where the seed alone is covered.
Cube Growth::begun(StateId seed) {
  words_.assign(1, states_[seed]);
  return {std::vector<Literal>(axes_.size()), {}};
}

/// Finds the values that the axis may have; gives how many states of `target` they would cover.
std::uint64_t Growth::allow(const Axis& axis, const StateSet& target) {
  std::uint64_t all = 0;
  allowed_.assign(axis.values().size(), true);
  for (std::size_t v = 0; v < allowed_.size(); ++v) {
    std::uint64_t gain = 0;
    for (const Word word : words_) {
      const auto s = states_.find(states_.layout().with(word, axis.option(), axis.values()[v]));
      if (!s) continue;
      if (off_.contains(*s)) allowed_[v] = false;
      gain += target.contains(*s) ? 1 : 0;
    }
    if (allowed_[v]) all += gain;
  }
  return all;
}

void Growth::widen(const Axis& axis, StateId seed, const Literal& literal) {
  const std::size_t before = words_.size();
  for (std::size_t v = 0; v < literal.size(); ++v)
    for (std::size_t k = 0; k < before && literal[v] && v != axis.at(states_, seed); ++k)
      words_.push_back(states_.layout().with(words_[k], axis.option(), axis.values()[v]));
}

StateSet Growth::covered() const {
  StateSet covers(states_.size());
  for (const Word word : words_)
    if (const auto s = states_.find(word)) covers.insert(*s);
  return covers;
}

/// Nothing where it comes to cover many.
std::optional<Cube> Growth::grow_few(StateId seed, const std::vector<std::size_t>& order) {
  Cube cube = begun(seed);
  for (const std::size_t j : order) {
    if (!few(axes_[j])) return std::nullopt;
    allow(axes_[j], off_);
    widen(axes_[j], seed, allowed_);
    cube.literals[j].swap(allowed_);
  }
  cube.covers = covered();
  return cube;
}

std::optional<Cube> Growth::grow_few_towards(StateId seed, const StateSet& target,
                                             std::vector<std::size_t>& order) {
  Cube cube = begun(seed);
  std::vector<std::size_t> left = all_axes();
  order.clear();
  while (!left.empty()) {
    states_.stop().look();
    Worth best;
    for (std::size_t j = 0; j < left.size(); ++j) {
      const Axis& axis = axes_[left[j]];
      if (!few(axis)) return std::nullopt;
      const std::uint64_t gain = allow(axis, target);
      const Worth worth{gain, all(allowed_), left.size() - j};
      if (best < worth) {
        best = worth;
        cube.literals[left[j]].swap(allowed_);
      }
    }
    const std::size_t chosen = left[left.size() - best.left];
    widen(axes_[chosen], seed, cube.literals[chosen]);
    order.push_back(chosen);
    left.erase(std::find(left.begin(), left.end(), chosen));
  }
  cube.covers = covered();
  return cube;
}

std::vector<std::size_t> Growth::all_axes() const {
  std::vector<std::size_t> all(axes_.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

Cube Growth::grow(StateId seed, const std::vector<std::size_t>& order) {
  if (std::optional<Cube> cube = grow_few(seed, order)) return *std::move(cube);
  Cube cube{std::vector<Literal>(axes_.size()), {}};
  narrow(seed, order);
  cube_ = StateSet(states_.size(), true);
  for (std::size_t j = 0; j < order.size(); ++j) {
    states_.stop().look();
    rest_.assign_intersection(cube_, alike_[j + 1]);
    axes_[order[j]].allow(rest_, off_, cube.literals[order[j]]);
    axes_[order[j]].keep(cube_, cube.literals[order[j]]);
  }
  cube.covers = cube_;
  return cube;
}

Cube Growth::grow_towards(StateId seed, const StateSet& target, std::vector<std::size_t>& order) {
  if (std::optional<Cube> cube = grow_few_towards(seed, target, order)) return *std::move(cube);
  Cube cube{std::vector<Literal>(axes_.size()), {}};
  std::vector<std::size_t> left = all_axes();
  cube_ = StateSet(states_.size(), true);
  order.clear();
  while (!left.empty()) {
    narrow(seed, left);
    before_ = cube_;
    Worth best;
    for (std::size_t j = 0; j < left.size(); ++j) {
      states_.stop().look();
      const Axis& axis = axes_[left[j]];
      rest_.assign_intersection(before_, alike_[j + 1]);
      axis.allow(rest_, off_, allowed_);
      const Worth worth{axis.gain(rest_, target, allowed_), all(allowed_), left.size() - j};
      if (best < worth) {
        best = worth;
        cube.literals[left[j]].swap(allowed_);
      }
      axis.keep(before_, axis.at(states_, seed));
    }
    const std::size_t chosen = left[left.size() - best.left];
    axes_[chosen].keep(cube_, cube.literals[chosen]);
    order.push_back(chosen);
    left.erase(std::find(left.begin(), left.end(), chosen));
  }
  cube.covers = cube_;
  return cube;
}

}  // namespace entente
