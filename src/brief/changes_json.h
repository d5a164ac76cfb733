// What a case assumes and the changes that can be made to it, as JSON, for whoever offers them as switches.
#pragma once

#include "brief/json.h"
#include "model/model.h"

namespace entente {

/// One object an assumption, in the order of the file, with its changes by id and in words.
Json changes_json(const Model& model);

}  // namespace entente
