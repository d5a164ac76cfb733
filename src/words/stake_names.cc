// What a stake is called within a sentence.
#include "words/stake_names.h"

#include <algorithm>
#include <array>

#include "text/verb_forms.h"
#include "words/english.h"

namespace entente {
namespace {

bool small(char c) {
  return c >= 'a' && c <= 'z';
}

/// Words that stakes are often called by and that are no proper names.
constexpr std::array<std::string_view, 29> common = {
    "a",     "access",   "all", "an",    "any",       "both",  "control",    "free",  "its",   "land",
    "money", "no",       "one", "our",   "ownership", "peace", "possession", "power", "right", "rights",
    "seats", "security", "the", "their", "three",     "trade", "two",        "use",   "water"};

/// Whether a word stands whole in a text.
bool stands_in(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || !small(text[end]))) return true;
  }
  return false;
}

/// Whether a word stands somewhere in the analyst's words.
bool used(const Model& model, std::string_view word) {
  const auto in = [word](std::string_view text) { return stands_in(text, word); };
  if (in(model.summary)) return true;
  for (const Evidence& e : model.evidence)
    if (in(e.claim)) return true;
  for (const Option& o : model.options)
    if (in(o.grounds.why) || std::any_of(o.labels.begin(), o.labels.end(), in)) return true;
  for (const Party& p : model.parties)
    for (const Preference& one : p.preferences)
      if (in(one.grounds.why)) return true;
  for (const Rule& r : model.rules)
    if (in(r.grounds.why) || in(r.label)) return true;
  for (const Stake& s : model.stakes)
    if (in(s.name) || in(s.grounds.why)) return true;
  return std::any_of(model.events.begin(), model.events.end(), [&](const Event& e) { return in(e.what); });
}

}  // namespace

std::string stake_in_a_sentence(const Model& model, const Stake& stake) {
  std::string name = plain(stake.name);
  if (name.empty()) return stake.id;
  std::string word(first_word(name));
  const bool capital = word.front() >= 'A' && word.front() <= 'Z';
  if (!capital || !std::all_of(word.begin() + 1, word.end(), small)) return name;
  word.front() = static_cast<char>(word.front() - 'A' + 'a');
  const bool is_common = std::find(common.begin(), common.end(), word) != common.end() || used(model, word);
  if (is_common) name.front() = word.front();
  return name;
}

}  // namespace entente
