// What a formula can speak of: the parties, their options, the options' values, and the names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/known.h"
#include "model/model.h"

namespace entente {

/// One option as formulas see it. A hole is an option whose values have faults: formulas about it are holes.
struct OptionWords {
  std::string name;  // "north.share"
  Known values;
  Place at;  // its values, else its id
  bool hole = false;
};

struct Vocabulary {
  Known parties;                                       // numbered as PartyId
  std::vector<Known> options;                          // of each party, numbered as OptionId
  std::vector<OptionWords> option;                     // each option
  Known names;                                         // numbered as `conditions`
  std::vector<std::optional<ConditionId>> conditions;  // of each name; nothing where it has faults
};

/// The vocabulary of a model without faults.
Vocabulary vocabulary(const Model& model);

}  // namespace entente
