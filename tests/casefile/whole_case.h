// A case with every key there is, made from the table of keys; and reading for tests.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "casefile/casefile.h"
#include "casefile/keys.h"
#include "casefile/read.h"

namespace entente::casefile {

/// A value that a key takes, as TOML.
inline std::string sample(const Key& key) {
  switch (key.type) {
    case Type::one: return "1";
    case Type::date: return "2015-11-02";
    case Type::grade: return "\"B2\"";
    case Type::period: return "\"3 months\"";
    case Type::basis: return "\"stated\"";
    case Type::boolean: return "true";
    case Type::number: return "0.25";
    case Type::paragraph: return "4";
    case Type::moves: return "[[\"no\", \"yes\"]]";
    case Type::texts:
    case Type::identifiers:
    case Type::formulas:
    case Type::values: return "[\"no\", \"yes\"]";
    case Type::one_or_more: return "[\"north\"]";
    case Type::named_formulas: return "{north = \"true\"}";
    case Type::settings: return "{\"north.sign\" = \"no\"}";
    case Type::parties: return "{north = \"south\"}";
    case Type::weights: return "{treaty = 2}";
    default: return "\"north\"";
  }
}

/// Another value that a key takes, which means something else; none where there is only one.
inline std::optional<std::string> other_sample(const Key& key) {
  switch (key.type) {
    case Type::one: return std::nullopt;
    case Type::date: return "2016-01-03";
    case Type::grade: return "\"A1\"";
    case Type::period: return "\"1 day\"";
    case Type::basis: return "\"inferred\"";
    case Type::boolean: return "false";
    case Type::number: return "-12.5";
    case Type::paragraph: return "17";
    case Type::moves: return "\"backward\"";
    case Type::texts: return R"(["a \"quote\"", "line\nend\u0007", "Straße \\ 'x'"])";
    case Type::text: return R"("a \"quote\", line\nend\u0007, Straße \\ 'x'")";
    case Type::identifiers:
    case Type::values: return "[\"one\", \"two\", \"three\"]";
    case Type::formulas: return "[\"a.b or not c.d\", \"true\"]";
    case Type::formula: return "\"a.b or not c.d\"";
    case Type::one_or_more: return "\"south\"";
    case Type::named_formulas: return "{north = \"false\", south = \"true\"}";
    case Type::settings: return "{\"north.sign\" = \"yes\"}";
    case Type::parties: return "{north = \"east\"}";
    case Type::weights: return "{treaty = 3}";
    default: return "\"south\"";
  }
}

/// A key of a section and what stands behind it in the TOML, so that one can be changed.
struct Line {
  const Section* section;
  const Key* key;
  std::string text;
};

inline std::vector<Line> whole_case(const std::vector<Section>& sections) {
  std::vector<Line> lines;
  for (const Section& section : sections) {
    if (!section.place.empty()) lines.push_back({&section, nullptr, std::string(section.head)});
    for (const Key& key : section.keys) {
      if (key.type == Type::table || key.type == Type::tables) continue;
      lines.push_back({&section, &key, std::string(key.name) + " = " + sample(key)});
    }
  }
  return lines;
}

/// A line's key with another value, or none where it takes but one.
inline std::optional<std::vector<Line>> with_other_value(std::vector<Line> lines, std::size_t line) {
  const Key* const key = lines[line].key;
  const std::optional<std::string> other = key ? other_sample(*key) : std::nullopt;
  if (!other) return std::nullopt;
  lines[line].text = std::string(key->name) + " = " + *other;
  return lines;
}

inline std::string joined(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) text += line.text + "\n";
  return text;
}

/// What reading a text reports, a line each: `line:column code message`.
inline std::string told(const std::string& content) {
  const Text text("case.toml", content);
  Diagnostics diagnostics;
  read(text, diagnostics);
  std::string all;
  for (const Diagnostic& one : diagnostics.sorted()) {
    const Position at = text.position(one.at.begin);
    all +=
        std::to_string(at.line) + ":" + std::to_string(at.column) + " " + one.code + " " + one.message + "\n";
  }
  return all;
}

/// A case read from a text that has no faults.
inline Case sound(const std::string& content) {
  const Text text("case.toml", content);
  Diagnostics diagnostics;
  Case read_case = read(text, diagnostics);
  return diagnostics.empty() ? std::move(read_case) : Case{};
}

}  // namespace entente::casefile
