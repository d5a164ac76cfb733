// Sums that are compared, in words.
#include "words/sum_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/text.h"
#include "text/verb_forms.h"
#include "words/english.h"

namespace entente {
namespace {

using Sign = Condition::Sign;

Sign opposite(Sign sign) {
  switch (sign) {
    case Sign::equal: return Sign::unequal;
    case Sign::unequal: return Sign::equal;
    case Sign::less: return Sign::at_least;
    case Sign::greater: return Sign::at_most;
    case Sign::at_most: return Sign::greater;
    case Sign::at_least: return Sign::less;
  }
  return sign;
}

/// The sign where the sides change places.
Sign mirrored(Sign sign) {
  switch (sign) {
    case Sign::less: return Sign::greater;
    case Sign::greater: return Sign::less;
    case Sign::at_most: return Sign::at_least;
    case Sign::at_least: return Sign::at_most;
    default: return sign;
  }
}

std::string stands_words(Sign sign) {
  switch (sign) {
    case Sign::equal: return "equal to";
    case Sign::unequal: return "not equal to";
    case Sign::less: return "less than";
    case Sign::greater: return "more than";
    case Sign::at_most: return "at most";
    case Sign::at_least: return "at least";
  }
  return {};
}

/// What is added on one side: options, in their order, and a number.
struct Amount {
  std::vector<Addend> options;
  std::int64_t number = 0;

  explicit Amount(const std::vector<Addend>& terms) {
    for (const Addend& term : terms)
      if (!term.option)
        number += term.times;
      else if (term.times != 0)
        options.push_back(term);
  }

  bool adds_nothing() const {
    return number <= 0 &&
           std::all_of(options.begin(), options.end(), [](const Addend& t) { return t.times < 0; });
  }
  void add(const std::vector<Addend>& terms, std::int64_t sign) {
    for (const Addend& term : terms) options.push_back({term.option, sign * term.times});
  }
  bool is_nothing() const { return options.empty() && number == 0; }
  /// What is taken off here is added to the other side, which is nothing.
  void take_off(Amount& other) {
    for (const Addend& term : options)
      if (term.times < 0) other.options.push_back({term.option, -term.times});
    std::erase_if(options, [](const Addend& term) { return term.times < 0; });
    if (number < 0) other.number = -std::exchange(number, 0);
  }
  /// One option, once, and nothing else.
  const Addend* alone() const {
    return options.size() == 1 && options[0].times == 1 && number == 0 ? options.data() : nullptr;
  }
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What an option is called, as a noun: in quotes where it may be none, as "Pay the ransom".
struct Noun {
  std::string text;
  bool is_plain = false;  // without quotes
  bool is_word = false;   // the same, and one word

  explicit Noun(const Option& option) {
    std::string name = plain(option.name);
    if (name.empty()) name = option.id;
    const std::string bare = without_article(name);
    const std::string_view head = first_word(bare);
    is_word = head.size() == bare.size();
    is_plain = !head.empty() && std::all_of(head.begin(), head.end(), is_letter) &&
               (is_word || preposition(first_word(std::string_view(bare).substr(head.size() + 1))));
    is_word = is_word && is_plain;
    text = is_plain ? small(bare, head.size()) : "\"" + name + "\"";
  }

  bool operator==(const Noun& other) const { return text == other.text; }

  bool many() const {
    const std::string_view head = first_word(text);
    return is_plain && head.ends_with("s") && !head.ends_with("ss") && !head.ends_with("us") &&
           !head.ends_with("is");
  }

  /// "catches", "quotas", "subsidies".
  std::string of_many() const {
    if (many()) return text;
    for (const std::string_view end : {"s", "x", "z", "ch", "sh"})
      if (text.ends_with(end)) return text + "es";
    const bool y = text.size() > 1 && text.ends_with("y") &&
                   std::string_view("aeiou").find(text[text.size() - 2]) == std::string_view::npos;
    return y ? text.substr(0, text.size() - 1) + "ies" : text + "s";
  }

 private:
  static std::string without_article(const std::string& name) {
    for (const std::string_view article : {"the ", "its ", "their ", "a ", "an "})
      if (name.size() > article.size() && same_but_for_capitals(name.substr(0, article.size()), article))
        return name.substr(article.size());
    return name;
  }

  static bool preposition(std::string_view word) {
    constexpr std::array<std::string_view, 12> all = {"of", "in",  "for", "on",   "from",  "to",
                                                      "at", "per", "by",  "with", "under", "over"};
    return std::find(all.begin(), all.end(), word) != all.end();
  }

  /// Small within a sentence: "Catch" is "catch", "GDP" stays.
  static std::string small(std::string name, std::size_t head) {
    const bool small_behind =
        head > 1 && std::all_of(name.begin() + 1, name.begin() + static_cast<std::ptrdiff_t>(head),
                                [](char c) { return c >= 'a'; });
    if (small_behind && name[0] <= 'Z') name[0] = static_cast<char>(name[0] - 'A' + 'a');
    return name;
  }
};

class SumWords {
 public:
  SumWords(const Voice& voice, const Condition& sum) : voice_(voice), left_(sum.left), right_(sum.right) {
    const Amount left = left_, right = right_;
    left_.options.clear(), right_.options.clear();
    // What is taken off from nothing is added on the other side.
    left.adds_nothing() ? right_.add(left.options, -1) : left_.add(left.options, 1);
    right.adds_nothing() ? left_.add(right.options, -1) : right_.add(right.options, 1);
    if (right_.is_nothing()) left_.take_off(right_);
    if (left_.is_nothing()) right_.take_off(left_);
  }

  std::string clause(Sign sign) {
    if (left_.options.empty()) {
      std::swap(left_, right_);
      sign = mirrored(sign);
    }
    return beginning() + stands_words(sign) + " " + end();
  }

 private:
  std::string beginning() const {
    if (are_together())
      return "the " + noun(left_.options[0]).of_many() + " of " + listed(names()) + " together are ";
    const std::vector<Addend>& options = left_.options;
    const bool first = options[0].times > 0 && options[0].times <= 2;
    return amount(left_) + (first && noun(options[0]).many() ? " are " : " is ");
  }

  /// One word, of several parties, each once, and nothing else.
  bool are_together() const {
    const std::vector<Addend>& options = left_.options;
    if (options.size() < 2 || left_.number != 0 || !noun(options[0]).is_word) return false;
    for (std::size_t k = 0; k < options.size(); ++k) {
      const auto same = [&](const Addend& other) { return owner(other) == owner(options[k]); };
      if (options[k].times != 1 || !(noun(options[k]) == noun(options[0])) ||
          std::count_if(options.begin(), options.end(), same) != 1)
        return false;
    }
    return true;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const Addend& term : left_.options) all.push_back(voice_.name(owner(term)));
    return all;
  }

  std::string end() const {
    const Addend* const one = left_.alone();
    const Addend* const other = right_.alone();
    const bool same = one != nullptr && other != nullptr && noun(*one) == noun(*other);
    if (same && owner(*one) != owner(*other)) return possessive(voice_.name(owner(*other)));
    return amount(right_);
  }

  /// What is added, and behind it what is taken off.
  std::string amount(const Amount& of) const {
    std::string text;
    const auto put = [&](bool less, const std::string& part) {
      text += (text.empty() ? (less ? "minus " : "") : less ? " less " : " plus ") + part;
    };
    for (const Addend& term : of.options)
      if (term.times > 0) put(false, part(term));
    if (of.number > 0 || of.options.empty()) put(of.number < 0, digits(of.number));
    for (const Addend& term : of.options)
      if (term.times < 0) put(true, part(term));
    if (of.number < 0 && !of.options.empty()) put(true, digits(of.number));
    return text;
  }

  static std::string digits(std::int64_t number) {
    return grouped(static_cast<std::uint64_t>(number < 0 ? -number : number));
  }

  /// "twice Norway's catch"
  std::string part(const Addend& term) const {
    const auto times = static_cast<std::uint64_t>(term.times < 0 ? -term.times : term.times);
    const std::string often = times == 1 ? "" : times == 2 ? "twice " : in_words(times) + " times ";
    return often + possessive(voice_.name(owner(term))) + " " + noun(term).text;
  }

  Noun noun(const Addend& term) const { return Noun(voice_.model()[*term.option]); }
  MoverId owner(const Addend& term) const { return voice_.model()[*term.option].mover; }

  const Voice& voice_;
  Amount left_;
  Amount right_;
};

}  // namespace

std::string sum_in_words(const Voice& voice, const Condition& sum, bool truth) {
  return SumWords(voice, sum).clause(truth ? sum.sign : opposite(sum.sign));
}

std::optional<bool> settled(const Conditions& conditions, const Condition& sum) {
  const Balance balance = conditions.balance(sum);
  std::int64_t least = balance.fixed, most = balance.fixed;
  for (const Addend& term : balance.terms) {
    least += conditions.numbers(*term.option).least_of(term.times);
    most += conditions.numbers(*term.option).most_of(term.times);
  }
  const bool at_least = stands(sum.sign, least), at_most = stands(sum.sign, most);
  const bool by_equality = sum.sign == Sign::equal || sum.sign == Sign::unequal;
  if (at_least != at_most || (by_equality && least <= 0 && most >= 0)) return std::nullopt;
  return at_least;
}

}  // namespace entente
