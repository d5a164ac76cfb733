// One party's blocks laid out as grids.
#include "path/grid.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace entente {
namespace {

constexpr unsigned least_bits = 5;
constexpr unsigned most_bits = 15;     // a block has fewer ranks than a worth has values
constexpr std::size_t most_empty = 8;  // cells for each state

}  // namespace

Grid::Grid(const Model& model, const States& states, PartyId party, const std::vector<Member>& members,
           const std::vector<std::uint32_t>& begins) {
  const Layout& layout = states.layout();
  const Word own = layout.mask(party);
  const auto bits = static_cast<unsigned>(std::popcount(own));
  const std::size_t blocks = begins.size() - 1;
  if (bits < least_bits || bits > most_bits || (blocks << bits) / most_empty > members.size()) return;
  shift_ = static_cast<unsigned>(std::countr_zero(own));
  cells_ = std::size_t{1} << bits;
  for (const OptionId option : model[party].options)
    axes_.push_back({layout.field(option).shift - shift_, layout.field(option).bits});
  const auto room = states.stop().claim(blocks * cells_ * (sizeof(Worth) + sizeof(StateId)));
  worth_.assign(blocks * cells_, 0);
  states_.assign(blocks * cells_, no_state);
  Lookout lookout(states.stop(), 256);
  for (std::uint32_t block = 0; block < blocks; ++block, lookout())
    place(block, {members.data() + begins[block], members.data() + begins[block + 1]});
}

// From part to part one change is made or taken back, so that each is met once (Gray's code).
bool Grid::whole(std::uint32_t block, std::size_t from, std::size_t to) const {
  std::array<std::size_t, most_bits> changes{};
  std::size_t changed = 0;
  for (const Axis& axis : axes_) {
    const std::size_t mask = ((std::size_t{1} << axis.bits) - 1) << axis.shift;
    if (((from ^ to) & mask) != 0) changes.at(changed++) = (from ^ to) & mask;
  }
  const Worth* worth = worth_.data() + block * cells_;
  std::size_t part = from;
  for (std::size_t k = 1; k < std::size_t{1} << changed; ++k) {
    part ^= changes.at(static_cast<std::size_t>(std::countr_zero(k)));
    if (worth[part] > worth[to]) return false;
  }
  return true;
}

void Grid::place(std::uint32_t block, std::span<const Member> members) {
  Worth worth = 0;
  for (std::size_t k = members.size(); k-- > 0;) {
    if (k + 1 == members.size() || members[k].rank != members[k + 1].rank) ++worth;
    worth_[block * cells_ + cell(members[k].word)] = worth;
    states_[block * cells_ + cell(members[k].word)] = members[k].state;
  }
}

namespace {

/// One axis of a sweep: cells that differ in it alone stand `stride` apart, in stretches of `length`.
struct Sweep {
  std::size_t stride = 0;
  std::size_t length = 0;
  std::size_t stays = 0;  // where in a stretch the value stands that does not change

  void wide(std::vector<Grid::Worth>& worth) const {
    for (std::size_t begin = 0; begin < worth.size(); begin += length) {
      const Grid::Worth* without = worth.data() + begin + stays;
      for (std::size_t value = 0; value < length; value += stride) {
        if (value == stays) continue;
        Grid::Worth* with = worth.data() + begin + value;
        for (std::size_t k = 0; k < stride; ++k) with[k] = std::max(with[k], without[k]);
      }
    }
  }

  /// The same where so few cells stand together that a machine takes them as one number: what is without the
  /// change is first spread over its stretch, so that one long loop can compare.
  template <class Together>
  void narrow(std::vector<Grid::Worth>& worth, std::vector<Grid::Worth>& without) const {
    without.resize(worth.size());
    for (std::size_t begin = 0; begin < worth.size(); begin += length) {
      Together together;
      std::memcpy(&together, worth.data() + begin + stays, sizeof together);
      for (std::size_t value = 0; value < length; value += stride)
        std::memcpy(without.data() + begin + value, &together, sizeof together);
    }
    for (std::size_t k = 0; k < worth.size(); ++k) worth[k] = std::max(worth[k], without[k]);
  }
};

}  // namespace

void Grid::sweep(std::size_t cell, std::vector<Worth>& worth, std::vector<Worth>& spare) const {
  for (const Axis& axis : axes_) {
    const std::size_t stride = std::size_t{1} << axis.shift;
    const std::size_t length = stride << axis.bits;
    const Sweep sweep{stride, length, cell & (length - stride)};
    switch (stride) {
      case 1: sweep.narrow<std::uint16_t>(worth, spare); break;
      case 2: sweep.narrow<std::uint32_t>(worth, spare); break;
      case 4: sweep.narrow<std::uint64_t>(worth, spare); break;
      default: sweep.wide(worth);
    }
  }
}

}  // namespace entente
