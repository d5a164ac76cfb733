// Keys of requests made from the members of the requests that they fill.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "library/ask_verbs.h"

namespace entente::keys {

inline void assign(std::string& to, const Given& given) {
  to = std::get<std::string>(given);
}
inline void assign(std::vector<std::string>& to, const Given& given) {
  to = std::get<std::vector<std::string>>(given);
}
inline void assign(bool& to, const Given& given) {
  to = std::get<bool>(given);
}
template <class Count>
requires std::is_unsigned_v<Count>
void assign(Count& to, const Given& given) {
  to = static_cast<Count>(std::get<std::uint64_t>(given));
}
template <class T>
void assign(std::optional<T>& to, const Given& given) {
  assign(to.emplace(), given);
}

/// Puts what is given where a chain of members leads from `Wanted`.
template <auto... Members>
void set(Wanted& wanted, const Given& given) {
  assign((wanted.*....*Members), given);
}

}  // namespace entente::keys
