// A case as a conflict that GMCR+ opens (.gmcr, JSON).
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "view/case.h"

namespace entente {

/// Why a case is no such conflict; nothing where it may be one: nobody acts jointly, and each option may be
/// changed either way, one way or not at all, wherever things stand.
std::optional<std::string> no_conflict(const Case& of);

/// Whether the parties' rankings are written, since the wishes of some party are not single statements, each
/// less important than the one before it.
bool written_by_rankings(const Model& model);

/// The JSON; or why it is not written, where that takes too much.
struct TooMuch {
  std::string why;
};
std::variant<std::string, TooMuch> conflict_gmcr(const Case& of);

}  // namespace entente
