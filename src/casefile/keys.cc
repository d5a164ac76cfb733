// The rows of every table without where they go; and the case format as a JSON Schema made of them.
#include "casefile/keys.h"

#include <nlohmann/json.hpp>

#include "casefile/rows.inc"
#include "formula/formula.h"

namespace entente::casefile {
namespace {

template <class T>
Section section() {
  Section made{Rows<T>::place, Rows<T>::head, {}};
  each_key<T>([&](const auto& row) { made.keys.push_back(row.key); });
  return made;
}

}  // namespace

std::vector<Section> sections() {
  return {section<Case>(),       section<State>(),   section<Agreement>(), section<Source>(),
          section<Evidence>(),   section<Party>(),   section<Option>(),    section<Move>(),
          section<Preference>(), section<Joint>(),   section<Rule>(),      section<Stake>(),
          section<Event>(),      section<Include>(), section<Link>(),      section<Wishes>()};
}

const std::vector<std::string>& words(Type type) {
  static const std::vector<std::string> bases = {"stated", "reported", "inferred"};
  static const std::vector<std::string> moves = {"free", "forward", "backward", "fixed"};
  return type == Type::basis ? bases : moves;
}

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view identifier = "[A-Za-z][A-Za-z0-9_-]*";

std::string whole(std::string_view pattern) {
  return std::string("^").append(pattern).append("$");
}

Json text() {
  return {{"type", "string"}};
}
Json text(std::string_view pattern) {
  return {{"type", "string"}, {"pattern", whole(pattern)}};
}
Json id() {
  return text(identifier);
}
Json formula() {
  return {{"type", "string"}, {"minLength", 1}};
}
Json value() {
  return text("([A-Za-z][A-Za-z0-9_-]*|-?[0-9]+)");
}
Json list(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}

Json values() {
  Json made = list(value());
  made["minItems"] = 2;
  made["uniqueItems"] = true;
  return made;
}

Json moves() {
  const Json pair = {{"type", "array"}, {"items", value()}, {"minItems", 2}, {"maxItems", 2}};
  const Json change = {{"type", "object"},
                       {"properties", {{"from", value()}, {"to", value()}, {"when", formula()}}},
                       {"required", {"from", "to"}},
                       {"additionalProperties", false}};
  const Json either = {{"oneOf", {pair, change}}};
  return {{"oneOf", {Json{{"enum", words(Type::moves)}}, list(either)}}};
}

/// Party ids or names of conditions to formulas.
Json formulas_by_name(bool named_conditions) {
  Json names = {{"pattern", whole(identifier)}};
  if (named_conditions) names["not"] = {{"enum", reserved_words()}};
  Json each = formula();
  if (named_conditions) {
    const Json labelled = {{"type", "object"},
                           {"properties", {{"when", formula()}, {"label", {{"type", "string"}}}}},
                           {"required", {"when"}},
                           {"additionalProperties", false}};
    each = {{"oneOf", {formula(), labelled}}};
  }
  return {{"type", "object"}, {"propertyNames", std::move(names)}, {"additionalProperties", std::move(each)}};
}

Json settings() {
  const std::string option = whole(std::string(identifier).append("\\.").append(identifier));
  return {{"type", "object"}, {"propertyNames", {{"pattern", option}}}, {"additionalProperties", value()}};
}

/// From ids to what else.
Json by_id(Json each) {
  return {{"type", "object"},
          {"propertyNames", {{"pattern", whole(identifier)}}},
          {"additionalProperties", std::move(each)}};
}

std::string reference(std::string_view name) {
  return std::string("#/$defs/").append(name);
}

/// What a key takes; the tables are definitions of their own.
Json taken(const Key& key) {
  switch (key.type) {
    case Type::one: return {{"const", 1}};
    case Type::text: return text();
    case Type::identifier: return id();
    case Type::formula: return formula();
    case Type::value: return value();
    case Type::date: return text("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
    case Type::grade: return text("[A-F][1-6]");
    case Type::period: return text("[0-9]+ (day|week|month|year)s?");
    case Type::basis: return {{"enum", words(Type::basis)}};
    case Type::boolean: return {{"type", "boolean"}};
    case Type::number: return {{"type", "number"}};
    case Type::paragraph: return {{"type", "integer"}, {"minimum", 1}};
    case Type::hash: return text("[0-9a-fA-F]{64}");
    case Type::colour: return text("#[0-9a-fA-F]{6}");
    case Type::moves: return moves();
    case Type::texts: return list(text());
    case Type::identifiers: return list(id());
    case Type::formulas: return list(formula());
    case Type::values: return values();
    case Type::one_or_more: return {{"oneOf", {id(), list(id())}}};
    case Type::named_formulas: return formulas_by_name(key.name == "names");
    case Type::settings: return settings();
    case Type::parties: return by_id(text(std::string(identifier) + "(\\." + std::string(identifier) + ")?"));
    case Type::weights: return by_id({{"type", "number"}});
    case Type::table: return {{"$ref", reference(key.name)}};
    case Type::tables: return list({{"$ref", reference(key.name)}});
  }
  return {};
}

Json property(const Key& key) {
  Json made = taken(key);
  if (key.required && key.type == Type::tables) made["minItems"] = 1;
  made["description"] = key.meaning;
  if (!key.otherwise.empty()) made["default"] = Json::parse(key.otherwise);
  return made;
}

Json object(const Section& section) {
  Json made = {{"type", "object"}, {"properties", Json::object()}};
  Json required = Json::array();
  for (const Key& key : section.keys) {
    made["properties"][std::string(key.name)] = property(key);
    if (key.required) required.push_back(key.name);
  }
  if (!required.empty()) made["required"] = std::move(required);
  if (section.place.empty()) made["anyOf"] = {Json{{"required", {"party"}}}, Json{{"required", {"include"}}}};
  if (section.place == "rule") {
    made["oneOf"] = {Json{{"required", {"require"}}}, Json{{"required", {"forbid"}}}};
  }
  made["additionalProperties"] = false;
  return made;
}

}  // namespace

std::string schema() {
  Json whole = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "Entente case, format 1"},
      {"description", "A dispute as an analyst would brief it: parties, options, preferences, rules."}};
  Json definitions;
  for (const Section& section : sections()) {
    if (section.place.empty()) {
      whole.update(object(section));
    } else {
      definitions[std::string(section.place.substr(section.place.rfind('.') + 1))] = object(section);
    }
  }
  whole["$defs"] = std::move(definitions);
  return whole.dump(2) + "\n";
}

}  // namespace entente::casefile
