// Pictures where they stand in a page: each in a box of its own that scrolls, with words on how to read it.
#pragma once

#include "page/parts.h"
#include "pictures/pictures.h"

namespace entente {

/// Nothing where the case has no picture of this kind.
void put_picture(Markup& out, const PageTelling& t, const PictureRequest& request);
/// What rests on what, where that is known.
void put_rests_picture(Markup& out, const PageTelling& t);

}  // namespace entente
