// Sections of text and pictures as HTML.
#pragma once

#include <string>
#include <vector>

#include "brief/sheet.h"
#include "page/markup.h"
#include "page/sections.h"
#include "pictures/pictures.h"

namespace entente {

/// `label` names tables for those who cannot see them. Headings become <h3>; `first_heading` says whether the
/// first one is shown too.
void put_blocks(Markup& out, const std::vector<Block>& blocks, const std::string& label,
                bool first_heading = false);

/// A table in a box of its own that scrolls where it is too wide. With `head` the first row is one.
void put_table(Markup& out, const Table& table, bool head, const std::string& label);

/// Nothing where the case has no picture of this kind.
void put_picture(Markup& out, const PageTelling& t, const PictureRequest& request);
/// The same no wider than a phone: for a first look.
void put_small_picture(Markup& out, const PageTelling& t, const std::string& name);
/// What rests on what, where that is known.
void put_rests_picture(Markup& out, const PageTelling& t);

}  // namespace entente
