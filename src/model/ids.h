// Typed indices: a party, a mover, an option, a piece of evidence, a condition. Counted from 0 in the file's
// order.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace entente {

enum class PartyId : std::uint32_t {};
enum class OptionId : std::uint32_t {};
enum class SourceId : std::uint32_t {};
enum class EvidenceId : std::uint32_t {};
enum class ConditionId : std::uint32_t {};

/// Who makes a move: a party, or a group of parties that acts jointly. The parties come first, each a mover
/// of its own number, then the groups (method.md, "Joint acts").
class MoverId {
 public:
  constexpr MoverId() = default;
  constexpr MoverId(PartyId party) : number_(static_cast<std::uint32_t>(party)) {}
  explicit constexpr MoverId(std::size_t number) : number_(static_cast<std::uint32_t>(number)) {}
  explicit constexpr operator std::size_t() const { return number_; }

  friend constexpr bool operator==(const MoverId&, const MoverId&) = default;
  friend constexpr bool operator<(MoverId a, MoverId b) { return a.number_ < b.number_; }

 private:
  std::uint32_t number_ = 0;
};

/// The number of a value among an option's values, from 0.
using Value = std::uint32_t;

template <class Id>
constexpr std::size_t index(Id id) {
  return static_cast<std::size_t>(id);
}

}  // namespace entente
