// A case as written with changes made that are named by their ids.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casefile/casefile.h"
#include "whatif/changes.h"

namespace entente {

/// The case so changed; as it was written where a change is not one of its own, which `wrong` then says.
struct ChangedCase {
  casefile::Case written;
  Premises premises = {};
  std::string wrong = {};
};

/// Makes the changes, each once, to what the case assumes on the day `as_of` if that is a date, else on its
/// own. A case with faults is left as it is: they are told when it is read.
ChangedCase make_changes(casefile::Case written, const std::vector<std::string>& ids,
                         const std::optional<std::string>& as_of);

}  // namespace entente
