// JSON as a tree of values with their places: what nlohmann-json finds, bounded. It tells no places, so that
// the bytes that it has taken are counted.
#include "exchange/json_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "text/unicode.h"

namespace entente::exchange {
namespace {

using PlainJson = nlohmann::json;

constexpr std::size_t deepest_value = 16;
constexpr std::size_t most_values = 65'536;
constexpr unsigned longest_shown_key = 60;
constexpr int number_out_of_range = 406;  // of nlohmann-json

/// Walks through a text and tells how far the parser has come.
class Counting {
 public:
  using difference_type = std::ptrdiff_t;
  using value_type = char;
  using pointer = const char*;
  using reference = const char&;
  using iterator_category = std::input_iterator_tag;

  Counting(const char* at, const char** taken) : at_(at), taken_(taken) {}
  reference operator*() const { return *at_; }
  Counting& operator++() {
    *taken_ = ++at_;
    return *this;
  }
  bool operator==(const Counting& other) const { return at_ == other.at_; }
  bool operator!=(const Counting& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** taken_;
};

/// Takes the parser's events; each gives whether to go on.
class TreeMaker final : public nlohmann::json_sax<PlainJson> {
 public:
  explicit TreeMaker(std::string_view text) : text_(text), taken_(text.data()), come_to_(text.data()) {}

  void run() {
    const char* const end = text_.data() + text_.size();
    PlainJson::sax_parse(Counting(text_.data(), &taken_), Counting(end, &taken_), this);
  }

  bool null() override { return put(JsonValue::Kind::nothing); }
  bool boolean(bool) override { return put(JsonValue::Kind::truth); }
  bool number_integer(number_integer_t) override { return put_number(); }
  bool number_unsigned(number_unsigned_t) override { return put_number(); }
  bool number_float(number_float_t, const string_t&) override { return put_number(); }
  bool string(string_t& said) override { return put(JsonValue::Kind::text, std::move(said)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonValue::Kind::object); }
  bool start_array(std::size_t) override { return open(JsonValue::Kind::list); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    key_at_ = begin_of_word();
    key_ = std::move(name);
    come_to_ = taken_;
    return keys_.back().insert(key_).second || refuse(*key_at_, second_key());
  }

  bool parse_error(std::size_t read, const std::string&, const PlainJson::exception& why) override {
    if (why.id == number_out_of_range)
      return refuse(begin_of_word(), "this number is larger than any that is read");
    JsonFault broken = broken_json(text_, read);
    return refuse(broken.at, std::move(broken.message));
  }

  const std::optional<JsonFault>& fault() const { return fault_; }
  JsonValue& root() { return root_; }

 private:
  std::string second_key() const {
    return fmt::format("the key '{}' stands here a second time; leave one of the two out",
                       entente::one_line(key_, longest_shown_key));
  }

  /// Where the word begins that the parser has just taken: behind the one before it, and what parts them.
  std::uint32_t begin_of_word() const {
    const auto come_to = static_cast<std::size_t>(come_to_ - text_.data());
    return static_cast<std::uint32_t>(std::min(text_.find_first_not_of(" \t\r\n,:", come_to), text_.size()));
  }

  bool refuse(std::uint32_t at, std::string message) {
    if (!fault_) fault_ = {at, std::move(message)};
    return false;
  }

  bool put(JsonValue::Kind kind, std::string said = {}) {
    if (++values_ > most_values)
      return refuse(begin_of_word(), fmt::format("the file has more than {} values", most_values));
    JsonValue& value = open_.empty() ? root_ : open_.back()->items.emplace_back();
    value.kind = kind;
    value.at = begin_of_word();
    value.text = std::move(said);
    value.key = std::exchange(key_, {});
    value.key_at = std::exchange(key_at_, std::nullopt).value_or(value.at);
    last_ = &value;
    come_to_ = taken_;
    return true;
  }

  /// As it is written: what the parser makes of it may be rounded.
  bool put_number() {
    const std::string_view rest = text_.substr(begin_of_word());
    return put(JsonValue::Kind::number,
               std::string(rest.substr(0, rest.find_first_not_of("0123456789+-.eE"))));
  }

  bool open(JsonValue::Kind kind) {
    if (open_.size() == deepest_value)
      return refuse(begin_of_word(),
                    fmt::format("values stand more than {} deep in one another here", deepest_value));
    if (!put(kind)) return false;
    open_.push_back(last_);
    keys_.emplace_back();
    return true;
  }

  bool close() {
    open_.pop_back();
    keys_.pop_back();
    come_to_ = taken_;
    return true;
  }

  std::string_view text_;
  const char* taken_;    // behind what the parser has taken
  const char* come_to_;  // behind the last word that was put in, or closed
  std::string key_;
  std::optional<std::uint32_t> key_at_;
  std::optional<JsonFault> fault_;
  JsonValue root_;
  JsonValue* last_ = nullptr;
  std::vector<JsonValue*> open_;  // from the root to the one that is being read
  std::vector<std::set<std::string>> keys_;
  std::size_t values_ = 0;
};

}  // namespace

const JsonValue* JsonValue::member(std::string_view called) const {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const JsonValue& one) { return one.key == called; });
  return kind != Kind::object || found == items.end() ? nullptr : &*found;
}

JsonFault broken_json(std::string_view json, std::size_t read) {
  const std::size_t end = json.find_last_not_of(" \t\r\n") + 1;
  const std::size_t at = read == 0 ? 0 : read - 1;
  if (at >= end) return {static_cast<std::uint32_t>(end), "the file is JSON that ends early"};
  return {static_cast<std::uint32_t>(at), "the file is JSON that is broken"};
}

std::variant<JsonValue, JsonFault> read_json(std::string_view json) {
  // Its parser takes a byte 0 for the end.
  if (const std::size_t nul = json.find('\0'); nul != std::string_view::npos)
    return JsonFault{static_cast<std::uint32_t>(nul), "the byte 0 stands here, which no JSON has"};
  TreeMaker maker(json);
  maker.run();
  if (maker.fault()) return *maker.fault();
  return std::move(maker.root());
}

std::vector<std::string> outer_keys(std::string_view json) {
  TreeMaker maker(json);
  maker.run();
  std::vector<std::string> keys;
  for (const JsonValue& member : maker.root().items) keys.push_back(member.key);
  return keys;
}

}  // namespace entente::exchange
