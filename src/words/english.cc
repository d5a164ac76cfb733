// English by rule: lists, counts, capitals and verbs.
#include "words/english.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"
#include "text/verb_forms.h"

namespace entente {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool ends(std::string_view word, std::string_view end) {
  return word.ends_with(end);
}

/// The base of a verb in the third person singular.
std::string base(std::string_view verb) {
  if (verb == "is") return "be";
  if (verb == "has") return "have";
  if (verb == "does" || verb == "goes") return std::string(verb.substr(0, 2));
  const std::string word(verb);
  if (ends(verb, "ies") && verb.size() > 4) return word.substr(0, word.size() - 3) + "y";
  for (std::string_view end : {"sses", "shes", "ches", "xes", "zzes", "oes"})
    if (ends(verb, end)) return word.substr(0, word.size() - 2);
  return word.substr(0, word.size() - 1);
}

/// A second verb behind "and" or a comma would stay in the third person: "lowers its terms and signs".
bool second_verb(std::string_view phrase) {
  for (std::size_t at = phrase.find(" and "); at != std::string_view::npos;
       at = phrase.find(" and ", at + 1)) {
    const std::string_view next = first_word(phrase.substr(at + 5));
    if (third_person(next)) return true;
  }
  return false;
}

}  // namespace

std::string plain(std::string_view text) {
  std::string out;
  bool gap = false;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (c.value <= U' ' || unprintable(c.value)) {
      gap = !out.empty();
    } else {
      if (std::exchange(gap, false)) out += ' ';
      out.append(c.valid ? text.substr(0, c.bytes) : "?");
    }
    text.remove_prefix(c.bytes);
  }
  return out;
}

std::string listed(const std::vector<std::string>& items, std::string_view joiner) {
  std::string out;
  for (std::size_t k = 0; k < items.size(); ++k) {
    if (k > 0) out += k + 1 < items.size() ? ", " : " " + std::string(joiner) + " ";
    out += items[k];
  }
  return out;
}

std::string grouped(Count number) {
  std::string digits = decimal_digits(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string in_words(Count number) {
  constexpr std::array<std::string_view, 11> words = {"no",  "one",   "two",   "three", "four", "five",
                                                      "six", "seven", "eight", "nine",  "ten"};
  return number < words.size() ? std::string(words[static_cast<std::size_t>(number)]) : grouped(number);
}

std::string none_or(Count number) {
  return number == 0 ? "none" : in_words(number);
}

std::string counted(Count number, std::string_view noun) {
  const bool y = noun.size() > 1 && ends(noun, "y") &&
                 std::string_view("aeiou").find(noun[noun.size() - 2]) == noun.npos;
  const std::string many = y ? std::string(noun.substr(0, noun.size() - 1)) + "ies" : std::string(noun) + "s";
  return in_words(number) + " " + (number == 1 ? std::string(noun) : many);
}

std::string possessive(const std::string& name) {
  return name + (!name.empty() && lower(name.back()) == 's' ? "'" : "'s");
}

std::string sentence(std::string text) {
  if (!text.empty() && std::string_view(".!?:").find(text.back()) == std::string_view::npos) text += '.';
  return text;
}

std::optional<std::string> infinitive(std::string_view phrase) {
  const std::string_view verb = first_word(phrase);
  if (!third_person(phrase) || begins_unsurely(phrase) || second_verb(phrase)) return std::nullopt;
  const std::string rest(phrase.substr(verb.size()));
  if (verb == "does" && rest.starts_with(" not ")) return rest.substr(1);
  return base(verb) + rest;
}

}  // namespace entente
