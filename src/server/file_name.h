// Which names a case's file may have: a name alone, never a way to somewhere else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::server {

/// What is wrong with a name, as a sentence; nothing where it may be a case's.
std::optional<std::string> wrong_name(std::string_view name);

/// A name that a case may have, made from that of a file that is dropped: its folder and ending are cut off
/// and what may not stand in a name is left out; "case.toml" where nothing is left.
std::string case_name_of(std::string_view dropped);

}  // namespace entente::server
