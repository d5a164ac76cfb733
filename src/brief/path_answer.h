// The best path, for people and as JSON (interface.md).
#pragma once

#include <optional>
#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "view/view.h"
#include "words/voice.h"

namespace entente {

/// Where a path was to lead: to a state that was asked for, or else to a settlement that all accept, or
/// failing that to any.
enum class Target : std::uint8_t { asked, zone, agreement };

/// What was asked of a path, so that the answer can say it.
struct PathAsked {
  Target target = Target::asked;
  std::string asked;  // the target in words, where it was asked for
  std::optional<Date> deadline;
  bool safe = false;
  std::string closed;  // by what, where no way leads there; empty where that was not looked for
};
std::string path_text(const View& view, const Face& face, const WayFound& found, const PathAsked& asked);
/// Whether it is in time is told where there is a deadline.
Json path_json(const View& view, const WayFound& found, const PathAsked& asked);
/// A numbered line a step: what is done, who gains or concedes, by when.
void tell_steps(Sheet& sheet, const View& view, const Voice& voice, const WaySeen& way);

}  // namespace entente
