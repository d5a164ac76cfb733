// JSON as a tree of values with their places; numbers stay the text that they are written as.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente::exchange {

struct JsonValue {
  enum class Kind : std::uint8_t { nothing, truth, number, text, list, object };

  Kind kind = Kind::nothing;
  std::string text = {};              // of a text what it says, of a number how it is written
  std::vector<JsonValue> items = {};  // of a list, or an object's members
  std::string key = {};               // of a member
  std::uint32_t key_at = 0;           // where that stands, in bytes; of what is no member its own place
  std::uint32_t at = 0;

  /// The member of an object that has the key; null where there is none.
  const JsonValue* member(std::string_view called) const;
};

/// Why a text is no JSON that is read, and where, in bytes.
struct JsonFault {
  std::uint32_t at = 0;
  std::string message;
};

/// The whole of a text as JSON. What stands too deep, or is too much, is refused, and so is a key that stands
/// twice in one object.
std::variant<JsonValue, JsonFault> read_json(std::string_view json);

/// What a text is said to be that is no JSON, by how many bytes its parser has read.
JsonFault broken_json(std::string_view json, std::size_t read);

/// The keys of the object that a text is, or begins as: as far as it is JSON.
std::vector<std::string> outer_keys(std::string_view json);

}  // namespace entente::exchange
