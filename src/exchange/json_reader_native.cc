// A file of JSON as what it should be; the first thing that is not is why the file is refused.
#include "exchange/json_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "exchange/element_reader.h"
#include "text/text.h"

namespace entente::exchange {
namespace {

/// By the number of the kind.
constexpr std::array<std::string_view, 6> kinds_of_json = {"null",   "true or false", "a number",
                                                           "a text", "a list",        "an object"};

std::string_view name_of(JsonValue::Kind kind) {
  return kinds_of_json[static_cast<std::size_t>(kind)];
}

}  // namespace

JsonReader::JsonReader(const GivenFile& file) : file_(file) {
  if (file.content.size() > largest_given) {
    fault_ = Refused{file.name, 0, 0, fmt::format("the file has more than {} bytes", largest_given)};
    return;
  }
  auto read = read_json(without_byte_order_mark(file.content));
  if (const auto* fault = std::get_if<JsonFault>(&read))
    refuse(fault->at, fault->message + "; mend it at this place, or save it again");
  else
    root_ = std::move(std::get<JsonValue>(read));
}

void JsonReader::refuse(std::uint32_t at, std::string message) {
  if (fault_) return;
  const std::size_t mark = file_.content.size() - without_byte_order_mark(file_.content).size();
  const Position place = Text(file_.name, file_.content).position(at + static_cast<std::uint32_t>(mark));
  fault_ = Refused{file_.name, place.line, place.column, std::move(message)};
}

bool JsonReader::is(const JsonValue& value, JsonValue::Kind kind, std::string_view what) {
  if (value.kind != kind)
    refuse(value.at,
           fmt::format("{} has to be {} of JSON, and this is {}", what, name_of(kind), name_of(value.kind)));
  return value.kind == kind;
}

const JsonValue& JsonReader::needed(const JsonValue& of, std::string_view key, JsonValue::Kind kind) {
  static const JsonValue nothing;
  const JsonValue* const found = of.member(key);
  if (found == nullptr) refuse(of.at, fmt::format("this object has no '{}', which it needs", key));
  return found != nullptr && is(*found, kind, fmt::format("'{}'", key)) ? *found : nothing;
}

Rational JsonReader::number(const JsonValue& value) {
  const std::string what = shown(value.key);
  if (!is(value, JsonValue::Kind::number, what)) return 0;
  const std::optional<Rational> read = rational(value.text);
  if (!read)
    refuse(value.at, fmt::format("the number of {} has a digit more than a thousand places from its point; "
                                 "round it",
                                 what));
  return read.value_or(Rational(0));
}

void JsonReader::know(const JsonValue& object, const std::vector<std::string_view>& keys) {
  for (const JsonValue& member : object.items)
    if (std::find(keys.begin(), keys.end(), member.key) == keys.end())
      refuse(member.key_at,
             fmt::format("the key {} is not known here, and may have a say in what an outcome is "
                         "worth; take it out if it has none",
                         shown(member.key)));
}

}  // namespace entente::exchange
