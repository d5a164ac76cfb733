// The JSON Schema of what one verb answers, taken out of that of all.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The verbs that answer in JSON: each has one.
std::vector<std::string> verbs_with_schema();
/// Nothing where there is none of that verb.
std::optional<std::string> answer_schema_of(std::string_view verb);

}  // namespace entente
