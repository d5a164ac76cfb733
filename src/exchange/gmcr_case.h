// A case from the files of GMCR II and GMCR+, with ids made of their names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/gmcr.h"

namespace entente::gmcr {

/// A state: whether each option, by number, is taken.
using State = std::vector<bool>;

/// What a case needs that the states decide.
struct Filling {
  State status_quo;  // empty: left out
  std::vector<std::vector<std::vector<State>>>
      rankings;  // for each party its classes; the last takes all the rest
};

/// The case as TOML; the notes stand at its head as comments.
std::string written(const Conflict& conflict, std::string_view title, const Filling& filling);

/// Gives every party an id and every option one that is unique in its party.
void give_ids(Conflict& conflict);

}  // namespace entente::gmcr
