// Reads one value of the tree into one field of the case, or says why it cannot.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casefile/casefile.h"
#include "casefile/keys.h"
#include "casefile/syntax.h"
#include "casefile/toml.h"
#include "text/text.h"

namespace entente::casefile {

/// Knows the bytes of one text; a look-up takes the same time on a line of any length.
class Locator {
 public:
  explicit Locator(std::string_view text);

  /// The byte of a line and column; past the end is the end.
  std::uint32_t byte(toml::source_position position) const;
  Place place(const toml::source_region& region) const { return {byte(region.begin), byte(region.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> lines_;  // the number of the first code point of each line
  std::vector<std::uint32_t> marks_;  // the byte of every `step`th code point
};

/// A value of the tree and the key it is read for.
struct Given {
  const Key& key;
  const toml::node& node;
};

/// Each `take` gives whether all of the value could be read; what could not has been reported.
class Reader {
 public:
  Reader(const Syntax& syntax, Diagnostics& diagnostics)
      : content_(syntax.content), lost_(syntax.lost), locator_(syntax.content), diagnostics_(diagnostics) {}

  bool take(const Given& given, std::optional<String>& field);
  bool take(const Given& given, Strings& field);
  bool take(const Given& given, std::optional<Placed<Strings>>& field);
  bool take(const Given& given, std::optional<Placed<bool>>& field);
  bool take(const Given& given, std::optional<Placed<std::int64_t>>& field);
  bool take(const Given& given, std::optional<Moves>& field);
  bool take(const Given& given, std::vector<Entry>& field);
  bool weight(const toml::key& name, const toml::node& node, std::vector<Entry>& field);
  bool labelled(const toml::key& name, const toml::table& table, std::vector<Entry>& field);

  /// The key's own string, from its quotes or as it stands.
  String key(const toml::key& key) const;
  Place place(const toml::node& node) const { return locator_.place(node.source()); }

  /// A value is of another type than the key takes.
  bool wrong_type(const Given& given);
  /// Whether a word stands in a part of the file that could not be read.
  bool may_be_lost(std::string_view word) const { return lost_.find(word) != std::string_view::npos; }
  void report(std::string code, Place at, std::string message, std::string help = {});

 private:
  std::optional<String> string(const Given& given);
  bool strings(const Given& given, Strings& field);
  bool pair(const Given& given, Moves& field);
  bool change(const toml::table& table, Moves& field);
  bool change_key(const toml::key& name, const toml::node& node, Change& change);
  bool in_range(const Given& given, std::int64_t number);
  bool own_word(const Given& given, const String& word);

  std::string_view content_;
  std::string_view lost_;
  Locator locator_;
  Diagnostics& diagnostics_;
};

}  // namespace entente::casefile
