// What each conclusion rests on, for people and as JSON.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "brief/json.h"
#include "brief/sheet.h"
#include "whatif/robustness.h"
#include "words/voice.h"

namespace entente {

/// What alone is asked about: a conclusion or an assumption by its index, or neither for all.
struct About {
  std::optional<std::size_t> conclusion = {};
  std::optional<std::size_t> assumption = {};
};

std::string robust_text(const Variants& variants, const Robustness& robustness, const Face& face,
                        const About& about = {});
Json robust_json(const Variants& variants, const Robustness& robustness, const About& about = {});

/// Each conclusion, how firm it is and what carries it, by the single changes.
Json resting_json(const Variants& variants, const Robustness& robustness);

/// Assumptions none of whose changes, made alone, changes any conclusion.
std::vector<std::size_t> deciding_nothing(const Variants& variants, const Robustness& robustness);
Json firmness_json(const Firmness& firmness);

}  // namespace entente
