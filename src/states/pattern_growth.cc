// One state grown into a prime pattern.
#include "states/pattern_growth.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace entente {
namespace {

bool all(const Literal& literal) {
  return std::find(literal.begin(), literal.end(), false) == literal.end();
}

}  // namespace

std::size_t Cube::dashes() const {
  return static_cast<std::size_t>(std::count_if(literals.begin(), literals.end(), all));
}

Growth::Growth(const States& states, const std::vector<Axis>& axes, const StateSet& off)
    : states_(states),
      axes_(axes),
      off_(off),
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

Cube Growth::grow(StateId seed, const std::vector<std::size_t>& order) {
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
  Cube cube{std::vector<Literal>(axes_.size()), {}};
  std::vector<std::size_t> left(axes_.size());
  std::iota(left.begin(), left.end(), std::size_t{0});
  cube_ = StateSet(states_.size(), true);
  order.clear();
  while (!left.empty()) {
    narrow(seed, left);
    before_ = cube_;
    std::tuple<std::uint64_t, bool, std::size_t> best;
    for (std::size_t j = 0; j < left.size(); ++j) {
      states_.stop().look();
      const Axis& axis = axes_[left[j]];
      rest_.assign_intersection(before_, alike_[j + 1]);
      axis.allow(rest_, off_, allowed_);
      const std::tuple worth(axis.gain(rest_, target, allowed_), all(allowed_), left.size() - j);
      if (worth > best) {
        best = worth;
        cube.literals[left[j]].swap(allowed_);
      }
      axis.keep(before_, axis.at(states_, seed));
    }
    const std::size_t chosen = left[left.size() - std::get<2>(best)];
    axes_[chosen].keep(cube_, cube.literals[chosen]);
    order.push_back(chosen);
    left.erase(std::find(left.begin(), left.end(), chosen));
  }
  cube.covers = cube_;
  return cube;
}

}  // namespace entente
