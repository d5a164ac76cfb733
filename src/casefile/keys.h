// The keys of a case as data: which table knows which key, what it takes and what it means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::casefile {

/// What a key takes.
enum class Type : std::uint8_t {
  one,  // the whole number 1
  text,
  identifier,
  formula,
  value,
  date,
  grade,
  period,
  basis,
  boolean,
  number,
  paragraph,  // a whole number from 1
  hash,       // 64 hexadecimal digits
  colour,     // #rrggbb
  moves,      // a word or changes of values
  texts,      // lists
  identifiers,
  formulas,
  values,
  one_or_more,     // an identifier or a list of them
  named_formulas,  // identifier -> formula
  settings,        // "party.option" -> value
  parties,         // party -> party
  weights,         // dispute -> number
  table,
  tables,
};

/// What changes with a key's value: a conclusion may, or only words, grounds and citations.
enum class Bearing : std::uint8_t { conclusions, words };

/// One row: a key of one table.
struct Key {
  std::string_view name;
  Type type = Type::text;
  bool required = false;
  std::string_view otherwise;  // the default, as JSON and TOML write it; empty where there is none
  std::string_view meaning;
  Bearing bearing = Bearing::conclusions;
};

/// A table of the case: its place as a path ("", "agreement", "party.option"), its head as one writes it.
struct Section {
  std::string_view place;
  std::string_view head;
  std::vector<Key> keys;
};

/// Every table with every key, the case itself first.
std::vector<Section> sections();

/// The words that `basis` and `moves` take.
const std::vector<std::string>& words(Type type);

/// JSON Schema, draft 2020-12, made from the same table of keys that the reader uses. A case that the reader
/// takes is valid; what hangs on several keys at once (ids, formulas) is left to `entente check`.
std::string schema();

}  // namespace entente::casefile
