// Why a situation is or is not stable for a party, for people and as JSON (interface.md).
#pragma once

#include <string>
#include <vector>

#include "brief/json.h"
#include "brief/sheet.h"
#include "view/view.h"

namespace entente {

/// What was asked of a state, so that the answer can say it.
struct WhyAsked {
  Word at = 0;
  Concept seen = Concept::seq;
  Count others = 0;    // other states where the formula given holds, too, or of the same id
  bool of_id = false;  // whether a state was asked for, not a formula
  bool in_full = false;
  std::string closed = {};  // of the status quo: what closes every way to a settlement, where one is closed
};
std::string why_text(const View& view, const Face& face, const WhyAsked& asked,
                     const std::vector<Actor>& whose);
Json why_json(const View& view, const WhyAsked& asked, const std::vector<Actor>& whose);

}  // namespace entente
