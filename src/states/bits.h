// The bits of many words counted.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace entente {

/// The bits of 64-bit words, word(k) for each k below `words`, added up byte by byte: without a machine's own
/// instruction the fastest that a compiler can widen.
template <class Word>
std::uint64_t bits_in(std::size_t words, const Word& word) {
  constexpr std::size_t most = 31;  // words whose bits a byte can count
  std::uint64_t count = 0;
  for (std::size_t begin = 0; begin < words; begin += most) {
    std::uint64_t bytes = 0;
    for (std::size_t w = begin; w < std::min(begin + most, words); ++w) {
      std::uint64_t x = word(w);
      x -= (x >> 1) & 0x5555555555555555;
      x = (x & 0x3333333333333333) + ((x >> 2) & 0x3333333333333333);
      bytes += (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f;
    }
    const std::uint64_t pairs = (bytes & 0x00ff00ff00ff00ff) + ((bytes >> 8) & 0x00ff00ff00ff00ff);
    count += (pairs * 0x0001000100010001) >> 48;
  }
  return count;
}

}  // namespace entente
