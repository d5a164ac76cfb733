// Whole numbers as they are written, "610", "-05": what they are worth, however long they are.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Digits, with a minus before them or none.
bool is_whole_number(std::string_view text);

/// How two whole numbers stand to each other: "05" is equal to "5", and "-0" to "0".
std::strong_ordering compared_as_numbers(std::string_view a, std::string_view b);

/// What a whole number is worth; nothing where it is more than `most`, or less than as much below nothing.
std::optional<std::int64_t> worth(std::string_view number, std::int64_t most);

/// Whether the values of an option are compared as numbers: all of them are whole numbers.
bool are_numbers(const std::vector<std::string>& values);

/// The places of values from the least to the greatest: by number where they are compared as numbers, else as
/// they are listed.
std::vector<std::size_t> from_least(const std::vector<std::string>& values);

}  // namespace entente
