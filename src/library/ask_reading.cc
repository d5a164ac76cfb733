// A request held against the table of verbs, and what is wrong with it in a sentence.
#include "library/ask_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "entente/ask.h"
#include "text/nearest.h"
#include "text/unicode.h"

namespace entente {
namespace {

constexpr unsigned longest_shown = 60;
constexpr std::array<std::string_view, 3> form_names = {"text", "json", "csv"};  // in the order of Form

std::string_view name(Form form) {
  return form_names.at(static_cast<std::size_t>(form));
}

std::string shown(std::string_view word) {
  return "'" + one_line(word, longest_shown) + "'";
}

/// "; did you mean 'states'?", or which words there are.
std::string instead(std::string_view word, const std::vector<std::string>& known) {
  const std::optional<std::string> near = nearest(word, known);
  return near ? fmt::format("; did you mean '{}'?", *near)
              : fmt::format("; it is one of {}", fmt::join(known, ", "));
}

std::string taken(const Key& key) {
  switch (key.kind) {
    case Key::Kind::text: return "a text";
    case Key::Kind::flag: return "true or false";
    case Key::Kind::texts: return "a list of texts";
    case Key::Kind::count: return fmt::format("a whole number from {} to {}", key.least, key.most);
    case Key::Kind::word: return fmt::format("one of {}", fmt::join(key.words(), ", "));
  }
  return {};
}

bool fits(const Key& key, const Given& given) {
  switch (key.kind) {
    case Key::Kind::text:
    case Key::Kind::word: return std::holds_alternative<std::string>(given);
    case Key::Kind::flag: return std::holds_alternative<bool>(given);
    case Key::Kind::texts: return std::holds_alternative<std::vector<std::string>>(given);
    case Key::Kind::count: break;
  }
  const auto* count = std::get_if<std::uint64_t>(&given);
  return count != nullptr && *count >= key.least && *count <= key.most;
}

/// What is wrong with the value of a key; empty where nothing is.
std::string wrong_value(const Key& key, const Given& given) {
  if (!fits(key, given)) {
    const auto* useless = std::get_if<Useless>(&given);
    return fmt::format("'{}' takes {}{}", key.name, taken(key), useless ? ", not " + useless->what : "");
  }
  if (key.kind != Key::Kind::word) return {};
  const std::vector<std::string> words = key.words();
  const std::string& word = std::get<std::string>(given);
  if (std::find(words.begin(), words.end(), word) != words.end()) return {};
  return fmt::format("'{}' cannot be {}{}", key.name, shown(word), instead(word, words));
}

class Reading {
 public:
  explicit Reading(Members members) : members_(std::move(members)) {}

  AskReading read(const Limits& limits) {
    done_.wanted.input.name = "case.toml";
    done_.wanted.input.limits = limits;
    done_.wrong = members_.wrong;
    for (auto step :
         {&Reading::verb, &Reading::form, &Reading::keys, &Reading::what_is_needed, &Reading::means})
      if (done_.wrong.empty()) (this->*step)();
    if (done_.wrong.empty() && done_.verb->wrong) done_.wrong = done_.verb->wrong(done_.wanted);
    return std::move(done_);
  }

 private:
  /// A member's text, taken out of what is left to read.
  std::optional<std::string> word(std::string_view key) {
    const auto found = members_.given.find(key);
    if (found == members_.given.end()) return std::nullopt;
    auto* text = std::get_if<std::string>(&found->second);
    if (text == nullptr) {
      done_.wrong = fmt::format("'{}' takes a text", key);
      return std::nullopt;
    }
    std::string word = std::move(*text);
    members_.given.erase(found);
    return word;
  }

  void verb() {
    const std::optional<std::string> asked = word("verb");
    std::vector<std::string> known;
    for (const Verb& verb : ask_verbs()) {
      known.emplace_back(verb.name);
      if (asked == verb.name) done_.verb = &verb;
    }
    if (done_.verb != nullptr || !done_.wrong.empty()) return;
    done_.wrong = asked ? fmt::format("there is no verb {}{}", shown(*asked), instead(*asked, known))
                        : fmt::format("the request has no 'verb'; it is one of {}", fmt::join(known, ", "));
  }

  void form() {
    done_.form = done_.verb->forms.front();
    const std::optional<std::string> asked = word("form");
    if (!asked) return;
    std::vector<std::string> known;
    for (const Form form : done_.verb->forms) {
      known.emplace_back(name(form));
      if (*asked == name(form)) done_.form = form;
    }
    if (*asked != name(done_.form))
      done_.wrong =
          fmt::format("'{}' has no form {}{}", done_.verb->name, shown(*asked), instead(*asked, known));
  }

  const Key* find(std::string_view name) const {
    for (const Key& key : done_.verb->keys)
      if (key.name == name) return &key;
    return nullptr;
  }

  std::string unknown(std::string_view name) const {
    std::vector<std::string> known = {"verb", "form"};
    for (const Key& key : done_.verb->keys) known.emplace_back(key.name);
    return fmt::format("'{}' has no key {}{}", done_.verb->name, shown(name), instead(name, known));
  }

  void keys() {
    for (const auto& [name, given] : members_.given) {
      const Key* key = find(name);
      done_.wrong = key == nullptr ? unknown(name) : wrong_value(*key, given);
      if (!done_.wrong.empty()) return;
      key->set(done_.wanted, given);
    }
  }

  void what_is_needed() {
    for (const Key& key : done_.verb->keys)
      if (key.needed && members_.given.count(key.name) == 0)
        done_.wrong = fmt::format("'{}' needs '{}', {}", done_.verb->name, key.name, taken(key));
  }

  /// How it is worked out, and what that may take.
  void means() {
    Wanted& w = done_.wanted;
    w.input.engine = w.engine == "explicit"   ? Engines::listing
                     : w.engine == "symbolic" ? Engines::symbolic
                                              : Engines::automatic;
    if (w.budget.empty()) return;
    if (read_budget(w.budget, w.input.limits))
      done_.wrong =
          fmt::format("'budget' cannot be {}; write 60s, 10min, 500MB, 4GB or 20M nodes, with commas between",
                      shown(w.budget));
  }

  Members members_;
  AskReading done_;
};

}  // namespace

AskReading read_request(std::string_view request, const Limits& limits) {
  if (request.size() > largest_request)
    return {.wrong = fmt::format("a request has at most {} bytes, and this one {}", largest_request,
                                 request.size())};
  return Reading(read_members(request)).read(limits);
}

}  // namespace entente
