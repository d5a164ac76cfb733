// The profiles of a negotiation, a file each: how many there may be, and what their parties are called.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

namespace entente::exchange {

/// What a file is called, for a reader; `otherwise` where it has no name.
std::string name_of_file(const std::string& name, const std::string& otherwise);

/// The name, numbered where another party has it already: "buyer 2".
std::string free_name(const std::string& name, std::set<std::string>& taken);

/// Why there can be no negotiation of so many profiles, a party each; nothing where there can.
std::optional<std::string> wrong_number_of_profiles(std::size_t profiles);

}  // namespace entente::exchange
