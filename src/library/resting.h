// What a brief's conclusions rest on, where that is quickly found.
#pragma once

#include <memory>

#include "entente/entente.h"
#include "whatif/robustness.h"

namespace entente {

/// The single changes made to a case, which must outlive it, as written and as read.
struct Resting {
  Resting(const casefile::Case& written, const Case& of);
  Variants variants;
  Robustness robustness;
};

/// Nothing where the single changes would take more than about half a second: judged by the number of states,
/// parties and changes, so that the same case always gets the same brief.
std::unique_ptr<const Resting> quick_resting(const casefile::Case& written, const Case& of);

}  // namespace entente
