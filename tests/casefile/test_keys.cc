// The table of keys, the reader, the schema and the template say the same.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "casefile/keys.h"
#include "casefile/read.h"
#include "casefile/template.h"
#include "casefile/whole_case.h"
#include "formula/formula.h"
#include "model/bind.h"

namespace entente::casefile {
namespace {

using Json = nlohmann::ordered_json;

TEST(Keys, ACaseWithEveryKeyIsRead) {
  const std::vector<Section> all = sections();
  EXPECT_EQ(told(joined(whole_case(all))), "");
}

TEST(Keys, EveryKeyIsMissedWhereItIsRequiredAndOnlyThere) {
  const std::vector<Section> all = sections();
  const std::vector<Line> lines = whole_case(all);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].key) continue;
    std::vector<Line> without = lines;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    const std::string answer = told(joined(without));
    const std::string message = "missing-key " + std::string(lines[i].section->head) + " needs the key '" +
                                std::string(lines[i].key->name) + "'\n";
    EXPECT_EQ(answer.substr(std::min(answer.find(' ') + 1, answer.size())),
              lines[i].key->required ? message : "")
        << lines[i].section->head << " " << lines[i].key->name;
  }
}

TEST(Keys, EveryKeyMisspeltIsAnsweredWithTheRightOne) {
  const std::vector<Section> all = sections();
  std::vector<Line> lines = whole_case(all);
  for (Line& line : lines) {
    if (!line.key || line.key->name.size() < 3) continue;
    const std::string kept = line.text;
    std::swap(line.text[1], line.text[2]);
    if (line.text == kept) std::swap(line.text[0], line.text[1]);
    const Text text("case.toml", joined(lines));
    Diagnostics diagnostics;
    read(text, diagnostics);
    ASSERT_EQ(diagnostics.sorted().size(), 1U) << line.text;  // a required key is not missed as well
    EXPECT_EQ(diagnostics.sorted()[0].code, "unknown-key");
    EXPECT_EQ(diagnostics.sorted()[0].help, "did you mean '" + std::string(line.key->name) + "'?")
        << line.text;
    line.text = kept;
  }
}

TEST(Keys, EveryKeyRefusesWhatItDoesNotTake) {
  const std::vector<Section> all = sections();
  std::vector<Line> lines = whole_case(all);
  for (Line& line : lines) {
    if (!line.key) continue;
    const std::string kept = line.text;
    for (const char* wrong : {"12:30:00", "[[[]]]", "{}", "[{}]", "2015-11-02T10:00:00"}) {
      const bool map = line.key->type == Type::named_formulas || line.key->type == Type::settings ||
                       line.key->type == Type::parties || line.key->type == Type::weights;
      if (map && std::string_view(wrong) == "{}") continue;
      line.text = std::string(line.key->name) + " = " + wrong;
      EXPECT_NE(told(joined(lines)).find(" wrong-type "), std::string::npos) << line.text;
    }
    line.text = kept;
  }
}

TEST(Keys, TheSchemaHasEveryKeyAndNoOther) {
  const Json schema = Json::parse(casefile::schema());
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  std::set<std::string> definitions;
  for (const Section& section : sections()) {
    const std::string name(section.place.substr(section.place.rfind('.') + 1));
    const Json& object = section.place.empty() ? schema : schema["$defs"][name];
    if (!section.place.empty()) definitions.insert(name);
    EXPECT_EQ(object["additionalProperties"], false) << name;
    std::set<std::string> keys, required, in_schema, required_in_schema;
    for (const Key& key : section.keys) {
      keys.emplace(key.name);
      if (key.required) required.emplace(key.name);
      const Json& property = object["properties"][std::string(key.name)];
      EXPECT_EQ(property["description"], key.meaning);
      EXPECT_TRUE(key.meaning.ends_with('.')) << key.name;
      EXPECT_EQ(property.contains("default"), !key.otherwise.empty()) << key.name;
      if (property.contains("$ref")) {
        EXPECT_TRUE(schema["$defs"].contains(property["$ref"].get<std::string>().substr(8)));
      }
    }
    for (const auto& [key, property] : object["properties"].items()) in_schema.insert(key);
    for (const Json& key : object.value("required", Json::array())) required_in_schema.insert(key);
    EXPECT_EQ(keys, in_schema) << name;
    EXPECT_EQ(required, required_in_schema) << name;
  }
  for (const auto& [name, definition] : schema["$defs"].items())
    EXPECT_TRUE(definitions.contains(name)) << name;
}

TEST(Keys, TheTemplateIsAValidCaseThatHasMostOfThem) {
  const std::string content(new_case());
  const Text text("new.toml", content);
  Diagnostics diagnostics;
  const Case written = read(text, diagnostics);
  const Binding binding = bind(written, diagnostics);
  EXPECT_EQ(printed(diagnostics, text, {}), "");
  EXPECT_EQ(binding.model.parties.size(), 3U);
  EXPECT_TRUE(written.agreement && !written.sources.empty() && !written.evidence.empty());
  EXPECT_TRUE(!written.rules.empty() && !written.stakes.empty() && !written.events.empty() &&
              !written.names.empty());
}

}  // namespace
}  // namespace entente::casefile
