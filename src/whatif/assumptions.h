// What a case assumes: each preference statement, demand, rule and restriction on an option's moves, with an
// identity, its evidence and how firm that makes it (method.md, "What rests on what").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/model.h"
#include "whatif/firmness.h"

namespace entente {

struct Assumption {
  enum class Kind : std::uint8_t {
    statement,  // that a party wants something, and how much
    demand,     // that it signs nothing without it
    rule,       // that something is not possible, or is required
    moves,      // which changes of an option its party can make
    when,       // from where it can make them
  };

  Kind kind = Kind::statement;
  std::optional<PartyId> party;  // whose it is; nothing for a rule
  std::size_t number = 0;  // of the statement among its party's, of the rule, of the option in the model
  std::string id;          // "japan/statement/3", "japan/demand/1", "rule/2", "japan.visit/moves"
  Grounds grounds;
  Firmness firmness;
};

/// All that count at the case's date, in the order of the file: statements and demands, options, rules.
std::vector<Assumption> assumptions(const Model& model);

/// Whether an assumption has this piece of evidence and no other for it.
bool rests_on_alone(const Assumption& assumption, EvidenceId evidence);

}  // namespace entente
