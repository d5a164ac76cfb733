// A question in JSON read: its members, and the verb and arguments that they make.
#include "library/ask_reading.h"

#include <fmt/format.h>
#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>

#include "text/text.h"
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

namespace {

constexpr unsigned longest_shown = 60;
constexpr auto taker = Argument::Taker::request;

std::string shown(std::string_view word) {
  return "'" + one_line(word, longest_shown) + "'";
}

/// "; did you mean 'states'?", or which words there are.
std::string instead(std::string_view word, const std::vector<std::string>& known) {
  const std::optional<std::string> near = nearest(word, known);
  return near ? fmt::format("; did you mean '{}'?", *near)
              : fmt::format("; it is one of {}", fmt::join(known, ", "));
}

std::string taken(const Argument& key) {
  using Kind = Argument::Kind;
  const auto& [least, most] = std::pair(key.more.least, key.more.most);
  switch (key.kind) {
    case Kind::flag: return "true or false";
    case Kind::texts:
    case Kind::files: return "a list of texts";
    case Kind::word: return fmt::format("one of {}", fmt::join(key.more.words(), ", "));
    case Kind::count:
      return most == UINT64_MAX ? fmt::format("a whole number from {}", least)
                                : fmt::format("a whole number from {} to {}", least, most);
    case Kind::state: return "a whole number from 1, or an id in a text";
    case Kind::text:
    case Kind::file:
    case Kind::folder: break;
  }
  return "a text";
}

bool fits(const Argument& key, const Given& given) {
  using Kind = Argument::Kind;
  switch (key.kind) {
    case Kind::flag: return std::holds_alternative<bool>(given);
    case Kind::texts:
    case Kind::files: return std::holds_alternative<std::vector<std::string>>(given);
    case Kind::state:
      if (std::holds_alternative<std::string>(given)) return true;
      [[fallthrough]];
    case Kind::count: {
      const auto* count = std::get_if<std::uint64_t>(&given);
      return count != nullptr && *count >= key.more.least && *count <= key.more.most;
    }
    case Kind::text:
    case Kind::word:
    case Kind::file:
    case Kind::folder: break;
  }
  return std::holds_alternative<std::string>(given);
}

/// What is wrong with the value of a key; empty where nothing is.
std::string wrong_value(const Argument& key, const Member& member) {
  const auto* given = std::get_if<Given>(&member);
  const auto* useless = std::get_if<Useless>(&member);
  if (given == nullptr || !fits(key, *given))
    return fmt::format("'{}' takes {}{}", key.name, taken(key), useless ? ", not " + useless->what : "");
  if (key.kind != Argument::Kind::word) return {};
  const std::vector<std::string> words = key.more.words();
  const std::string& word = std::get<std::string>(*given);
  if (std::find(words.begin(), words.end(), word) != words.end()) return {};
  return fmt::format("'{}' cannot be {}{}", key.name, shown(word), instead(word, words));
}

class Reading {
 public:
  explicit Reading(Members members) : members_(std::move(members)) {}

  ReadRequest read(const Limits& limits) {
    done_.question.input.name = "case.toml";
    done_.question.input.limits = limits;
    done_.wrong = members_.wrong;
    for (auto step : {&Reading::verb, &Reading::form, &Reading::keys, &Reading::needed, &Reading::budget,
                      &Reading::together})
      if (done_.wrong.empty()) (this->*step)();
    return std::move(done_);
  }

 private:
  /// A member's text, taken out of what is left to read.
  std::optional<std::string> word(std::string_view key) {
    const auto found = members_.given.find(key);
    if (found == members_.given.end()) return std::nullopt;
    auto* given = std::get_if<Given>(&found->second);
    auto* text = given != nullptr ? std::get_if<std::string>(given) : nullptr;
    if (text == nullptr) {
      done_.wrong = fmt::format("'{}' takes a text", key);
      return std::nullopt;
    }
    std::string word = std::move(*text);
    members_.given.erase(found);
    return word;
  }

  void verb() {
    const std::optional<std::string> name = word("verb");
    if (!done_.wrong.empty()) return;
    const Verb* found = name ? find_verb(*name) : nullptr;
    if (found != nullptr && found->in(taker)) done_.verb = found;
    if (done_.verb != nullptr) return;
    const std::vector<std::string> known = verb_names(taker);
    done_.wrong = name ? fmt::format("there is no verb {}{}", shown(*name), instead(*name, known))
                       : fmt::format("the request has no 'verb'; it is one of {}", fmt::join(known, ", "));
  }

  void form() {
    done_.question.form = done_.verb->forms.front();
    const std::optional<std::string> given = word("form");
    if (!given) return;
    std::vector<std::string> known;
    for (const Form form : done_.verb->forms) {
      known.emplace_back(name(form));
      if (*given == name(form)) done_.question.form = form;
    }
    if (*given != name(done_.question.form))
      done_.wrong =
          fmt::format("'{}' has no form {}{}", done_.verb->name, shown(*given), instead(*given, known));
  }

  const Argument* find(std::string_view name) const {
    for (const Argument& key : done_.verb->arguments)
      if (key.name == name && key.in(taker)) return &key;
    return nullptr;
  }

  std::string unknown(std::string_view name) const {
    std::vector<std::string> known = {"verb", "form"};
    for (const Argument& key : done_.verb->arguments)
      if (key.in(taker)) known.emplace_back(key.name);
    return fmt::format("'{}' has no key {}{}", done_.verb->name, shown(name), instead(name, known));
  }

  void keys() {
    for (const auto& [name, member] : members_.given) {
      const Argument* key = find(name);
      done_.wrong = key == nullptr ? unknown(name) : wrong_value(*key, member);
      if (!done_.wrong.empty()) return;
      key->set(done_.question, std::get<Given>(member));
    }
  }

  bool given(std::string_view name) const { return members_.given.count(name) > 0; }

  void needed() {
    for (const Argument& key : done_.verb->arguments)
      if (key.more.needed && key.in(taker) && !given(key.name))
        done_.wrong = fmt::format("'{}' needs '{}', {}", done_.verb->name, key.name, taken(key));
  }

  void budget() {
    const std::string& budget = done_.question.budget;
    if (!budget.empty() && read_budget(budget, done_.question.input.limits))
      done_.wrong =
          fmt::format("'budget' cannot be {}; write 60s, 10min, 500MB, 4GB or 20M nodes, with commas between",
                      shown(budget));
  }

  /// Keys that do not go together, or not without another.
  void together() {
    for (const Argument& key : done_.verb->arguments) {
      if (!given(key.name)) continue;
      if (!key.more.excludes.empty() && given(key.more.excludes))
        done_.wrong = fmt::format("'{}' and '{}' exclude each other", key.name, key.more.excludes);
      if (!key.more.needs.empty() && !given(key.more.needs))
        done_.wrong = fmt::format("'{}' goes with '{}'", key.name, key.more.needs);
    }
  }

  Members members_;
  ReadRequest done_;
};

}  // namespace

ReadRequest read_request(std::string_view request, const Limits& limits) {
  if (request.size() > largest_request)
    return {.wrong = fmt::format("a request has at most {} bytes, and this one {}", largest_request,
                                 request.size())};
  return Reading(read_members(request)).read(limits);
}

}  // namespace entente
