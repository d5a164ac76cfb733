// The brief: its head and its sections in order.
#include "brief/brief_text.h"

#include <algorithm>

#include "brief/brief_sections.h"
#include "words/english.h"
#include "words/situation.h"

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
  const std::uint64_t states = t.analysis.states().size();
  return choices_words(t.voice) + "; " + counted(states, "situation") +
         (states == 1 ? " is possible." : " are possible.");
}

}  // namespace

void tell_standing(Sheet& page, const Voice& voice, const Layout& layout, Word now) {
  page.heading("Where it stands");
  page.paragraph(situation(voice, layout, now));
  if (!voice.model().stakes.empty()) page.paragraph(sentence(capitalised(holdings(voice, layout, now))));
}

std::string brief_text(const Analysis& analysis, const Face& face, bool in_full, const Rests* rests) {
  const Voice voice(analysis.model());
  const Brief facts = brief(analysis);
  Sheet page(face);
  const Telling t{analysis, facts, voice, page, in_full, rests};
  page.heading(brief_title(analysis.model()));
  if (in_full) page.paragraph(plain(analysis.model().summary));
  page.paragraph(size_of(t));
  if (!in_full) page.paragraph(brackets_words(analysis.model()));
  tell_standing(page, voice, analysis.states().layout(), analysis.states()[analysis.status_quo()]);
  tell_heading(t);
  tell_deterrence(t);
  tell_settlement(t);
  tell_way(t);
  tell_coalitions(t);
  tell_past(t);
  tell_evidence(page, voice, in_full, [&] { tell_rests(t); });
  tell_left_out(t);
  return page.text();
}

}  // namespace entente
