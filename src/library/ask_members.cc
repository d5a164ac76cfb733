// A request's JSON read event by event: what is nested deeper than a request is never built.
#include "library/ask_members.h"

#include <fmt/format.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <utility>

#include "text/unicode.h"

namespace entente {
namespace {

using PlainJson = nlohmann::json;

constexpr unsigned most_shown = 60;

/// Takes the parser's events; each gives whether to go on.
class Taking final : public nlohmann::json_sax<PlainJson> {
 public:
  Members members;

  bool null() override { return take(Useless{"null"}); }
  bool boolean(bool yes) override { return take(Given(yes)); }
  bool number_integer(number_integer_t) override { return take(Useless{"a number below nothing"}); }
  bool number_unsigned(number_unsigned_t count) override { return take(Given(std::uint64_t{count})); }
  bool number_float(number_float_t, const string_t&) override { return take(Useless{"no whole number"}); }
  bool string(string_t& text) override { return take(Given(std::move(text))); }
  bool binary(binary_t&) override { return stop("it is not JSON"); }

  bool start_object(std::size_t) override {
    if (std::exchange(begun_, true)) return stop(fmt::format("{} goes too deep for a request", here()));
    return true;
  }
  bool key(string_t& name) override {
    key_ = std::move(name);
    if (members.given.count(key_) > 0) return stop(fmt::format("{} is given twice", here()));
    return true;
  }
  bool end_object() override { return true; }

  bool start_array(std::size_t) override {
    if (!begun_) return stop("it is no object");
    if (std::exchange(listing_, true)) return stop(fmt::format("{} goes too deep for a request", here()));
    texts_ = true;
    return true;
  }
  bool end_array() override {
    listing_ = false;
    Member list = Useless{"a list of more than texts"};
    if (texts_) list = Given(std::move(list_));
    list_.clear();
    return put(std::move(list));
  }

  bool parse_error(std::size_t byte, const std::string&, const PlainJson::exception&) override {
    return stop(fmt::format("it is not JSON from byte {} on", byte));
  }

 private:
  std::string here() const { return fmt::format("'{}'", one_line(key_, most_shown)); }

  bool stop(std::string wrong) {
    if (members.wrong.empty()) members.wrong = std::move(wrong);
    return false;
  }

  bool take(Member value) {
    if (!begun_) return stop("it is no object");
    if (!listing_) return put(std::move(value));
    auto* given = std::get_if<Given>(&value);
    auto* text = given != nullptr ? std::get_if<std::string>(given) : nullptr;
    if (text != nullptr && texts_) list_.push_back(std::move(*text));
    texts_ = texts_ && text != nullptr;
    return true;
  }

  bool put(Member value) {
    members.given.emplace(key_, std::move(value));
    return true;
  }

  bool begun_ = false;
  bool listing_ = false;
  bool texts_ = false;  // whether the list has had only texts
  std::string key_;
  std::vector<std::string> list_;
};

}  // namespace

Members read_members(std::string_view json) {
  Taking taking;
  if (!PlainJson::sax_parse(json.begin(), json.end(), &taking) && taking.members.wrong.empty())
    taking.members.wrong = "it is not JSON";
  return std::move(taking.members);
}

}  // namespace entente
