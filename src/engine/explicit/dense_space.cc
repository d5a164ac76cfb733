// All combinations of the words' bits, and the feasible states among them.
#include "engine/explicit/dense_space.h"

#include <algorithm>
#include <bit>

namespace entente {
namespace {

// The bits of `value` at the ones of `mask`, moved together (Hacker's Delight, 7-4).
std::uint64_t gathered(std::uint64_t value, std::uint64_t mask) {
  value &= mask;
  std::uint64_t shifts = ~mask << 1;
  for (unsigned k = 0; k < 6; ++k) {
    std::uint64_t parity = shifts;
    for (unsigned j = 1; j < 64; j <<= 1) parity ^= parity << j;
    const std::uint64_t moved = parity & mask;
    mask = (mask ^ moved) | (moved >> (1U << k));
    const std::uint64_t bits = value & moved;
    value = (value ^ bits) | (bits >> (1U << k));
    shifts &= ~parity;
  }
  return value;
}

// The lowest bits of `value` at the ones of `mask`.
std::uint64_t scattered(std::uint64_t value, std::uint64_t mask) {
  if (~mask == 0) return value;
  std::uint64_t result = 0;
  for (std::uint64_t rest = mask; rest != 0; rest &= rest - 1, value >>= 1)
    if ((value & 1) != 0) result |= rest & -rest;
  return result;
}

}  // namespace

unsigned DenseSpace::bits_for(const Model& model, const Layout& layout) {
  unsigned bits = std::max(6U, layout.bits());
  for (const MoverId mover : model.mover_ids())
    bits = std::max(bits, 6 + static_cast<unsigned>(std::popcount(layout.mask(mover))));
  return bits;
}

DenseSpace::DenseSpace(const Model& model, const States& of)
    : bits(bits_for(model, of.layout())),
      states(of.size()),
      feasible(std::size_t{1} << (bits - 6)),
      stop(of.stop()) {
  const auto room = stop.claim(feasible.size() * sizeof(std::uint32_t));
  for (const Word word : of.words()) feasible[word / 64] |= std::uint64_t{1} << (word % 64);
  before.reserve(feasible.size());
  std::uint32_t seen = 0;
  for (const std::uint64_t block : feasible) {
    before.push_back(seen);
    seen += static_cast<std::uint32_t>(std::popcount(block));
  }
}

StateSet DenseSpace::pack(const Truth& set) const {
  StateSet packed(states);
  std::vector<std::uint64_t>& blocks = packed.blocks();
  for (std::size_t b = 0; b < set.size(); ++b) {
    if ((set[b] & feasible[b]) == 0) continue;
    const std::uint64_t bits_here = ~feasible[b] == 0 ? set[b] : gathered(set[b], feasible[b]);
    const unsigned shift = before[b] % 64;
    blocks[before[b] / 64] |= bits_here << shift;
    if (shift != 0 && bits_here >> (64 - shift) != 0) blocks[before[b] / 64 + 1] |= bits_here >> (64 - shift);
  }
  return packed;
}

std::uint64_t DenseSpace::unpacked(const StateSet& set, std::size_t n) const {
  if (feasible[n] == 0) return 0;
  const unsigned shift = before[n] % 64;
  const auto block = set.blocks().begin() + before[n] / 64;
  std::uint64_t bits_here = *block >> shift;
  if (shift != 0 && std::next(block) != set.blocks().end()) bits_here |= *std::next(block) << (64 - shift);
  return scattered(bits_here, feasible[n]);
}

}  // namespace entente
