// What each type of key accepts, and the messages for what it does not.
#include "casefile/reader.h"

#include <fmt/format.h>
#include <algorithm>
#include <limits>

#include "casefile/statement.h"
#include "text/text.h"
#include "text/unicode.h"

namespace entente::casefile {
namespace {

constexpr std::uint32_t step = 64;

}  // namespace

Locator::Locator(std::string_view text) : text_(text) {
  const std::size_t mark =
      text.size() - without_byte_order_mark(text).size();  // the library does not count it
  std::uint32_t points = 0;
  lines_.push_back(0);
  for (std::size_t i = mark; i < text.size(); ++i) {
    if (!starts_code_point(text[i])) continue;
    if (points % step == 0) marks_.push_back(static_cast<std::uint32_t>(i));
    ++points;
    if (text[i] == '\n') lines_.push_back(points);
  }
}

std::uint32_t Locator::byte(toml::source_position position) const {
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (position.line == 0 || position.line > lines_.size()) return end;
  const std::uint32_t point = lines_[position.line - 1] + std::max(position.column, 1U) - 1;
  if (point / step >= marks_.size()) return end;
  std::uint32_t at = marks_[point / step];
  for (std::uint32_t passed = 0; at < end && passed < point % step; ++passed) {
    do {
      ++at;
    } while (at < end && !starts_code_point(text_[at]));
  }
  return at;
}

namespace {

constexpr unsigned longest_quoted = 40;

/// What a key of this type takes, as the end of a sentence.
std::string_view taken(Type type) {
  switch (type) {
    case Type::one: return "the whole number 1";
    case Type::date: return "a date such as 2015-11-02, or \"2015-11\" or \"2015\" in quotes";
    case Type::boolean: return "true or false";
    case Type::number: return "a number";
    case Type::paragraph: return "a whole number from 1";
    case Type::formula: return "a formula in quotes";
    case Type::moves: return "one of its words, or a list of [\"from\", \"to\"] pairs";
    case Type::texts:
    case Type::identifiers:
    case Type::values: return "a list of strings";
    case Type::formulas: return "a list of formulas in quotes";
    case Type::one_or_more: return "a string or a list of strings";
    case Type::named_formulas: return "a table of formulas in quotes";
    case Type::settings: return "a table from options to values, each in quotes";
    case Type::parties: return "a table from its parties to those of the whole, each in quotes";
    case Type::weights: return "a table from disputes to numbers";
    case Type::table: return "one table";
    case Type::tables: return "a list of tables";
    default: return "a string";
  }
}

std::string_view called(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::string: return "a string";
    case toml::node_type::integer: return "a whole number";
    case toml::node_type::floating_point: return "a decimal number";
    case toml::node_type::boolean: return "true or false";
    case toml::node_type::date: return "a date";
    case toml::node_type::time: return "a time";
    case toml::node_type::date_time: return "a date with a time";
    case toml::node_type::array: return "a list";
    default: return "a table";
  }
}

bool takes_string(Type type) {
  constexpr Type others[] = {Type::one,       Type::date,    Type::boolean, Type::number,
                             Type::paragraph, Type::moves,   Type::tables,  Type::named_formulas,
                             Type::settings,  Type::parties, Type::weights, Type::table};
  return std::find(std::begin(others), std::end(others), type) == std::end(others);
}

bool takes_list(Type type) {
  return type == Type::texts || type == Type::identifiers || type == Type::values || type == Type::formulas;
}

}  // namespace

void Reader::report(std::string code, Place at, std::string message, std::string help) {
  diagnostics_.report(
      {.code = std::move(code), .at = at, .message = std::move(message), .help = std::move(help)});
}

String Reader::key(const toml::key& key) const {
  const Place at = locator_.place(key.source());
  const char first = at.begin < content_.size() ? content_[at.begin] : ' ';
  if (first == '"' || first == '\'') return quoted_string(content_, at.begin);
  return bare_string(content_, {at.begin, at.begin + static_cast<std::uint32_t>(key.str().size())});
}

bool Reader::wrong_type(const Given& given) {
  const Place at = place(given.node);
  std::string help;
  const std::string written = one_line(content_.substr(at.begin, at.end - at.begin), longest_quoted);
  if (takes_string(given.key.type) && given.node.is_value() && !given.node.is_string()) {
    help = fmt::format("write it in quotes: \"{}\"", written);
  } else if (given.key.type == Type::boolean && (written == "\"true\"" || written == "\"false\"")) {
    help = "write it without quotes";
  } else if (takes_list(given.key.type) && given.node.is_string()) {
    help = fmt::format("write it in brackets: [{}]", written);
  }
  report("wrong-type", at,
         fmt::format("'{}' takes {}, not {}", given.key.name, taken(given.key.type), called(given.node)),
         std::move(help));
  return false;
}

std::optional<String> Reader::string(const Given& given) {
  const std::uint32_t begin = locator_.byte(given.node.source().begin);
  if (given.node.is_string()) return quoted_string(content_, begin);
  const bool date = given.key.type == Type::date && given.node.is_date();
  const bool number = given.key.type == Type::number && given.node.is_number();
  if (date || number) return bare_string(content_, bare_word(content_, begin));
  wrong_type(given);
  return std::nullopt;
}

bool Reader::take(const Given& given, std::optional<String>& field) {
  if (given.key.type == Type::number && !given.node.is_number()) return wrong_type(given);
  std::optional<String> read = string(given);
  if (!read || (given.key.type == Type::basis && !own_word(given, *read))) return false;
  field = std::move(read);
  return true;
}

/// Whether a word is one of those that the key takes.
bool Reader::own_word(const Given& given, const String& word) {
  const std::vector<std::string>& known = words(given.key.type);
  if (std::find(known.begin(), known.end(), word.value) != known.end()) return true;
  const std::optional<std::string> near = nearest(word.value, known);
  report("unknown-word", word.at,
         fmt::format("'{}' is none of the words that '{}' takes: \"{}\"", word.value, given.key.name,
                     fmt::join(known, "\", \"")),
         near ? fmt::format("did you mean '{}'?", *near) : "");
  return false;
}

bool Reader::strings(const Given& given, Strings& field) {
  const toml::array* list = given.node.as_array();
  if (!list) return wrong_type(given);
  bool whole = true;
  for (const toml::node& node : *list) {
    std::optional<String> one = string({given.key, node});
    whole = whole && one;
    if (one) field.push_back(std::move(*one));
  }
  return whole;
}

bool Reader::take(const Given& given, Strings& field) {
  return strings(given, field);
}

bool Reader::take(const Given& given, std::optional<Placed<Strings>>& field) {
  Placed<Strings> read{{}, place(given.node)};
  if (given.key.type == Type::one_or_more && given.node.is_string()) {
    read.value.push_back(quoted_string(content_, read.at.begin));
  } else if (!given.node.is_array()) {
    return wrong_type(given);
  } else if (!strings(given, read.value)) {
    return false;
  }
  field = std::move(read);
  return true;
}

bool Reader::take(const Given& given, std::optional<Placed<bool>>& field) {
  const auto* read = given.node.as_boolean();
  if (!read) return wrong_type(given);
  field = {read->get(), place(given.node)};
  return true;
}

/// Whether a whole number is one that the key takes.
bool Reader::in_range(const Given& given, std::int64_t number) {
  if (given.key.type == Type::one && number != 1) {
    report("wrong-format", place(given.node), fmt::format("the case is of format {}", number),
           "this program reads format = 1");
    return false;
  }
  const bool paragraph = number >= 1 && number <= std::numeric_limits<std::int32_t>::max();
  if (given.key.type == Type::paragraph && !paragraph) {
    report("bad-paragraph", place(given.node), fmt::format("'{}' counts paragraphs from 1", given.key.name));
    return false;
  }
  return true;
}

bool Reader::take(const Given& given, std::optional<Placed<std::int64_t>>& field) {
  const auto* read = given.node.as_integer();
  if (!read) return wrong_type(given);
  if (!in_range(given, read->get())) return false;
  field = {read->get(), place(given.node)};
  return true;
}

bool Reader::take(const Given& given, std::optional<Moves>& field) {
  Moves read{.at = place(given.node)};
  if (given.node.is_string()) {
    read.word = quoted_string(content_, read.at.begin);
    if (!own_word(given, *read.word)) return false;
  } else if (const toml::array* list = given.node.as_array()) {
    for (const toml::node& node : *list) {
      const toml::table* table = node.as_table();
      const bool braces = table && !table->empty();
      if (!(braces ? change(*table, read) : pair({given.key, node}, read))) return false;
    }
  } else {
    return wrong_type(given);
  }
  field = std::move(read);
  return true;
}

bool Reader::pair(const Given& given, Moves& field) {
  const toml::array* list = given.node.as_array();
  const bool two = list && list->size() == 2 && (*list)[0].is_string() && (*list)[1].is_string();
  if (!two) {
    report("wrong-type", place(given.node), "a move is a pair of values",
           "write [\"from\", \"to\"], or { from = \"...\", to = \"...\", when = \"...\" }");
    return false;
  }
  Strings read;
  strings(given, read);
  field.changes.push_back({.from = std::move(read[0]), .to = std::move(read[1]), .at = place(given.node)});
  return true;
}

/// A key of a change in braces.
bool Reader::change_key(const toml::key& name, const toml::node& node, Change& change) {
  const bool when = name.str() == "when";
  if (!when && name.str() != "from" && name.str() != "to") {
    report("unknown-key", key(name).at, fmt::format("a change has no key '{}'", name.str()),
           "its keys are from, to and when");
    return false;
  }
  if (!node.is_string()) {
    report("wrong-type", place(node),
           fmt::format("'{}' takes {}, not {}", name.str(),
                       when ? "a formula in quotes" : "a value in quotes", called(node)));
    return false;
  }
  String text = quoted_string(content_, place(node).begin);
  if (when)
    change.when = std::move(text);
  else
    (name.str() == "from" ? change.from : change.to) = std::move(text);
  return true;
}

/// A change of its own condition: `{ from = "no", to = "yes", when = "..." }`.
bool Reader::change(const toml::table& table, Moves& field) {
  Change read{.in_braces = true, .at = place(table)};
  for (const auto& [name, node] : table)
    if (!change_key(name, node, read)) return false;
  for (const char* end : {"from", "to"})
    if (!table.contains(end)) {
      report("missing-key", read.at, fmt::format("this change has no '{}'", end),
             "write { from = \"...\", to = \"...\" }, with when = \"...\" if it has a condition");
      return false;
    }
  field.changes.push_back(std::move(read));
  return true;
}

/// A name with its formula and what it is called: `treaty = { when = "...", label = "..." }`.
bool Reader::labelled(const toml::key& name, const toml::table& table, std::vector<Entry>& field) {
  Entry entry{key(name), {}};
  bool has_formula = false;
  for (const auto& [inner, node] : table) {
    const bool when = inner.str() == "when";
    if (!when && inner.str() != "label") {
      report("unknown-key", key(inner).at, fmt::format("a name has no key '{}'", inner.str()),
             "it has 'when', its formula, and 'label', what it is called");
      return false;
    }
    if (!node.is_string()) {
      report("wrong-type", place(node),
             fmt::format("'{}' takes {}, not {}", inner.str(),
                         when ? "a formula in quotes" : "text in quotes", called(node)));
      return false;
    }
    has_formula = has_formula || when;
    String text = quoted_string(content_, place(node).begin);
    if (when)
      entry.value = std::move(text);
    else
      entry.label = std::move(text);
  }
  if (!has_formula) {
    report("missing-key", entry.key.at, fmt::format("the name '{}' has no 'when'", name.str()),
           "write its formula there");
    return false;
  }
  field.push_back(std::move(entry));
  return true;
}

/// What the weights of a dispute count: a number, kept as it is written.
bool Reader::weight(const toml::key& name, const toml::node& node, std::vector<Entry>& field) {
  const std::uint32_t begin = place(node).begin;
  if (node.is_number()) {
    field.push_back({key(name), bare_string(content_, bare_word(content_, begin))});
    return true;
  }
  report("wrong-type", place(node), fmt::format("'{}' takes a number, not {}", name.str(), called(node)));
  return false;
}

bool Reader::take(const Given& given, std::vector<Entry>& field) {
  const toml::table* table = given.node.as_table();
  if (!table) return wrong_type(given);
  bool whole = true;
  for (const auto& [name, node] : *table) {
    if (given.key.type == Type::weights) {
      whole = weight(name, node, field) && whole;
      continue;
    }
    if (node.is_string()) {
      field.push_back({key(name), quoted_string(content_, place(node).begin)});
      continue;
    }
    if (node.is_table() && given.key.name == "names") {
      whole = labelled(name, *node.as_table(), field) && whole;
      continue;
    }
    whole = false;
    const bool dotted = node.is_table() && given.key.type == Type::settings;
    report("wrong-type", dotted ? key(name).at : place(node),
           fmt::format("'{}' takes {} in quotes, not {}", name.str(),
                       given.key.type == Type::settings  ? "a value"
                       : given.key.type == Type::parties ? "a party"
                                                         : "a formula",
                       called(node)),
           dotted ? "write the option in quotes: \"party.option\"" : "");
  }
  std::stable_sort(field.begin(), field.end(),
                   [](const Entry& a, const Entry& b) { return a.key.at.begin < b.key.at.begin; });
  return whole;
}

}  // namespace entente::casefile
