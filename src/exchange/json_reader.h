// A file of JSON as what it should be; the first thing that is not is why the file is refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "exchange/given_file.h"
#include "exchange/json_tree.h"
#include "exchange/rational.h"

namespace entente::exchange {

class JsonReader {
 public:
  /// Reads a file, or refuses it; it has to outlive the reader.
  explicit JsonReader(const GivenFile& file);

  const std::string& file() const { return file_.name; }
  const JsonValue& root() const { return root_; }

  /// What follows from a first fault is none.
  void refuse(std::uint32_t at, std::string message);
  bool faulty() const { return fault_.has_value(); }
  const std::optional<Refused>& fault() const { return fault_; }

  /// The member of an object, which there must be, and of that kind; a value without anything in it where it
  /// is not.
  const JsonValue& needed(const JsonValue& of, std::string_view key, JsonValue::Kind kind);
  /// Whether a value is of a kind; it is refused where it is not, by what it should be: "the domain".
  bool is(const JsonValue& value, JsonValue::Kind kind, std::string_view what);
  /// An exact number; 0 where it is none.
  Rational number(const JsonValue& value);
  /// Refuses each member that has none of these keys.
  void know(const JsonValue& object, const std::vector<std::string_view>& keys);

 private:
  const GivenFile& file_;
  std::optional<Refused> fault_;
  JsonValue root_;
};

}  // namespace entente::exchange
