// A set of states: one bit a feasible state, ascending.
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <optional>
#include <vector>

namespace entente {

/// The index of a feasible state, from 0, in lexicographic order; people see index + 1.
using StateId = std::uint32_t;

inline std::uint64_t number(StateId state) {
  return std::uint64_t{state} + 1;
}

class StateSet {
 public:
  StateSet() = default;
  explicit StateSet(std::size_t states, bool full = false);

  std::size_t universe() const { return states_; }
  bool contains(StateId s) const {
    assert(s < states_);
    return ((bits_[s >> 6] >> (s & 63)) & 1) != 0;
  }
  void insert(StateId s) {
    assert(s < states_);
    bits_[s >> 6] |= std::uint64_t{1} << (s & 63);
  }
  void erase(StateId s) {
    assert(s < states_);
    bits_[s >> 6] &= ~(std::uint64_t{1} << (s & 63));
  }
  std::uint64_t count() const;
  bool empty() const;
  std::optional<StateId> first() const;
  std::vector<StateId> list() const;

  StateSet& operator&=(const StateSet& other);
  StateSet& operator|=(const StateSet& other);
  StateSet& operator-=(const StateSet& other);
  friend StateSet operator&(StateSet a, const StateSet& b) { return a &= b; }
  friend StateSet operator|(StateSet a, const StateSet& b) { return a |= b; }
  friend StateSet operator-(StateSet a, const StateSet& b) { return a -= b; }
  bool operator==(const StateSet&) const = default;

  template <class F>
  void for_each(F f) const {
    for (std::size_t w = 0; w < bits_.size(); ++w)
      for (std::uint64_t rest = bits_[w]; rest != 0; rest &= rest - 1)
        f(static_cast<StateId>(w * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
  }

  /// 64 states at once; bits past the last state are 0.
  std::vector<std::uint64_t>& blocks() { return bits_; }
  const std::vector<std::uint64_t>& blocks() const { return bits_; }

 private:
  std::size_t states_ = 0;
  std::vector<std::uint64_t> bits_;
};

}  // namespace entente
