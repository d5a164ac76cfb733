// The edits that lead from one case to another, by meaning: each can be made alone to the case as written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "casefile/casefile.h"

namespace entente {

/// One change of the case: what it is, told with ids and formulas as written, and how to make it.
struct Edit {
  std::string what;
  std::function<void(casefile::Case&)> make;
};

/// How two cases differ: in what a conclusion can hang on, and in words, grounds and citations.
struct Edits {
  std::vector<Edit> edits;
  std::vector<std::string> words;
};

/// What has to be done to `before` to get what `after` means, found by walking the table of keys. Statements
/// are known by their formula, rules and events by all that a conclusion can hang on, everything else by its
/// id; white space and superfluous parentheses are no change of a formula.
Edits edits(const casefile::Case& before, const casefile::Case& after);

}  // namespace entente
