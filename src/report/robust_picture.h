// What rests on what, drawn: the tornado (assumptions by conclusions) and the matrix of the evidence.
#pragma once

#include <string>

#include "analysis/robustness.h"

namespace entente {

/// One SVG with both, in black and grey.
std::string robust_svg(const Variants& variants, const Robustness& robustness);

}  // namespace entente
