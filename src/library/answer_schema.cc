// The JSON Schema of what one verb answers: its definition, and those that this one refers to.
#include "library/answer_schema.h"

#include <algorithm>

#include "brief/json.h"
#include "entente/verbs.h"
#include "library/shelf.h"

namespace entente {
namespace {

constexpr std::string_view definition = "#/$defs/";

const Json& whole() {
  static const Json all = Json::parse(answers_schema());
  return all;
}

/// Adds the names of the definitions that a schema refers to, and those that these refer to.
void gather(const Json& schema, std::vector<std::string>& names) {
  if (schema.is_object() && schema.contains("$ref")) {
    const std::string name = schema["$ref"].get<std::string>().substr(definition.size());
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
      gather(whole()["$defs"][name], names);
    }
  }
  if (schema.is_structured())
    for (const Json& part : schema) gather(part, names);
}

}  // namespace

// Of the table, since each start of the program asks, and the schema is not read for that.
std::vector<std::string> verbs_with_schema() {
  const auto in_json = [](const Verb& verb) {
    return std::find(verb.forms.begin(), verb.forms.end(), Form::json) != verb.forms.end() ||
           std::any_of(verb.arguments.begin(), verb.arguments.end(),
                       [](const Argument& argument) { return argument.name == "json"; });
  };
  std::vector<std::string> names;
  for (const Verb& verb : verbs())
    if (in_json(verb)) names.emplace_back(verb.name);
  return names;
}

std::optional<std::string> answer_schema_of(std::string_view verb) {
  const std::vector<std::string> known = verbs_with_schema();
  if (std::find(known.begin(), known.end(), verb) == known.end()) return std::nullopt;
  const std::string reference = std::string(definition) + std::string(verb);
  std::vector<std::string> names;
  gather({{"$ref", reference}}, names);
  Json schema = {{"$schema", whole()["$schema"]},
                 {"title", "What 'entente " + std::string(verb) + "' answers in JSON"},
                 {"$ref", reference},
                 {"$defs", Json::object()}};
  for (const auto& [name, of] : whole()["$defs"].items())
    if (std::find(names.begin(), names.end(), name) != names.end()) schema["$defs"][name] = of;
  return text(schema);
}

}  // namespace entente
