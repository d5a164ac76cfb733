// The best path, for people and as JSON (interface.md).
#pragma once

#include <optional>
#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "view/view.h"
#include "words/voice.h"

namespace entente {

/// What was asked of a path, so that the answer can say it.
struct PathAsked {
  std::string target = "a settlement";  // in words
  std::optional<Date> deadline;
  bool safe = false;
};
std::string path_text(const View& view, const Face& face, const WayFound& found, const PathAsked& asked);
/// `deadline`: whether there is one, so that `in_time` means something.
Json path_json(const View& view, const WayFound& found, bool deadline);
/// A numbered line a step: what is done, who gains or concedes, by when.
void tell_steps(Sheet& sheet, const View& view, const Voice& voice, const WaySeen& way);

}  // namespace entente
