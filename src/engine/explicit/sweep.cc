// The maximum over a mover's restricted moves, by sweeps along its options.
//
// A move changes any options at once, each as it is allowed to, so that what a move reaches is a product:
// once every combination holds the best over the changes of the first option, the best of these over the
// changes of the second is the best over those of both. Combinations that are no states hold the neutral
// element, 0. Options with a `when` come last: the states in which it holds go on with the swept array, the
// others with the array as it was.
#include "engine/explicit/sweep.h"

#include <algorithm>
#include <bit>

namespace entente {
namespace {

// Each condition of a move may double the sweeps.
constexpr std::size_t most_guards = 6;
constexpr std::size_t most_combinations_a_state = 4;

void raise(Rank* to, const Rank* by, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) to[k] = std::max(to[k], by[k]);
}

}  // namespace

Sweep::Sweep(const Model& model, const States& states, MoverId mover)
    : states_(states),
      own_(states.layout().mask(mover)),
      shift_(own_ == 0 ? 0 : static_cast<unsigned>(std::countr_zero(own_))),
      combinations_(own_ >> shift_ < (Word{1} << 32) && states.layout().in_a_row(mover)
                        ? static_cast<std::size_t>(own_ >> shift_) + 1
                        : 0) {
  for (const OptionId o : model.options_of(mover)) {
    const Option& option = model[o];
    if (option.moves.kind == Moves::Kind::fixed) continue;
    const Field& field = states.layout().field(o);
    Axis axis{.stride = std::size_t{1} << (field.shift - shift_),
              .span = std::size_t{1} << (field.shift - shift_ + field.bits),
              .values = static_cast<Value>(option.values.size()),
              .moves = option.moves};
    if (option.when) axis.open = where(model.conditions, *option.when, states);
    (option.when ? guarded_ : always_).push_back(std::move(axis));
  }
}

bool Sweep::pays(std::size_t block_size) const {
  return combinations_ != 0 && combinations_ <= most_combinations_a_state * block_size &&
         guarded_.size() <= most_guards;
}

Ranks Sweep::best_move(const Predecessors& blocks, const Ranks& v) const {
  Ranks result(v.size());
  Ranks best(combinations_);
  std::vector<StateId> states;
  Lookout lookout(blocks.stop(), 16);
  for (std::uint32_t b = 0; b < blocks.blocks(); ++b) {
    lookout();
    states.assign(blocks.block(b).begin(), blocks.block(b).end());
    std::fill(best.begin(), best.end(), Rank{0});
    for (const StateId s : states) best[place(s)] = v[s];
    for (const Axis& axis : always_) along(axis, best);
    settle(states, 0, best, result);
  }
  return result;
}

// Reads off the results, of the options with a `when` those from `guard` on still to be swept.
void Sweep::settle(std::span<StateId> states, std::size_t guard, const Ranks& best, Ranks& result) const {
  if (states.empty()) return;
  if (guard == guarded_.size()) {
    for (const StateId s : states) result[s] = best[place(s)];
    return;
  }
  const Axis& axis = guarded_[guard];
  const auto shut =
      std::partition(states.begin(), states.end(), [&](StateId s) { return axis.open.contains(s); });
  settle({shut, states.end()}, guard + 1, best, result);
  if (shut == states.begin()) return;
  Ranks swept = best;
  along(axis, swept);
  settle({states.begin(), shut}, guard + 1, swept, result);
}

void Sweep::along(const Axis& axis, Ranks& best) {
  for (std::size_t begin = 0; begin < best.size(); begin += axis.span) {
    Rank* row = best.data() + begin;
    switch (axis.moves.kind) {
      case Moves::Kind::free: spread(axis, row); break;
      case Moves::Kind::forward:
        for (Value x = axis.values - 1; x-- > 0;)
          raise(row + x * axis.stride, row + (x + 1) * axis.stride, axis.stride);
        break;
      case Moves::Kind::backward:
        for (Value x = 1; x < axis.values; ++x)
          raise(row + x * axis.stride, row + (x - 1) * axis.stride, axis.stride);
        break;
      case Moves::Kind::fixed: break;
      case Moves::Kind::pairs: pair(axis, row); break;
    }
  }
}

// Every value from every other.
void Sweep::spread(const Axis& axis, Rank* row) {
  for (Value x = 1; x < axis.values; ++x) raise(row, row + x * axis.stride, axis.stride);
  for (Value x = 1; x < axis.values; ++x) std::copy_n(row, axis.stride, row + x * axis.stride);
}

// Pairs need not be transitive: each reads what stood there before.
void Sweep::pair(const Axis& axis, Rank* row) {
  const Ranks before(row, row + axis.values * axis.stride);
  for (const auto& [from, to] : axis.moves.pairs)
    raise(row + from * axis.stride, before.data() + to * axis.stride, axis.stride);
}

}  // namespace entente
