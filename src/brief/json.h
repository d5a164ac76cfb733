// The answers as JSON for other programs (interface.md); keys in a fixed order.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "view/analysis.h"

namespace entente {

using Json = nlohmann::ordered_json;

/// The numbers that people see, ascending.
Json numbers(const StateSet& set);
/// {"party.option": value id} of a whole state.
Json state_json(const Model& model, const Layout& layout, Word word);
/// {stake id: party id or null}.
Json holders_json(const Model& model, const Layout& layout, Word word);

/// [{"party", "demand"} or {"party", "below_status_quo"}].
Json waivers_json(const Model& model, const Waivers& waivers);
/// "party.option".
std::string option_id(const Model& model, OptionId option);
/// "improvement", "neutral" or "concession".
std::string_view kind_id(StepKind kind);

Json settle_json(const Analysis& analysis);
Json outlook_json(const Analysis& analysis, Concept concept_asked);
/// `deadline`: whether there is one, so that `in_time` means something.
Json path_json(const Analysis& analysis, const std::optional<Path>& path, bool deadline);

/// JSON as text, indented, with a line end; bytes that are no UTF-8 are replaced.
std::string text(const Json& json);

}  // namespace entente
