// Why a state is stable, or is not: the stories in sentences and as JSON.
#pragma once

#include <string>
#include <vector>

#include "brief/json.h"
#include "brief/sheet.h"
#include "view/story.h"

namespace entente {

/// What was asked, so that the answer can say it.
struct WhyAsked {
  StateId at = 0;
  Concept seen = Concept::seq;
  std::uint64_t others = 0;  // other states where the formula given holds, too
  bool in_full = false;
};

std::string why_text(const Analysis& analysis, const Face& face, const WhyAsked& asked,
                     const std::vector<Story>& stories);
Json why_json(const Analysis& analysis, const WhyAsked& asked, const std::vector<Story>& stories);

}  // namespace entente
