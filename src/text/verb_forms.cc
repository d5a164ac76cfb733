// How a verb phrase begins.
#include "text/verb_forms.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

bool small_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool letter(char c) {
  return small_letter(c) || (c >= 'A' && c <= 'Z');
}

/// Words that end in s and are no verb in the third person.
constexpr std::array<std::string_view, 8> no_verbs = {"as",   "its",    "his",     "this",
                                                      "thus", "always", "perhaps", "us"};
constexpr std::array<std::string_view, 10> modals = {"will",  "may",   "might",  "can",   "cannot",
                                                     "could", "shall", "should", "would", "must"};
constexpr std::array<std::string_view, 2> unsure = {"never", "no"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string_view first_word(std::string_view phrase) {
  return phrase.substr(0, phrase.find(' '));
}

bool third_person(std::string_view phrase) {
  const std::string_view word = first_word(phrase);
  if (word.size() < 2 || !std::all_of(word.begin(), word.end(), small_letter)) return false;
  return word.back() == 's' && !word.ends_with("ss") && !among(no_verbs, word);
}

bool begins_unsurely(std::string_view phrase) {
  const std::string_view word = first_word(phrase);
  return among(modals, word) || among(unsure, word);
}

bool reads_as_verb(std::string_view phrase, bool many) {
  std::string_view word = first_word(phrase);
  while (!word.empty() && std::string_view(".,;:!?").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  const auto english = [](char c) { return letter(c) || c == '-' || c == '\''; };
  if (word.empty() || !std::all_of(word.begin(), word.end(), english)) return true;
  if (!small_letter(word.front())) return false;
  if (among(modals, word) || word.ends_with("n't")) return true;
  return many != (word.ends_with('s') && !(many && word.ends_with("ss")));
}

}  // namespace entente
