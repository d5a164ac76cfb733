// The short loop: every table of the case, key by key, against the rows that it knows.
#include "casefile/read.h"

#include <fmt/format.h>

#include <concepts>

#include "casefile/reader.h"
#include "casefile/rows.inc"
#include "text/text.h"

namespace entente::casefile {

namespace {

/// A key that stands in the wrong table, and the table where it would be at home; null where none knows it.
struct Elsewhere {
  const Section* section = nullptr;
  const Key* key = nullptr;

  /// Whether whole tables stand outside of the one that they are of.
  bool tables() const { return key != nullptr && key->type == Type::tables; }
  std::string words() const {
    if (key == nullptr) return {};
    if (tables())
      return fmt::format("write [[{}.{}]], below its [[{}]]", section->place, key->name, section->place);
    return fmt::format("'{}' is a key of {}", key->name, section->head);
  }
};

Elsewhere elsewhere(std::string_view name) {
  static const std::vector<Section> all = sections();
  for (const Section& section : all)
    for (const Key& key : section.keys)
      if (key.name == name) return {&section, &key};
  return {};
}

template <class T>
T table(Reader& reader, const toml::table& read);

bool take(Reader& reader, const Given& given, auto& field) {
  return reader.take(given, field);
}

/// The tables of a list, key by key.
template <std::derived_from<Table> T>
bool take(Reader& reader, const Given& given, std::vector<T>& field) {
  if (const toml::table* one = given.node.as_table()) {
    reader.report("wrong-type", reader.place(*one),
                  fmt::format("'{}' may stand more than once", given.key.name),
                  fmt::format("write {}", Rows<T>::head));
    field.push_back(table<T>(reader, *one));
    return false;
  }
  const toml::array* list = given.node.as_array();
  if (!list) return reader.wrong_type(given);
  bool whole = !(list->empty() && given.key.name == "party");
  if (!whole) {
    reader.report("missing-key", reader.place(*list),
                  fmt::format("the case needs a {} or more", Rows<T>::head));
  }
  for (const toml::node& node : *list) {
    if (const toml::table* one = node.as_table()) {
      field.push_back(table<T>(reader, *one));
    } else {
      whole = reader.wrong_type({given.key, node});
    }
  }
  return whole;
}

/// One table, key by key.
template <std::derived_from<Table> T>
bool take(Reader& reader, const Given& given, std::optional<T>& field) {
  const toml::array* list = given.node.as_array();
  const toml::node& node = list && !list->empty() ? (*list)[0] : given.node;
  const bool single = &node == &given.node;
  if (!single) {
    reader.report("wrong-type", reader.place(list->size() > 1 ? (*list)[1] : node),
                  fmt::format("'{}' may stand once", given.key.name), fmt::format("write {}", Rows<T>::head));
  }
  const toml::table* one = node.as_table();
  if (!one) return single && reader.wrong_type(given);
  field = table<T>(reader, *one);
  return single;
}

/// The keys of one table, read into a T.
template <class T>
class Filling {
 public:
  Filling(Reader& reader, const toml::table& table, T& filled)
      : reader_(reader), table_(table), filled_(filled) {}

  void fill() {
    for (const auto& [key, node] : table_)
      if (!filled_in(key.str(), node)) unknown(reader_.key(key));
    each_key<T>([this](const auto& row) {
      if (row.key.required && !table_.contains(row.key.name)) missing(row.key);
    });
  }

 private:
  /// Reads a value into where the table of keys has it; whether there is such a key.
  bool filled_in(std::string_view name, const toml::node& node) {
    bool known = false;
    each_key<T>([&](const auto& row) {
      if (row.key.name != name) return;
      known = true;
      if (!take(reader_, {row.key, node}, row.of(filled_))) filled_.holes.emplace_back(name);
    });
    return known;
  }

  static const std::vector<std::string>& names() {
    static const std::vector<std::string> all = [] {
      std::vector<std::string> made;
      each_key<T>([&made](const auto& row) { made.emplace_back(row.key.name); });
      return made;
    }();
    return all;
  }

  void unknown(const String& key) {
    const std::vector<std::string>& known = names();
    const std::optional<std::string> near = nearest(key.value, known);
    if (near) filled_.holes.push_back(*near);
    const Elsewhere home = near ? Elsewhere{} : elsewhere(key.value);
    if (home.tables()) filled_.holes.push_back(key.value);
    std::string help = near ? fmt::format("did you mean '{}'?", *near) : home.words();
    if (help.empty()) help = fmt::format("its keys are {}", fmt::join(known, ", "));
    reader_.report("unknown-key", key.at, fmt::format("{} has no key '{}'", Rows<T>::head, key.value),
                   std::move(help));
  }

  void missing(const Key& key) {
    if (filled_.hole(key.name) || reader_.may_be_lost(key.name)) return;
    reader_.report("missing-key", filled_.at, fmt::format("{} needs the key '{}'", Rows<T>::head, key.name),
                   std::string(key.meaning));
  }

  Reader& reader_;
  const toml::table& table_;
  T& filled_;
};

template <class T>
T table(Reader& reader, const toml::table& read) {
  T filled;
  filled.at = reader.place(read);
  Filling<T>(reader, read, filled).fill();
  return filled;
}

/// A case has parties of its own, or includes those that have.
void need_parties(Reader& reader, Case& read) {
  const bool none = read.parties.empty() && read.includes.empty() && !read.hole("include");
  if (!none || read.cut) return;
  if (!read.hole("party"))
    reader.report("missing-key", read.at, "the case needs the key 'party'", "The decision makers.");
  read.holes.emplace_back("party");
}

}  // namespace

Case read(const Text& text, Diagnostics& diagnostics) {
  const Syntax syntax = read_syntax(text, diagnostics);
  Case read;
  Reader reader(syntax, diagnostics);
  if (syntax.text) Filling<Case>(reader, syntax.root, read).fill();
  // Options, moves and wishes that stand outside of their party: it is not known whose they are.
  for (const char* of_a_party : {"option", "move", "preference"})
    if (read.hole(of_a_party))
      for (Party& party : read.parties) party.holes.emplace_back(of_a_party);
  read.cut = syntax.cut;
  read.lost = syntax.lost;
  need_parties(reader, read);
  return read;
}

}  // namespace entente::casefile
