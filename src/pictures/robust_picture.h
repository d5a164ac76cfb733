// What rests on what, drawn: the tornado (assumptions by conclusions) and the matrix of the evidence.
#pragma once

#include <string>

#include "pictures/drawn.h"
#include "pictures/pictures.h"

namespace entente {

/// The assumptions by conclusions, and the pieces of evidence by conclusions; `robustness` needs the single
/// changes only.
Drawing draw_tornado(const RestsDrawn& of, const Robustness& robustness);
Drawing draw_evidence(const RestsDrawn& of, const Robustness& robustness);
/// One SVG with both: part of a page, and a file of its own.
std::string robust_svg(const RestsDrawn& of, const Robustness& robustness);
std::string robust_svg(const Variants& variants, const Robustness& robustness, bool as_written);

}  // namespace entente
