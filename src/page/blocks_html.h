// The blocks of a sheet of text as HTML: paragraphs, lists with what belongs under each item, tables.
#pragma once

#include <string>
#include <vector>

#include "brief/sheet.h"
#include "page/markup.h"

namespace entente {

/// `label` names tables for those who cannot see them. Headings become <h3>; `first_heading` says whether the
/// first one is shown too.
void put_blocks(Markup& out, const std::vector<Block>& blocks, const std::string& label,
                bool first_heading = false);

/// A table in a box of its own that scrolls where it is too wide. With `head` the first row is one.
void put_table(Markup& out, const Table& table, bool head, const std::string& label);

}  // namespace entente
