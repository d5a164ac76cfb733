// What rests on what, drawn: the tornado (assumptions by conclusions) and the matrix of the evidence.
#pragma once

#include <string>
#include <vector>

#include "analysis/robustness.h"

namespace entente {

/// What is drawn: a case's assumptions and its conclusions. Of a redacted case the evidence is left out.
struct RestsDrawn {
  const Model& model;
  const std::vector<Assumption>& assumptions;
  const std::vector<Conclusion>& found;
};
std::string robust_svg(const RestsDrawn& of, const Robustness& robustness);
/// One SVG with both, in black and grey.
std::string robust_svg(const Variants& variants, const Robustness& robustness);

}  // namespace entente
