// A model without what is confidential, to be told to others: it has the same states, ranks and verdicts.
#pragma once

#include "model/model.h"

namespace entente {

/// Confidential sources, what is cited from them and confidential evidence are gone; a confidential
/// preference keeps its place, weight and condition, but neither its text nor its grounds. Marked as
/// redacted, so that its words say that something is withheld.
Model redacted(const Model& model);

/// How much that leaves out.
struct Withheld {
  std::size_t sources = 0, evidence = 0, preferences = 0;
};
Withheld withheld(const Model& model);

}  // namespace entente
