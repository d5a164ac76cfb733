// What every answer as JSON is made of (interface.md); keys in a fixed order.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "text/diagnostic.h"
#include "view/view.h"

namespace entente {

using Json = nlohmann::ordered_json;

/// A number of states: a JSON number where a double holds it exactly, else a string of its digits.
Json count_json(Count count);
/// The number of a state.
Json number_json(const View& view, Word word);
/// An answer with the ids of the states whose numbers it gives, by number: "ids", only where the case names
/// states. There is one such answer of a view.
Json with_ids(Json json, const View& view);
/// The numbers that people see, ascending.
Json numbers(const View& view, const Set& set);
/// Adds a set under `key`: its numbers, or null where it is not known or its states are too many to list;
/// where no state of the case is listed, also its count, first states and some patterns under `sets`, `key`.
void put_set(Json& json, const char* key, const View& view, const Set& set);
/// How many, or null.
Json size_json(const Set& set);
/// Some patterns of a set, all where situations are listed; null where they are not known.
Json patterns_json(const View& view, const Set& set);

/// {"party.option": value id} of a whole state.
Json state_json(const Model& model, const Layout& layout, Word word);
/// {"party.option": value id} of the options that a move changes.
Json sets_json(const View& view, const WordStep& move);
/// {stake id: party id or null}.
Json holders_json(const Model& model, const Layout& layout, Word word);
/// true, false, or null where it was not decided.
Json verdict_json(Verdict verdict);

/// [{"party", "demand"} or {"party", "below_status_quo"}].
Json waivers_json(const Model& model, const Waivers& waivers);
/// {"party": id}; of a group {"by": [ids]}.
Json mover_json(const Model& model, MoverId mover);
/// {party id: kind} of each member of a mover.
Json kinds_json(const Model& model, MoverId mover, const StepKinds& kinds);
/// "improvement", "neutral" or "concession".
std::string_view kind_id(StepKind kind);

/// JSON as text, indented, with a line end; bytes that are no UTF-8 are replaced.
std::string text(const Json& json);

/// One object each, by place. `line` and `column` count from 1, the column in code points; `from` and `to`
/// are bytes of the text, the second one behind the last.
Json faults_json(const Diagnostics& diagnostics, const Text& text);

}  // namespace entente
