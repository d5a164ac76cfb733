// The answers about a view of a case, for people and as JSON (interface.md).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "brief/json.h"
#include "brief/sheet.h"
#include "view/view.h"
#include "words/voice.h"

namespace entente {

std::string settle_text(const View& view, const Face& face);
Json settle_json(const View& view);

std::string outlook_text(const View& view, const Face& face, Concept seen);
Json outlook_json(const View& view, Concept seen);

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
void tell_steps(Sheet& page, const View& view, const Voice& voice, const WaySeen& way);

/// What was asked of a state, so that the answer can say it.
struct WhyAsked {
  Word at = 0;
  Concept seen = Concept::seq;
  Count others = 0;  // other states where the formula given holds, too
  bool in_full = false;
};
std::string why_text(const View& view, const Face& face, const WhyAsked& asked,
                     const std::vector<Coalition>& whose);
Json why_json(const View& view, const WhyAsked& asked, const std::vector<Coalition>& whose);

/// What each concept asks, for an answer that names them without saying it.
void tell_concepts(Sheet& page);

}  // namespace entente
