// The brief: its head and its sections in order.
#include "report/brief_text.h"

#include <algorithm>

#include "report/brief_sections.h"
#include "report/english.h"
#include "report/situation.h"

namespace entente {
namespace {

std::string title(const Model& model) {
  const std::string name = plain(model.title);
  const std::string date = model.date ? long_date(*model.date) : "";
  return capitals(date.empty() || name.find(date) != std::string::npos ? name : name + ", " + date);
}

std::string size_of(const Telling& t) {
  const Model& model = t.analysis.model();
  const std::uint64_t states = t.analysis.states().size();
  const std::string parties = capitalised(t.voice.names(model.party_ids()));
  const bool one = model.parties.size() == 1 && t.voice.verb(PartyId{0}, "s", "") == "s";
  return parties + (one ? " chooses among " : " choose among ") + counted(model.options.size(), "course") +
         "; " + counted(states, "situation") + (states == 1 ? " is possible." : " are possible.");
}

std::string how_to_read(const Telling& t) {
  const std::vector<Evidence>& all = t.analysis.model().evidence;
  const auto numbered = [](const Evidence& e) { return e.at.has_value(); };
  if (t.in_full || std::none_of(all.begin(), all.end(), numbered)) return {};
  return "In brackets: how something is known, and the paragraph of the source.";
}

}  // namespace

void tell_standing(const Telling& t) {
  const Model& model = t.analysis.model();
  const Layout& layout = t.analysis.states().layout();
  const Word now = t.analysis.states()[t.analysis.status_quo()];
  t.page.heading("WHERE IT STANDS");
  t.page.paragraph(situation(t.voice, layout, now));
  if (!model.stakes.empty()) t.page.paragraph(sentence(capitalised(holdings(t.voice, layout, now))));
}

std::string brief_text(const Analysis& analysis, const Face& face, bool in_full, const Rests* rests) {
  const Voice voice(analysis.model());
  const Brief facts = brief(analysis);
  Page page(face);
  const Telling t{analysis, facts, voice, page, in_full, rests};
  page.heading(title(analysis.model()));
  if (in_full) page.paragraph(plain(analysis.model().summary));
  page.paragraph(size_of(t));
  page.paragraph(how_to_read(t));
  tell_standing(t);
  tell_heading(t);
  tell_deterrence(t);
  tell_settlement(t);
  tell_way(t);
  tell_coalitions(t);
  tell_past(t);
  tell_evidence(t);
  tell_left_out(t);
  return page.text();
}

}  // namespace entente
