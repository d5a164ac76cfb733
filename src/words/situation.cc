// Situations in words.
#include "words/situation.h"

#include <algorithm>

#include "view/state_ids.h"
#include "words/english.h"
#include "words/stake_names.h"

namespace entente {
namespace {

/// The names of the stakes for which a test holds.
template <class Test>
std::vector<std::string> held(const Model& model, Test test) {
  std::vector<std::string> things;
  for (std::size_t k = 0; k < model.stakes.size(); ++k)
    if (test(k)) things.push_back(stake_in_a_sentence(model, model.stakes[k]));
  return things;
}

/// "; Japan holds Shikotan and the Habomais"; nothing where there are no things.
void add(std::string& text, const Voice& voice, PartyId who, std::pair<const char*, const char*> verb,
         const std::vector<std::string>& things) {
  if (things.empty()) return;
  text += (text.empty() ? "" : "; ") + voice.name(who) + " " + voice.verb(who, verb.first, verb.second) +
          " " + listed(things);
}

}  // namespace

Holders holders(const Model& model, const Layout& layout, Word word) {
  Holders all;
  for (const Stake& stake : model.stakes) all.push_back(holder(model, stake, layout, word));
  return all;
}

std::string situation(const Voice& voice, const Layout& layout, Word word) {
  std::string text;
  for (MoverId i : voice.model().mover_ids())
    if (const std::vector<Course> courses = voice.courses(i, layout, word); !courses.empty())
      text += (text.empty() ? "" : " ") + sentence(capitalised(voice.clause(courses)));
  return text;
}

std::string id_words(const NamedState& state) {
  return state.id + (state.label.empty() ? "" : " \"" + plain(state.label) + "\"");
}

std::string id_words(const Model& model, const Layout& layout, Word word) {
  const NamedState* const state = named_state(model, layout, word);
  return state == nullptr ? "" : id_words(*state);
}

std::string id_behind(const Model& model, const Layout& layout, Word word) {
  const std::string words = id_words(model, layout, word);
  return words.empty() ? "" : ", " + words;
}

std::string holdings(const Voice& voice, const Layout& layout, Word word) {
  const Holders now = holders(voice.model(), layout, word);
  std::string text;
  for (PartyId i : voice.model().party_ids())
    add(text, voice, i, {"holds", "hold"}, held(voice.model(), [&](std::size_t k) { return now[k] == i; }));
  return text;  // what nobody has is not spoken of
}

std::string transfers(const Voice& voice, const Holders& now, const Holders& then) {
  std::string text;
  const Model& model = voice.model();
  for (PartyId i : model.party_ids()) {
    add(text, voice, i, {"gets", "get"},
        held(model, [&](std::size_t k) { return then[k] == i && now[k] != i; }));
    add(text, voice, i, {"keeps", "keep"},
        held(model, [&](std::size_t k) { return then[k] == i && now[k] == i; }));
    const auto lost = [&](std::size_t k) { return !then[k] && now[k] == i; };
    add(text, voice, i, {"gives up", "give up"}, held(model, lost));
  }
  return text.empty() ? "nobody gets anything" : text;
}

std::string division_words(const Voice& voice, const Holders& now, const Dividing& division) {
  if (!division.holders.empty()) return transfers(voice, now, division.holders);
  std::string text;
  for (MoverId i : voice.model().mover_ids()) {
    std::vector<Course> courses;
    for (const Course& c : division.settled)
      if (voice.model()[c.first].mover == i) courses.push_back(c);
    if (!courses.empty()) text += (text.empty() ? "" : "; ") + voice.clause(courses);
  }
  return text;
}

std::string move_words(const Voice& voice, const Layout& layout, const WordStep& move) {
  return voice.clause(voice.changes(move.mover, layout, move.from, move.to));
}

std::vector<std::string> changes_words(const Voice& voice, const Layout& layout, Word from, Word to) {
  std::vector<std::string> all;
  for (const MoverId i : voice.model().mover_ids())
    if (std::string words = move_words(voice, layout, {i, from, to}); words != nothing_changes)
      all.push_back(std::move(words));
  return all;
}

std::string otherwise_words(const Voice& voice, const Layout& layout, Word from, Word to) {
  std::string text;
  for (const std::string& clause : changes_words(voice, layout, from, to))
    text += (text.empty() ? "" : "; ") + clause;
  return text;
}

}  // namespace entente
