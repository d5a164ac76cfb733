// Which settlements rest and last, by the definitions, as naive loops; never linked into the product.
#pragma once

#include "oracle/settlement_oracle.h"
#include "stability/concepts.h"

namespace entente::oracle {

struct NaiveHolding {
  StateList agreed;  // under the waivers
  StateList rests;
  StateList lasts;
};

/// Of what all accept under some waivers, the waived demands' statements dropped.
NaiveHolding holding(const Model& model, const Waivers& waived, Concept concept_);

}  // namespace entente::oracle
