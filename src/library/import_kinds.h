// The kinds of files that a case is made of, a row each: what tells one, and what makes a case of it.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "entente/exchange.h"
#include "exchange/given_file.h"
#include "exchange/made_case.h"

namespace entente {

/// A case, or why there is none.
using Made = std::variant<exchange::MadeCase, Answer>;

struct ImportKind {
  std::string_view name;  // behind --as
  std::string_view what;  // "a table of states (.csv)"
  bool several = false;   // whether it takes several files together
  bool moves = false;     // whether it takes a table of transitions
  bool events = false;    // whether it takes days, and a table of parties
  bool (*recognises)(std::string_view content) = nullptr;
  /// What else is taken for one where its file is named, so that what is wrong with it is told.
  bool (*may_be)(std::string_view content) = nullptr;
  Made (*make)(const std::vector<Input>& files, const ImportRequest& request, const Look& look) = nullptr;
};

/// What is told of a file that is refused.
Answer refusal(const exchange::Refused& why);

/// The first that recognises a file is its kind.
const std::vector<ImportKind>& kinds_of_import();

}  // namespace entente
