// The edits that lead from one case to another, by meaning: each can be made alone to the case as written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "casefile/casefile.h"
#include "compare/edit_words.h"

namespace entente {

/// One change of the case: what it is, told as the naming has it, and how to make it.
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
/// id; white space and superfluous parentheses are no change of a formula. A statement or rule in the place
/// of another is one edit. The edits are the same in every naming.
Edits edits(const casefile::Case& before, const casefile::Case& after, const Naming& naming = {});

}  // namespace entente
