// From a word to its number among ascending words: directly, by a bitmap, or by its leading bits.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "states/word.h"

namespace entente {

/// Knows where words stand in an ascending list without repeats. The list is given again with each question,
/// so that it can be moved and copied.
class Index {
 public:
  Index() = default;
  /// `bits`: how many low bits the words use.
  Index(std::span<const Word> ascending, unsigned bits);

  /// The place of a word in the list it was made from; nothing where it is not there.
  std::optional<std::uint32_t> find(std::span<const Word> ascending, Word word) const;

 private:
  enum class Way : std::uint8_t { direct, bitmap, buckets };

  Way way_ = Way::direct;
  unsigned bits_ = 0;
  unsigned shift_ = 0;                 // of the leading bits, that are a word's bucket
  std::vector<std::uint64_t> bitmap_;  // which words occur
  std::vector<std::uint32_t> before_;  // how many words come before each block of the bitmap, or bucket
};

}  // namespace entente
