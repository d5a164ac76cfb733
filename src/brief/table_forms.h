// Textbook tables as text within a width, as CSV, Markdown, LaTeX, HTML and JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "brief/json.h"
#include "brief/textbook.h"

namespace entente {

/// "text", "csv", "markdown", "latex", "html".
const std::vector<std::string_view>& table_forms();

/// All of them in one of these forms. As text a table that is wider than the face is cut into several, each
/// with its labels.
std::string tables_as(std::string_view form, const std::vector<TextbookTable>& tables, const Face& face);

/// [{"table", "caption", "head": [cell], "rows": [[cell]], "notes"}].
Json tables_json(const std::vector<TextbookTable>& tables);

}  // namespace entente
