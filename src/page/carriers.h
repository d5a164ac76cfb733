// Conclusions of the case as written, each with what it hangs on and the switches of that.
#pragma once

#include <string>
#include <vector>

#include "page/sections.h"

namespace entente {

/// Those of some kinds, folded below the part of this id. Nothing in a page that is used, where they stay as
/// they stand; without what they hang on where that is not known.
void put_carriers(Markup& out, const PageTelling& t, const std::string& part,
                  const std::vector<Conclusion::Kind>& kinds);

/// How many assumptions carry one of these conclusions or more; they must be known.
std::size_t carried_by(const PageTelling& t, const std::vector<std::size_t>& conclusions);

}  // namespace entente
