// What the case itself says and the changes that can be made to it, as JSON: the same however its states are
// looked at.
#pragma once

#include <vector>

#include "brief/json.h"
#include "model/model.h"

namespace entente {
/// The parties and options; `states`: how many there are.
Json case_json(const Model& model, Json states);
/// A pattern: {"party.option": [values] or "-"}.
Json pattern_json(const Model& model, const std::vector<std::vector<Value>>& values,
                  const std::vector<bool>& free);
/// The ids of some evidence.
Json evidence_ids(const Model& model, const std::vector<EvidenceId>& evidence);
/// Adds `assumptions`, `evidence` and `sources`.
void put_grounds(Json& json, const Model& model);

/// One object an assumption, in the order of the file, with its changes by id and in words.
Json changes_json(const Model& model);

}  // namespace entente
