// Demands, waivers and openings in words.
#include "words/settle_words.h"

#include <algorithm>

#include "words/condition_words.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

std::string waiver_words(const Model& model, const Voice& voice, const Waiver& waiver,
                         bool together = false) {
  const bool many = together || voice.verb(waiver.party, "s", "").empty();
  if (!waiver.demand) return many ? "accept less than they have today" : "accepts less than it has today";
  std::string head = many ? "set aside their condition" : "sets aside its condition";
  if (demands_in_force(model, waiver.party).size() == 1) return head;
  const Preference& demand = model[waiver.party].preferences[*waiver.demand];
  const std::string words = demanded(voice, demand);
  const bool is_clause = words != "always" && words != "never";
  return head + (is_clause ? " that " + words : " \"" + words + "\"");
}

/// "Ontario's ministry modifies its order and Uniroyal accepts it"
std::string changes_from_today(const Analysis& analysis, const Voice& voice, StateId s) {
  std::vector<std::string> all;
  for (const PartyId i : analysis.model().party_ids())
    if (const std::string words = move_words(analysis, voice, i, analysis.status_quo(), s);
        words != nothing_changes)
      all.push_back(words);
  return all.empty() ? "all stays as it is today" : listed(all);
}

}  // namespace

std::vector<std::size_t> demands_in_force(const Model& model, PartyId party) {
  std::vector<std::size_t> all;
  const std::vector<Preference>& preferences = model[party].preferences;
  for (std::size_t k = 0; k < preferences.size(); ++k)
    if (preferences[k].demand && preferences[k].in_force(model.day())) all.push_back(k);
  return all;
}

std::string waivers_words(const Analysis&, const Voice& voice, const Waivers& waivers) {
  return waivers_words(voice, waivers);
}

std::string waivers_words(const Voice& voice, const Waivers& waivers) {
  if (waivers.empty()) return "nothing has to give way";
  std::vector<PartyId> parties;
  std::vector<std::string> alone;
  std::vector<std::string> each;
  for (std::size_t k = 0; k < waivers.size();) {
    const PartyId party = waivers[k].party;
    std::vector<std::string> own;
    std::vector<std::string> together;
    for (; k < waivers.size() && waivers[k].party == party; ++k) {
      own.push_back(waiver_words(voice.model(), voice, waivers[k]));
      together.push_back(waiver_words(voice.model(), voice, waivers[k], true));
    }
    parties.push_back(party);
    alone.push_back(voice.name(party) + " " + listed(own));
    each.push_back(listed(together));
  }
  const bool alike = std::count(each.begin(), each.end(), each.front()) == std::ptrdiff_t(each.size());
  return alike && parties.size() > 1 ? voice.names(parties) + " each " + each.front() : listed(alone);
}

std::string opening_words(const Analysis& analysis, const Voice& voice, const Opening& opening,
                          const Holding& holding) {
  const std::uint64_t n = opening.opens.count();
  std::string text = sentence(capitalised(waivers_words(analysis, voice, opening.waive)));
  text += " That opens " + counted(n, "settlement");
  const StateSet& best = holding.recommended.empty() ? opening.recommended : holding.recommended;
  const std::string then = analysis.model().stakes.empty()
                               ? changes_from_today(analysis, voice, *best.first())
                               : shared_holdings(analysis, voice, best);
  text += then.empty() ? "." : (n == 1 ? ", in which " : "; in the recommended, ") + sentence(then);
  return text;
}

std::string shared_holdings(const Analysis& analysis, const Voice& voice, const StateSet& states) {
  std::vector<std::string> kinds;
  for (const Division& d : analysis.settlement().divisions)
    if (!(d.states & states).empty()) kinds.push_back(division_words(analysis, voice, d));
  return kinds.size() > 3 ? counted(kinds.size(), "division") + " of what is in dispute are among them"
                          : listed(kinds, "or");
}

std::string meaning_of_settlement(const Voice& voice) {
  const Agreement& a = *voice.model().agreement;
  std::vector<std::string> others;
  for (PartyId i : voice.model().party_ids())
    if (std::find(a.needs.begin(), a.needs.end(), i) == a.needs.end()) others.push_back(voice.name(i));
  const std::optional<bool> any = settled(voice, a.when);
  const std::string meaning = !any   ? "A settlement is where " + in_words(voice, a.when, a.text)
                              : *any ? "Every situation is a settlement"
                                     : "No situation is a settlement";
  return meaning + ". It takes the consent of " + voice.names(a.needs) +
         (others.empty() ? "" : ", not that of " + listed(others, "or")) + ".";
}

}  // namespace entente
