// Demands, waivers and openings in words, and whether settlements hold once made.
#include "words/settle_words.h"

#include <algorithm>

#include "settlement/takes.h"
#include "view/state_ids.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

/// " that Russia signs": which of a party's conditions it is; empty where it has one alone.
std::string which_condition(const Voice& voice, const Waiver& waiver) {
  if (demands_in_force(voice.model(), waiver.party).size() == 1) return {};
  const Preference& demand = voice.model()[waiver.party].preferences[*waiver.demand];
  const std::string words = demanded(voice, waiver.party, demand);
  const bool is_clause = words != "always" && words != "never";
  return is_clause ? " that " + words : " \"" + words + "\"";
}

std::string waiver_words(const Voice& voice, const Waiver& waiver, bool together = false) {
  const bool many = together || voice.verb(waiver.party, "s", "").empty();
  if (!waiver.demand) return many ? "accept less than they have today" : "accepts less than it has today";
  return (many ? "set aside their condition" : "sets aside its condition") + which_condition(voice, waiver);
}

/// Whether a course is taken in all of some situations. Where they are too many to be looked through, their
/// patterns tell; where these are too many as well, it is not known and so not said.
auto taken_in_all(const Layout& layout, const Situations& all) {
  constexpr Count few = 256;
  const bool listed = all.count() <= few;
  const std::vector<Word> words = all.first(listed ? std::size_t(few) : 0);
  std::optional<ShownPatterns> patterns = listed ? std::nullopt : all.patterns(std::size_t(few));
  if (patterns && patterns->all != patterns->few.size()) patterns.reset();
  return [&layout, listed, words, patterns](const Course& course) {
    const auto in_word = [&](Word word) { return layout.value(word, course.first) == course.second; };
    const auto in_pattern = [&](const ShownPattern& pattern) {
      return pattern.values[index(course.first)] == std::vector<Value>{course.second};
    };
    if (listed) return std::all_of(words.begin(), words.end(), in_word);
    return patterns && std::all_of(patterns->few.begin(), patterns->few.end(), in_pattern);
  };
}

/// Who holds what in a few states, each kind once; none where they are many.
std::vector<Dividing> kinds_of_few(const View& view, const Set& states) {
  constexpr std::size_t few = 64;
  std::vector<Dividing> kinds;
  if (view.model().stakes.empty() || states->count() > few) return kinds;
  for (const Word word : states->first(few)) {
    Dividing one{holders(view.model(), view.layout(), word), {}};
    const auto same = [&](const Dividing& kind) { return kind.holders == one.holders; };
    if (std::none_of(kinds.begin(), kinds.end(), same)) kinds.push_back(std::move(one));
  }
  return kinds;
}

}  // namespace

std::vector<std::size_t> demands_in_force(const Model& model, PartyId party) {
  std::vector<std::size_t> all;
  const std::vector<Preference>& preferences = model[party].preferences;
  for (std::size_t k = 0; k < preferences.size(); ++k)
    if (preferences[k].demand && preferences[k].in_force(model.day())) all.push_back(k);
  return all;
}

std::string all_words(const Voice& voice) {
  const std::vector<PartyId> consenting = voice.model().consenting();
  if (consenting.size() == 1) return voice.name(consenting[0]);
  if (consenting.size() == 2) return "both " + voice.names(consenting);
  if (consenting.size() == voice.model().parties.size()) return "all";
  return consenting.size() == 3 ? voice.names(consenting) + " alike" : "all whose consent it takes";
}

std::vector<std::string> shared_changes(const Voice& voice, const Layout& layout, Word from,
                                        const Situations& all) {
  const auto taken = taken_in_all(layout, all);
  std::vector<std::string> clauses;
  for (const MoverId i : voice.model().mover_ids()) {
    std::vector<Course> shared;
    for (const Course& course : voice.changes(i, layout, from, all.first(1).front()))
      if (taken(course)) shared.push_back(course);
    if (!shared.empty()) clauses.push_back(voice.clause(shared));
  }
  return clauses;
}

std::string nothing_shared_words(const Situations& all, Word from) {
  return all.contains(from) && all.count() == 1 ? "in the recommended one all stays as it is today"
                                                : "the recommended ones differ in what changes from today";
}

std::string waivers_words(const Voice& voice, const Waivers& waivers) {
  if (waivers.empty()) return "no condition has to be set aside";
  std::vector<PartyId> parties;
  std::vector<std::string> alone;
  std::vector<std::string> each;
  for (std::size_t k = 0; k < waivers.size();) {
    const PartyId party = waivers[k].party;
    std::vector<std::string> own;
    std::vector<std::string> together;
    for (; k < waivers.size() && waivers[k].party == party; ++k) {
      own.push_back(waiver_words(voice, waivers[k]));
      together.push_back(waiver_words(voice, waivers[k], true));
    }
    parties.push_back(party);
    alone.push_back(voice.name(party) + " " + listed(own));
    each.push_back(listed(together));
  }
  const bool alike = std::count(each.begin(), each.end(), each.front()) == std::ptrdiff_t(each.size());
  return alike && parties.size() > 1 ? voice.names(parties) + " each " + each.front() : listed(alone);
}

const Set& best_of(const OpeningSeen& opening, const std::optional<HoldingSeen>& holding) {
  return holding && holding->recommended && !holding->recommended->empty() ? holding->recommended
                                                                           : opening.recommended;
}

std::string opening_words(const View& view, const Voice& voice, const OpeningSeen& opening,
                          const std::optional<HoldingSeen>& holding) {
  const Count n = counted_once(view, opening.opens);
  std::string text = sentence(capitalised(waivers_words(voice, opening.waive)));
  text += " That opens " + counted(n, "settlement");
  const Set& best = best_of(opening, holding);
  if (!best || best->empty()) return text + ".";
  const bool staked = !view.model().stakes.empty();
  const std::string then = staked ? shared_holdings(view, voice, best)
                                  : listed(shared_changes(voice, view.layout(), view.status_quo(), *best));
  if (!then.empty()) return text + (n == 1 ? ", in which " : "; in the recommended, ") + sentence(then);
  return text + (staked ? "." : "; " + sentence(nothing_shared_words(*best, view.status_quo())));
}

std::string kinds_words(const Voice& voice, const Holders& now, const std::vector<Dividing>& kinds) {
  if (kinds.size() > 3) return counted(kinds.size(), "division") + " of what is in dispute are among them";
  std::vector<std::string> all;
  for (const Dividing& kind : kinds) all.push_back(division_words(voice, now, kind));
  return listed(all, "or");
}

std::string shared_holdings(const View& view, const Voice& voice, const Set& states) {
  const SettlementSeen* s = view.settlement();
  if (s == nullptr || !states) return {};
  const Holders now = holders(view.model(), view.layout(), view.status_quo());
  if (!s->divisions) return kinds_words(voice, now, kinds_of_few(view, states));
  std::vector<Dividing> kinds;
  for (const DivisionSeen& d : *s->divisions)
    if (const Set shared = view.both(d.states, states); shared && !shared->empty()) kinds.push_back(d);
  return kinds_words(voice, now, kinds);
}

std::string no_agreement_words() {
  return "the case names no agreement, so no situation counts as a settlement";
}

std::string meaning_of_settlement(const Voice& voice, bool in_full) {
  const Agreement& a = *voice.model().agreement;
  std::vector<std::string> others;
  for (PartyId i : voice.model().party_ids())
    if (std::find(a.needs.begin(), a.needs.end(), i) == a.needs.end()) others.push_back(voice.name(i));
  const std::optional<bool> any = settled(voice, a.when);
  const std::string meaning = !any   ? "A settlement is where " + in_words(voice, a.when, a.text)
                              : *any ? "Every situation counts as a settlement"
                                     : "No situation counts as a settlement";
  return meaning + ". It takes the consent of " + voice.names(a.needs) +
         (others.empty() || !in_full ? "" : ", not that of " + listed(others, "or")) + ".";
}

namespace {

constexpr std::size_t most_compared = 1 << 20;

std::size_t distance(const View& view, const Voice& voice, Word a, Word b) {
  std::size_t n = 0;
  for (const MoverId i : view.model().mover_ids()) n += voice.changes(i, view.layout(), a, b).size();
  return n;
}

/// The settlement that does not hold and differs least from one that does.
std::optional<Word> nearest_failing(const View& view, const Voice& voice, const Set& failing, Word held) {
  if (!failing || failing->empty()) return std::nullopt;
  const std::vector<Word> all = failing->first(most_compared);
  return *std::min_element(all.begin(), all.end(), [&](Word a, Word b) {
    return distance(view, voice, held, a) < distance(view, voice, held, b);
  });
}

/// "A guarantee would make it hold: that Japan signs for good."; empty where none would.
std::string guarantee_words(const View& view, const Voice& voice, const HoldingSeen& holding,
                            Word settlement) {
  const auto found = view.guarantees(holding, settlement);
  if (!found) return {};
  std::vector<std::string> all;
  for (const Guarantee& g : *found) {
    const Course course{g.option, view.layout().value(settlement, g.option)};
    all.push_back("that " + voice.clause({course}) +
                  (g.moves == Moves::Kind::fixed ? " for good" : " with no way back"));
  }
  return all.empty() ? std::string{} : "A guarantee would make it hold: " + listed(all, "or") + ".";
}

/// "would end the agreement": what is lost where a way leads out of what all accept.
std::string loss_words(const View& view, const Voice& voice, const Waivers& waived, Word end) {
  const Model& model = view.model();
  if (!holds(model.conditions, model.agreement->when, view.layout(), end)) return "would end the agreement";
  std::vector<std::string> all;
  for (const Waiver& lost : takes(model, view.layout(), end))
    if (!std::binary_search(waived.begin(), waived.end(), lost))
      all.push_back(lost.demand ? "break " + possessive(voice.name(lost.party)) + " condition" +
                                      which_condition(voice, lost)
                                : "leave " + voice.name(lost.party) + " worse off than today");
  return "would " + listed(all);
}

/// "where Japan keeps its sanctions, ": how a settlement differs from one that was told.
std::string where_words(const View& view, const Voice& voice, Word told, Word settlement) {
  return "where " + listed(changes_words(voice, view.layout(), told, settlement)) + ", ";
}

/// "three of them as they are": how many of those that last rest.
std::string resting_words(Count holding, Count resting) {
  if (resting == holding) return holding == 1 ? ", as it is" : ", as they are";
  if (resting == 0) return "";
  return ", " + in_words(resting) + (holding > 1 ? " of them" : "") +
         (resting == 1 ? " as it is" : " as they are");
}

std::string all_hold(const View& view, const Voice& voice, const HoldingSeen& holding, const Set& best) {
  const Count n = holding.holds->count();
  const Count rests = holding.rests->count();
  std::string text = n == 1   ? "It holds once made"
                     : n == 2 ? "Both hold once made"
                              : "All " + in_words(n) + " hold once made";
  text += resting_words(n, rests);
  const std::string still =
      rests == 0 && best && !best->empty() ? sequel_words(view, voice, holding, best->first(1).front()) : "";
  if (!still.empty()) text += std::string(", though ") + (n == 1 ? "" : "in the recommended one ") + still;
  return text + ".";
}

std::string some_hold(const View& view, const Voice& voice, const HoldingSeen& holding,
                      const Set& settlements, bool in_full) {
  const Count n = holding.holds->count();
  const Count others = settlements->count() - n;
  std::string text = capitalised(in_words(n)) + " of the " + in_words(settlements->count()) +
                     (n == 1 ? " holds" : " hold") + " once made" + resting_words(n, holding.rests->count());
  if (!in_full) return text + ".";
  text += others == 1 ? ". The other would break" : ". The others would break";
  if (!holding.recommended || holding.recommended->empty()) return text + ".";
  const Word held = holding.recommended->first(1).front();
  const auto failing = nearest_failing(view, voice, view.without(settlements, holding.holds), held);
  const std::string breaking = failing ? sequel_words(view, voice, holding, *failing) : "";
  if (breaking.empty()) return text + ".";
  return text + (others == 1 ? ": " : ": for instance, ") + where_words(view, voice, held, *failing) +
         breaking + ".";
}

std::string none_holds(const View& view, const Voice& voice, const HoldingSeen& holding, Count n,
                       const Set& best) {
  const std::string head = n == 1   ? "It would break once made"
                           : n == 2 ? "Neither would hold once made"
                                    : "None of the " + in_words(n) + " would hold once made";
  const std::string breaking =
      best && !best->empty() ? sequel_words(view, voice, holding, best->first(1).front()) : "";
  if (breaking.empty()) return head + ".";
  const std::string keep = guarantee_words(view, voice, holding, best->first(1).front());
  return head + (n == 1 ? ": " : ": in the recommended one, ") + breaking + "." +
         (keep.empty() ? "" : " " + keep);
}

}  // namespace

std::string holding_words(const View& view, const Voice& voice, const std::optional<HoldingSeen>& holding,
                          const Set& settlements, const Set& best, bool in_full) {
  const Count n = settlements->count();
  if (n == 0 || !holding || !holding->holds) return {};
  if (holding->holds->count() == n) return all_hold(view, voice, *holding, best);
  return holding->holds->empty() ? none_holds(view, voice, *holding, n, best)
                                 : some_hold(view, voice, *holding, settlements, in_full);
}

std::string among_words(const HoldingSeen& holding, const std::string& begin) {
  if (holding.holds->empty()) return {};
  return begin + (holding.rests->empty() ? "hold" : "hold as they are");
}

std::string sequel_words(const View& view, const Voice& voice, const HoldingSeen& holding, Word settlement) {
  const auto way = view.sequel(holding, settlement);
  if (!way || way->empty()) return {};
  const WordStep& first = way->front();
  const std::vector<Course> changes = voice.changes(first.mover, view.layout(), first.from, first.to);
  if (holding.holds->contains(settlement)) return "this would still follow: " + voice.clause(changes);
  const std::string loss = loss_words(view, voice, holding.waived, way->back().to);
  return voice.would(changes) + (way->size() == 1 ? ", which " : ", and what then follows ") + loss;
}

}  // namespace entente
