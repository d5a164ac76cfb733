// A switch of an assumption as a button.
#pragma once

#include "page/sections.h"

namespace entente {

/// What it says is what would be otherwise, beside the words of the assumption. Its script finds it by its
/// change.
void put_switch(Markup& out, const PageTelling& t, const Change& change);

/// Whether a change leaves a wish out that is a condition too: then more is set aside than a mere wish.
bool sets_condition_aside(const PageTelling& t, const Change& change);

}  // namespace entente
