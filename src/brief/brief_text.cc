// The brief: its head and its sections in order.
#include "brief/brief_text.h"

#include "brief/brief_sections.h"
#include "words/english.h"
#include "words/undecided_words.h"

namespace entente {

std::string brief_title(const Model& model) {
  const std::string name = plain(model.title);
  const std::string date = model.date ? long_date(*model.date) : "";
  return date.empty() || name.find(date) != std::string::npos ? name : name + ", " + date;
}

std::string choices_words(const Voice& voice) {
  const Model& model = voice.model();
  const std::string parties = capitalised(voice.names(model.party_ids()));
  const bool one = model.parties.size() == 1 && voice.verb(PartyId{0}, "s", "") == "s";
  return parties + (one ? " has " : " have ") + counted(model.options.size(), "choice") + " to make";
}

namespace {

std::string size_of(const Telling& t) {
  const Count states = t.view.situations();
  return choices_words(t.voice) + "; " + counted(states, "situation") +
         (states == 1 ? " is possible" : " are possible") +
         (t.view.states() != nullptr
              ? "."
              : ", too many to look at one by one: they are looked at together, in decision diagrams.");
}

}  // namespace

void tell_standing(const Telling& t) {
  t.page.heading("Where it stands");
  const Word now = t.view.status_quo();
  t.page.paragraph(situation(t.voice, t.view.layout(), now));
  if (!t.view.model().stakes.empty())
    t.page.paragraph(sentence(capitalised(holdings(t.voice, t.view.layout(), now))));
}

std::string brief_text(const View& view, const Face& face, bool in_full, const Rests* rests) {
  const Voice voice(view.model());
  Sheet page(face);
  const Telling t{view, voice, page, in_full, rests};
  page.heading(brief_title(view.model()));
  if (in_full) page.paragraph(plain(view.model().summary));
  page.paragraph(size_of(t));
  if (!in_full) page.paragraph(brackets_words(view.model()));
  tell_standing(t);
  tell_heading(t);
  tell_deterrence(t);
  tell_settlement(t);
  tell_way(t);
  tell_coalitions(t);
  tell_past(t);
  tell_evidence(t);
  tell_left_out(t);
  return page.text() + undecided_words(view);
}

}  // namespace entente
