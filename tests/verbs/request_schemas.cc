// The schemas of requests in JSON, laid out as docs/openapi.json is: a key a line.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "entente/verbs.h"
#include "verbs/documents.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;
using Kind = Argument::Kind;

constexpr auto by_request = Argument::Taker::request;

/// On one line, with a blank behind each colon and comma.
std::string on_a_line(const Json& json) {
  if (!json.is_structured()) return json.dump();
  std::vector<std::string> members;
  for (const auto& [key, value] : json.items())
    members.push_back(json.is_object() ? Json(key).dump() + ": " + on_a_line(value) : on_a_line(value));
  const std::string inside = fmt::format("{}", fmt::join(members, ", "));
  return json.is_object() ? "{" + inside + "}" : "[" + inside + "]";
}

/// Of a schema: each member on a line, and each of its properties.
std::string on_lines(const std::string& name, const Json& schema) {
  std::string lines = fmt::format("      \"{}\": {{\n", name);
  for (const auto& [key, value] : schema.items()) {
    if (key == "properties") {
      lines += "        \"properties\": {\n";
      for (const auto& [property, of] : value.items())
        lines += fmt::format("          \"{}\": {},\n", property, on_a_line(of));
      lines.erase(lines.size() - 2, 1);
      lines += "        },\n";
    } else {
      lines += fmt::format("        \"{}\": {},\n", key, on_a_line(value));
    }
  }
  lines.erase(lines.size() - 2, 1);
  return lines + "      },\n";
}

Json count_schema(const Argument& key) {
  Json schema = {{"type", "integer"}, {"minimum", key.more.least}};
  if (key.more.most != UINT64_MAX) schema["maximum"] = key.more.most;
  return schema;
}

Json schema_of(const Argument& key) {
  switch (key.kind) {
    case Kind::flag: return {{"type", "boolean"}};
    case Kind::count: return count_schema(key);
    case Kind::state: return {{"oneOf", {count_schema(key), {{"type", "string"}}}}};
    case Kind::word: return {{"enum", key.more.words()}};
    case Kind::texts:
    case Kind::files: return {{"type", "array"}, {"items", {{"type", "string"}}}};
    case Kind::text:
    case Kind::file:
    case Kind::folder: break;
  }
  return {{"type", "string"}};
}

Json properties(const Verb& verb) {
  Json forms = Json::array();
  for (const Form form : verb.forms) forms.push_back(name(form));
  Json all = {
      {"verb", {{"const", verb.name}}},
      {"form",
       {{"enum", forms}, {"description", fmt::format("{} if not given.", name(verb.forms.front()))}}}};
  for (const Argument& key : verb.arguments) {
    if (!key.in(by_request)) continue;
    Json& schema = all[std::string(key.name)] = schema_of(key);
    schema["description"] = std::string(key.meaning) + ".";
  }
  return all;
}

/// Which keys go together, and which do not.
void add_what_goes_together(Json& schema, const Verb& verb) {
  for (const Argument& key : verb.arguments) {
    if (!key.in(by_request)) continue;
    if (!key.more.excludes.empty())
      schema["allOf"].push_back({{"not", {{"required", {key.name, key.more.excludes}}}}});
    if (!key.more.needs.empty()) schema["dependentRequired"][std::string(key.name)] = {key.more.needs};
  }
}

Json schema_of(const Verb& verb) {
  Json needed = {"verb"};
  for (const Argument& key : verb.arguments)
    if (key.in(by_request) && key.more.needed) needed.push_back(key.name);
  const std::string_view end = verb.meaning.ends_with('?') ? "" : ".";
  Json schema = {{"description", fmt::format("{}{}", verb.meaning, end)},
                 {"type", "object"},
                 {"properties", properties(verb)},
                 {"required", needed},
                 {"additionalProperties", false}};
  add_what_goes_together(schema, verb);
  return schema;
}

/// "StatesRequest" of states.
std::string schema_name(std::string_view verb) {
  std::string name(verb);
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name + "Request";
}

}  // namespace

std::string schemas_of_requests() {
  Json any = Json::array();
  std::string each;
  for (const Verb& verb : verbs()) {
    if (!verb.in(by_request)) continue;
    any.push_back({{"$ref", "#/components/schemas/" + schema_name(verb.name)}});
    each += on_lines(schema_name(verb.name), schema_of(verb));
  }
  return on_lines("Request",
                  {{"description", "A question; docs/ask.md tells it in words."}, {"oneOf", any}}) +
         each;
}

}  // namespace entente
