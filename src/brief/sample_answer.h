// A sample's shares for people and as JSON, and its sums as a file that parts are merged from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "brief/json.h"
#include "brief/sheet.h"
#include "whatif/sample.h"

namespace entente {

std::string sample_text(const Sums& sums, const Face& face);
Json sample_json(const Sums& sums);

/// The sums of a part, whole.
std::string written(const Sums& sums);
/// The sums that a file holds; nothing where it is no such file.
std::optional<Sums> sums_of(std::string_view text);

}  // namespace entente
