// SHA-256 as FIPS 180-4 writes it: the text padded, then block by block into eight words.
#include "text/sha256.h"

#include <array>
#include <bit>
#include <cstdint>

namespace entente {
namespace {

using Eight = std::array<std::uint32_t, 8>;

constexpr std::size_t block_bytes = 64;

/// The first 32 bits of the fractional parts of the square and cube roots of the first primes.
constexpr Eight beginning = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                             0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
constexpr std::array<std::uint32_t, 64> rounds = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::array<std::uint32_t, 64> schedule(std::string_view block) {
  std::array<std::uint32_t, 64> w{};
  for (std::size_t i = 0; i < block_bytes; ++i)
    w[i / 4] = w[i / 4] << 8 | static_cast<unsigned char>(block[i]);
  for (std::size_t i = 16; i < w.size(); ++i) {
    const std::uint32_t a = w[i - 15];
    const std::uint32_t b = w[i - 2];
    w[i] = w[i - 16] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3)) + w[i - 7] +
           (std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10));
  }
  return w;
}

void mix_in(Eight& digest, std::string_view block) {
  const std::array<std::uint32_t, 64> w = schedule(block);
  auto [a, b, c, d, e, f, g, h] = digest;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const std::uint32_t s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const std::uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + rounds[i] + w[i];
    const std::uint32_t s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    const std::uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
  }
  const Eight mixed = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < digest.size(); ++i) digest[i] += mixed[i];
}

/// A one bit, zeros, and the number of bits in the last eight bytes of a block.
std::string padding(std::uint64_t bytes) {
  std::string end = "\x80";
  end.append((2 * block_bytes - 9 - bytes % block_bytes) % block_bytes, '\0');
  for (unsigned shift = 64; shift > 0; shift -= 8) end += static_cast<char>(bytes * 8 >> (shift - 8) & 0xff);
  return end;
}

}  // namespace

std::string sha256(std::string_view text) {
  Eight digest = beginning;
  const std::size_t whole = text.size() - text.size() % block_bytes;
  for (std::size_t at = 0; at < whole; at += block_bytes) mix_in(digest, text.substr(at, block_bytes));
  const std::string end = std::string(text.substr(whole)) + padding(text.size());
  for (std::size_t at = 0; at < end.size(); at += block_bytes)
    mix_in(digest, std::string_view(end).substr(at, block_bytes));
  std::string hex;
  for (const std::uint32_t word : digest)
    for (unsigned shift = 32; shift > 0; shift -= 4) hex += "0123456789abcdef"[word >> (shift - 4) & 0xf];
  return hex;
}

}  // namespace entente
