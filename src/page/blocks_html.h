// The blocks of a page of text as HTML: paragraphs, lists with what belongs under each item, tables.
#pragma once

#include <string>
#include <vector>

#include "brief/sheet.h"
#include "page/markup.h"
#include "words/voice.h"

namespace entente {

/// `label` names tables for those who cannot see them. Headings become <h3>; `first_heading` says whether the
/// first one is shown too.
void put_blocks(Markup& out, const std::vector<Block>& blocks, const Voice& voice, const std::string& label,
                bool first_heading = false);

/// A table in a box of its own that scrolls where it is too wide. With `head` the first row is one.
void put_table(Markup& out, const Table& table, bool head, const std::string& label);

/// "WHERE IT STANDS" as "Where it stands", the parties' names as they are written.
std::string sentence_case(const std::string& heading, const Voice& voice);

}  // namespace entente
