// The options as axes along which a pattern grows.
#include "states/pattern_axes.h"

#include <algorithm>
#include <bit>

#include "states/bits.h"

namespace entente {
namespace {

constexpr std::size_t most_columns = 64;

bool meet(const FewBlocks& rest, const StateSet& off, const StateSet& column) {
  for (std::size_t k = 0; k < rest.at.size(); ++k)
    if ((rest.blocks[k] & off.blocks()[rest.at[k]] & column.blocks()[rest.at[k]]) != 0) return true;
  return false;
}

template <class F>
void each_of_both(const FewBlocks& rest, const StateSet& other, const F& f) {
  for (std::size_t k = 0; k < rest.at.size(); ++k)
    for (std::uint64_t left = rest.blocks[k] & other.blocks()[rest.at[k]]; left != 0; left &= left - 1)
      f(static_cast<StateId>(std::size_t{rest.at[k]} * 64 +
                             static_cast<std::size_t>(std::countr_zero(left))));
}

}  // namespace

void FewBlocks::assign_intersection(const StateSet& a, const StateSet& b) {
  at.clear();
  blocks.clear();
  const auto& x = a.blocks();
  const auto& y = b.blocks();
  for (std::size_t w = 0; w < x.size(); ++w) {
    const std::uint64_t both = x[w] & y[w];
    if (both == 0) continue;
    at.push_back(static_cast<std::uint32_t>(w));
    blocks.push_back(both);
  }
}

Axis::Axis(const States& states, OptionId option, std::size_t values) : option_(option), at_(values, 0) {
  for (StateId s = 0; s < states.size(); ++s) at_[states.value(s, option)] = 1;
  for (Value v = 0; v < values; ++v)
    if (at_[v] != 0) {
      at_[v] = static_cast<std::uint32_t>(values_.size());
      values_.push_back(v);
    }
  if (values_.size() > most_columns) {
    place_.resize(states.size());
    for (StateId s = 0; s < states.size(); ++s) place_[s] = at_[states.value(s, option)];
  } else {
    columns_.assign(values_.size(), StateSet(states.size()));
    for (StateId s = 0; s < states.size(); ++s) columns_[at_[states.value(s, option)]].insert(s);
  }
}

void Axis::allow(const FewBlocks& rest, const StateSet& off, Literal& allowed) const {
  allowed.assign(values_.size(), true);
  if (wide())
    each_of_both(rest, off, [&](StateId s) { allowed[place_[s]] = false; });
  else
    for (std::size_t v = 0; v < columns_.size(); ++v) allowed[v] = !meet(rest, off, columns_[v]);
}

std::uint64_t Axis::gain(const FewBlocks& rest, const StateSet& target, const Literal& literal) const {
  const auto within = [&](std::size_t k) { return rest.blocks[k] & target.blocks()[rest.at[k]]; };
  if (wide()) {
    std::uint64_t gain = 0;
    each_of_both(rest, target, [&](StateId s) { gain += literal[place_[s]] ? 1 : 0; });
    return gain;
  }
  std::uint64_t gain = bits_in(rest.at.size(), within);
  for (std::size_t v = 0; v < columns_.size(); ++v) {
    if (literal[v]) continue;
    const auto& column = columns_[v].blocks();
    gain -= bits_in(rest.at.size(), [&](std::size_t k) { return within(k) & column[rest.at[k]]; });
  }
  return gain;
}

void Axis::keep(StateSet& cube, const Literal& literal) const {
  for (std::size_t v = 0; v < literal.size(); ++v)
    if (!literal[v] && !wide()) cube -= columns_[v];
  if (!wide()) return;
  const StateSet before = cube;
  before.for_each([&](StateId s) {
    if (!literal[place_[s]]) cube.erase(s);
  });
}

void Axis::keep(StateSet& cube, std::size_t value) const {
  Literal one(values_.size(), false);
  if (!wide()) {
    cube &= columns_[value];
    return;
  }
  one[value] = true;
  keep(cube, one);
}

std::vector<Axis> axes(const Model& model, const States& states) {
  std::vector<Axis> axes;
  for (std::size_t o = 0; o < model.options.size(); ++o) {
    states.stop().look();
    Axis axis(states, static_cast<OptionId>(o), model.options[o].values.size());
    if (axis.values().size() > 1) axes.push_back(std::move(axis));
  }
  return axes;
}

}  // namespace entente
