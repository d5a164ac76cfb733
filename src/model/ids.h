// Typed indices: a party, an option, a piece of evidence, a condition. Counted from 0 in the file's order.
#pragma once

#include <cstddef>
#include <cstdint>

namespace entente {

enum class PartyId : std::uint32_t {};
enum class OptionId : std::uint32_t {};
enum class SourceId : std::uint32_t {};
enum class EvidenceId : std::uint32_t {};
enum class ConditionId : std::uint32_t {};

/// The number of a value among an option's values, from 0.
using Value = std::uint32_t;

template <class Id>
constexpr std::size_t index(Id id) {
  return static_cast<std::size_t>(id);
}

}  // namespace entente
