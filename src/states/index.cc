// From a word to its number among ascending words.
#include "states/index.h"

#include <algorithm>
#include <bit>

namespace entente {
namespace {

// A bitmap may have this many bits a word of the list, and some more.
constexpr std::uint64_t bits_a_word = 64;
constexpr std::uint64_t bits_free = 1 << 16;

}  // namespace

Index::Index(std::span<const Word> ascending, unsigned bits) : bits_(bits) {
  const std::uint64_t space = bits < 40 ? std::uint64_t{1} << bits : ~std::uint64_t{0};
  if (space == ascending.size()) return;
  if (space <= bits_a_word * ascending.size() + bits_free) {
    way_ = Way::bitmap;
    bitmap_.resize((space + 63) / 64);
    for (const Word word : ascending) bitmap_[word / 64] |= std::uint64_t{1} << (word % 64);
    std::uint32_t seen = 0;
    for (const std::uint64_t block : bitmap_) {
      before_.push_back(seen);
      seen += static_cast<std::uint32_t>(std::popcount(block));
    }
    return;
  }
  way_ = Way::buckets;
  const auto leading = static_cast<unsigned>(std::bit_width(ascending.size()));
  shift_ = bits > leading ? bits - leading : 0;
  before_.resize((std::size_t{1} << leading) + 1);
  for (const Word word : ascending) ++before_[(word >> shift_) + 1];
  for (std::size_t b = 1; b < before_.size(); ++b) before_[b] += before_[b - 1];
}

std::optional<std::uint32_t> Index::find(std::span<const Word> ascending, Word word) const {
  if (bits_ < 64 && (word >> bits_) != 0) return std::nullopt;
  if (way_ == Way::direct)
    return word < ascending.size() ? std::optional(static_cast<std::uint32_t>(word)) : std::nullopt;
  if (way_ == Way::bitmap) {
    const std::uint64_t block = bitmap_[word / 64];
    if (((block >> (word % 64)) & 1) == 0) return std::nullopt;
    const std::uint64_t below = block & ((std::uint64_t{1} << (word % 64)) - 1);
    return before_[word / 64] + static_cast<std::uint32_t>(std::popcount(below));
  }
  const auto bucket = ascending.begin() + before_[word >> shift_];
  const auto end = ascending.begin() + before_[(word >> shift_) + 1];
  const auto at = std::lower_bound(bucket, end, word);
  if (at == end || *at != word) return std::nullopt;
  return static_cast<std::uint32_t>(at - ascending.begin());
}

}  // namespace entente
