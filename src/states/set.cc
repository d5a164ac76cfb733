// Sets of states, 64 at a time.
#include "states/set.h"

#include <algorithm>
#include <cassert>

#include "states/bits.h"

namespace entente {

StateSet::StateSet(std::size_t states, bool full)
    : states_(states), bits_((states + 63) / 64, full ? ~std::uint64_t{0} : 0) {
  if (full && states % 64 != 0) bits_.back() = (std::uint64_t{1} << (states % 64)) - 1;
}

std::uint64_t StateSet::count() const {
  return bits_in(bits_.size(), [&](std::size_t w) { return bits_[w]; });
}

bool StateSet::empty() const {
  return std::all_of(bits_.begin(), bits_.end(), [](std::uint64_t block) { return block == 0; });
}

std::optional<StateId> StateSet::first() const {
  for (std::size_t w = 0; w < bits_.size(); ++w)
    if (bits_[w] != 0)
      return static_cast<StateId>(w * 64 + static_cast<unsigned>(std::countr_zero(bits_[w])));
  return std::nullopt;
}

std::vector<StateId> StateSet::list() const {
  std::vector<StateId> states;
  states.reserve(count());
  for_each([&](StateId s) { states.push_back(s); });
  return states;
}

StateSet& StateSet::operator&=(const StateSet& other) {
  assert(states_ == other.states_);
  for (std::size_t w = 0; w < bits_.size(); ++w) bits_[w] &= other.bits_[w];
  return *this;
}

StateSet& StateSet::operator|=(const StateSet& other) {
  assert(states_ == other.states_);
  for (std::size_t w = 0; w < bits_.size(); ++w) bits_[w] |= other.bits_[w];
  return *this;
}

StateSet& StateSet::operator-=(const StateSet& other) {
  assert(states_ == other.states_);
  for (std::size_t w = 0; w < bits_.size(); ++w) bits_[w] &= ~other.bits_[w];
  return *this;
}

}  // namespace entente
