// How the others' replies to a departure are read (method.md, "Other readings of an answer"): no case says
// so, but who looks at it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace entente {

/// Any legal sequence; each other mover at most once, in any order; one move of one mover.
enum class Replies : std::uint8_t { legal, once, one };

/// The movers that may reply once each: what they can do together is looked at for every set of them.
inline constexpr std::size_t most_replying_once = 15;

std::string_view id(Replies replies);
std::optional<Replies> replies_of(std::string_view id);
/// Their ids, the usual one first.
std::vector<std::string_view> replies_ids();

}  // namespace entente
