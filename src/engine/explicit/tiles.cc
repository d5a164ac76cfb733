// 64 blocks of one party copied to rows and back.
#include "engine/explicit/tiles.h"

#include <cstring>

#include "engine/explicit/kernels.h"

namespace entente {
namespace {

// Copies granules of so many bytes, of which a tile has [high][row][granule] in lines, [row][high] in rows.
template <std::size_t bytes>
void turn(const std::byte* from, std::byte* to, std::size_t outer, std::size_t inner) {
  for (std::size_t a = 0; a < outer; ++a)
    for (std::size_t b = 0; b < inner; ++b)
      std::memcpy(to + (b * outer + a) * bytes, from + (a * inner + b) * bytes, bytes);
}

void turn(const std::byte* from, std::byte* to, std::size_t outer, std::size_t inner, std::size_t bytes) {
  if (outer == 1 || inner == 1) {
    std::memcpy(to, from, outer * inner * bytes);
    return;
  }
  if (bytes <= 8) return turn_granules(from, to, outer, inner, bytes);
  switch (bytes) {
    case 16: return turn<16>(from, to, outer, inner);
    case 32: return turn<32>(from, to, outer, inner);
    case 64: return turn<64>(from, to, outer, inner);
    default: return turn<128>(from, to, outer, inner);
  }
}

template <class T>
const std::byte* bytes_of(const Line<T>* lines) {
  return reinterpret_cast<const std::byte*>(lines);
}
template <class T>
std::byte* bytes_of(Line<T>* lines) {
  return reinterpret_cast<std::byte*>(lines);
}

}  // namespace

template <class T>
void Tiling::to_rows(const Line<T>* lines, Line<T>* to) const {
  turn(bytes_of(lines), bytes_of(to), line_states >> low_, rows(), sizeof(T) << low_);
}

template <class T>
void Tiling::to_lines(const Line<T>* from, Line<T>* lines) const {
  turn(bytes_of(from), bytes_of(lines), rows(), line_states >> low_, sizeof(T) << low_);
}

template void Tiling::to_rows(const Line<std::uint8_t>*, Line<std::uint8_t>*) const;
template void Tiling::to_rows(const Line<std::uint16_t>*, Line<std::uint16_t>*) const;
template void Tiling::to_rows(const Line<std::uint32_t>*, Line<std::uint32_t>*) const;
template void Tiling::to_lines(const Line<std::uint8_t>*, Line<std::uint8_t>*) const;
template void Tiling::to_lines(const Line<std::uint16_t>*, Line<std::uint16_t>*) const;
template void Tiling::to_lines(const Line<std::uint32_t>*, Line<std::uint32_t>*) const;

}  // namespace entente
