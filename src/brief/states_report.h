// The feasible states with ranks and verdicts: as CSV, as JSON, as a table for people.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "brief/sheet.h"
#include "view/coalition_facts.h"
#include "view/view.h"

namespace entente {

/// Takes a piece of an answer; false where it cannot be written, and then the answer ends.
using Sink = std::function<bool(std::string_view)>;

/// Which states are asked for; `coalitions`: their verdicts too, of a view that lists its states.
struct StatesAsked {
  Set rows;  // null where it is not known which
  std::size_t most = SIZE_MAX;
  const CoalitionVerdicts* coalitions = nullptr;
};

/// The columns and rows of interface.md. False where the sink refused, or the work was ended meanwhile.
bool states_csv(const View& view, const StatesAsked& asked, const Sink& sink);
bool states_json(const View& view, const StatesAsked& asked, const Sink& sink);

/// How many states each concept finds stable, then the rows as patterns and, where they are few, one by one.
std::string states_text(const View& view, const StatesAsked& asked, const Face& face);

/// The ids of a coalition: "japan+russia".
std::string joined_ids(const Model& model, const Coalition& coalition);

}  // namespace entente
