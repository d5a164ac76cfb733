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

/// What a case says of itself in its first line, "# NAME - one line".
std::string one_line(const ShelfCase& of);

/// By name.
const std::vector<ShelfCase>& shelf();
/// Of those the ones in which all of some words stand, whether large or small letters.
std::vector<ShelfCase> shelf_with(std::string_view words);
/// What `entente new --from` starts from, by name.
const std::vector<ShelfCase>& templates();
/// What each verb answers in JSON, a JSON Schema with a definition a verb (docs/answers/schema.json).
std::string_view answers_schema();

}  // namespace entente
