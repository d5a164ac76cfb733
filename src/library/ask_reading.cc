// A request held against the table of verbs, and what is wrong with it in a sentence.
#include "library/ask_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "library/ask_members.h"
#include "text/nearest.h"
#include "text/unicode.h"

namespace entente {
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
