// The names that a formula uses.
#pragma once

#include <string_view>
#include <vector>

#include "formula/formula.h"
#include "text/text.h"

namespace entente {

/// A name that a formula uses, where in its text, and how deep.
struct NameUse {
  std::string_view name;  // of the formula's text
  Place at;
  unsigned depth = 0;
};

/// In the order of the formula's text, each as often as it is used.
std::vector<NameUse> name_uses(std::string_view text, const Formula& formula);

}  // namespace entente
