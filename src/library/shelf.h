// The cases and the schema of answers that come with the program; their texts are made part of it when it is
// built.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct ShelfCase {
  std::string_view name;  // the file's, without its ending
  std::string_view text;
};

/// By name. Of each the first line is "# NAME - one line", the second "# Group: GROUP".
const std::vector<ShelfCase>& shelf();
/// What `entente new --from` starts from, by name.
const std::vector<ShelfCase>& templates();
/// What each verb answers in JSON, a JSON Schema with a definition a verb (docs/answers/schema.json).
std::string_view answers_schema();

}  // namespace entente
