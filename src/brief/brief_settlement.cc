// Which settlements there are, or the least that would have to give way to open one; and the best path to
// one.
#include <algorithm>

#include "brief/brief_sections.h"
#include "brief/path_answer.h"
#include "brief/patterns_text.h"
#include "view/state_ids.h"
#include "words/citation.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/path_words.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr std::size_t most_demands = 3;  // of one party
constexpr std::size_t few_openings = 4;
constexpr std::size_t most_divisions = 5;
constexpr std::size_t worth_a_reference = 80;  // letters: a shorter sentence is said again

void tell_demands(const Telling& t, PartyId party) {
  const std::vector<std::size_t> demands = demands_in_force(t.view.model(), party);
  for (std::size_t k = 0; k < std::min(demands.size(), t.most(most_demands)); ++k) {
    const Preference& p = t.view.model()[party].preferences[demands[k]];
    const std::string words = demanded(t.voice, party, p);
    const bool says_whose =
        words.starts_with(t.voice.name(party)) && words.find(" only where ") != std::string::npos;
    t.sheet.item("-", (says_whose ? capitalised(words)
                                  : capitalised(possessive(t.voice.name(party))) + " condition: " + words) +
                          " " + cited(t.view.model(), p.grounds, std::max(citing(t), Citing::paragraphs)) +
                          ".");
  }
  if (demands.size() > t.most(most_demands))
    t.sheet.item("-", "and " + counted(demands.size() - most_demands, "other condition") + " of " +
                          t.voice.name(party) + ".");
}

/// How many settlements there are, and how many each would accept; parties that accept as many together.
std::string acceptances(const Telling& t, const SettlementSeen& s) {
  std::vector<std::pair<Count, std::vector<PartyId>>> alike;
  bool conditions = false;
  for (std::size_t k = 0; k < s.consenting.size(); ++k) {
    const Count accepted = counted_once(t.view, s.accepts[k]);
    const auto same =
        std::find_if(alike.begin(), alike.end(), [&](const auto& a) { return a.first == accepted; });
    if (same == alike.end())
      alike.push_back({accepted, {s.consenting[k]}});
    else
      same->second.push_back(s.consenting[k]);
    conditions = conditions || !demands_in_force(t.view.model(), s.consenting[k]).empty();
  }
  std::vector<std::string> all;
  for (const auto& [n, parties] : alike)
    all.push_back(t.voice.names(parties) + " " + none_or(n) + (parties.size() > 1 ? " each" : ""));
  const Count n = counted_once(t.view, s.agreement);
  return capitalised(counted(n, "situation")) +
         (n == 1 ? " counts as a settlement" : " count as settlements") + ". Of " +
         (n == 1 ? "it" : "these") + " a party accepts what leaves it no worse off than today" +
         (conditions ? " and meets its condition" : "") + ": " + listed(all);
}

/// Who accepts less than today.
std::vector<PartyId> losing(const Waivers& waived) {
  std::vector<PartyId> all;
  for (const Waiver& w : waived)
    if (!w.demand) all.push_back(w.party);
  return all;
}

/// The fewest concessions on a path to some of these, which take `waived`; empty where that was not decided.
std::string price(const Telling& t, const Set& states, const Waivers& waived) {
  const PriceSeen found = t.view.price(states);
  if (!found.decided) return {};
  if (!found.concessions) return "no path leads there";
  std::string cost = "the way there takes " + counted(*found.concessions, "concession");
  const std::vector<PartyId> losers = losing(waived);
  if (*found.concessions > 0 || losers.empty()) return cost;
  const bool one = losers.size() == 1;
  return cost + ": what " + t.voice.names(losers) +
         (one ? t.voice.verb(losers[0], " loses, it loses", " lose, they lose") : " lose, they lose") +
         " by the moves of others";
}

/// Whether the settlements of the k-th opening hold; where that is as with an earlier one, so it is said.
std::string hold_of(const Telling& t, const SettlementSeen& s, std::size_t k) {
  const auto words = [&](std::size_t way) {
    return holding_words(t.view, t.voice, t.view.holding(way), s.gap[way].opens, s.gap[way].recommended,
                         t.in_full);
  };
  std::string own = words(k);
  for (std::size_t earlier = 0; earlier < k; ++earlier)
    if ((own.size() > worth_a_reference || !t.in_full) && words(earlier) == own)
      return t.in_full ? "Which of them hold is as under " + std::to_string(earlier + 1) +
                             ", and for the same reason."
                       : "";
  return own;
}

std::string opening_line(const Telling& t, const SettlementSeen& s, std::size_t k) {
  const std::optional<HoldingSeen> holding = t.view.holding(k);
  std::string line = opening_words(t.view, t.voice, s.gap[k], holding);
  for (const std::string& more :
       {hold_of(t, s, k), sentence(capitalised(price(t, best_of(s.gap[k], holding), s.gap[k].waive)))})
    if (!more.empty() && more != ".") line += " " + more;
  return line;
}

void tell_openings(const Telling& t, const SettlementSeen& s) {
  t.sheet.paragraph(s.gap.size() == 1 ? "The least that would have to give way:"
                                      : "The least that would have to give way, one of these:");
  for (std::size_t k = 0; k < std::min(s.gap.size(), t.most(few_openings)); ++k)
    t.sheet.item(std::to_string(k + 1) + ".", opening_line(t, s, k));
  const std::size_t left = s.gap.size() - std::min(s.gap.size(), t.most(few_openings));
  if (left > 0) t.sheet.item("-", "and " + counted(left, "other way") + " (--long lists them).");
  if (s.gap_cut) t.sheet.item("-", "and more, which were not looked for.");
}

/// What a division takes, where none of the ways above leads to it.
std::string division_price(const Telling& t, const DivisionSeen& division) {
  std::vector<std::string> ways;
  for (const OpeningSeen& o : division.openings) ways.push_back(waivers_words(t.voice, o.waive));
  const Holders now = holders(t.view.model(), t.view.layout(), t.view.status_quo());
  const std::string cost =
      price(t, division.states, division.openings.size() == 1 ? division.openings[0].waive : Waivers());
  return capitalised(division_words(t.voice, now, division)) + ": " + listed(ways, "or") +
         (cost.empty() ? "." : " (" + cost + ").");
}

/// Whether one of the ways above leads to a division, or may.
bool opened(const Telling& t, const SettlementSeen& s, const DivisionSeen& division) {
  const auto reaches = [&](const Set& states) {
    const Set shared = t.view.both(states, division.states);
    return !shared || !shared->empty();
  };
  return reaches(s.zone) ||
         std::any_of(s.gap.begin(), s.gap.end(), [&](const OpeningSeen& o) { return reaches(o.opens); });
}

void tell_divisions(const Telling& t, const SettlementSeen& s) {
  if (!s.divisions || !t.in_full) return;
  std::vector<const DivisionSeen*> others;
  for (const DivisionSeen& d : *s.divisions)
    if (!opened(t, s, d)) others.push_back(&d);
  if (others.empty()) return;
  t.sheet.paragraph(others.size() == 1 ? "What another division takes:" : "What other divisions take:");
  for (std::size_t k = 0; k < std::min(others.size(), t.most(most_divisions)); ++k)
    t.sheet.item("-", division_price(t, *others[k]));
  if (others.size() > t.most(most_divisions))
    t.sheet.item(
        "-", "and " + counted(others.size() - most_divisions, "other division") + " (--long lists them).");
}

/// What of some settlements comes about by gains that nothing deters; null where that is not known.
Set resting_in(const Telling& t, const Set& settlements) {
  return t.view.both(t.view.outlook(Concept::seq).resting, settlements);
}

void tell_gap(const Telling& t, const SettlementSeen& s) {
  const Set rests = resting_in(t, s.agreement);
  t.sheet.heading(rests && rests->empty() ? "Why there is no settlement"
                                          : "Why no settlement is accepted by all");
  t.sheet.paragraph(meaning_of_settlement(t.voice, t.in_full));
  for (PartyId i : s.consenting) tell_demands(t, i);
  t.sheet.paragraph(acceptances(t, s) + ". None is accepted by " + all_words(t.voice) + ".");
  tell_openings(t, s);
  tell_divisions(t, s);
}

void tell_zone(const Telling& t, const SettlementSeen& s) {
  t.sheet.heading("Which settlements all would accept");
  t.sheet.paragraph(meaning_of_settlement(t.voice, t.in_full));
  const std::optional<HoldingSeen> holding = t.view.holding(std::size_t{0});
  const Count zone = s.zone->count();
  t.sheet.paragraph(acceptances(t, s) + ". " + capitalised(in_words(zone)) + (zone == 1 ? " is" : " are") +
                    " accepted by all. " +
                    holding_words(t.view, t.voice, holding, s.zone, s.recommended, t.in_full));
  if (const Set rests = resting_in(t, s.zone); rests && rests->empty())
    t.sheet.paragraph(std::string("The dispute does not come to rest in ") +
                      (zone == 1 ? "it" : "any of them") + " by itself.");
  const Set first = t.view.recommended_first();
  const Set& recommended = first ? first : s.recommended;
  t.sheet.paragraph(
      zone == 1 ? "Recommended:"
                : "Recommended" + (first && holding ? among_words(*holding, " among those that ") : "") +
                      ", since the greatest sacrifice that it asks of a party is the smallest:");
  show_patterns(t.sheet, t.view, t.voice, recommended, {t.most(2), " (--long shows all)"});
  if (!t.view.model().stakes.empty())
    t.sheet.paragraph(sentence(capitalised(shared_holdings(t.view, t.voice, recommended))));
  tell_divisions(t, s);
}

}  // namespace

void tell_settlement(const Telling& t) {
  if (!t.view.model().agreement) return;
  const SettlementSeen* s = t.view.settlement();
  if (s == nullptr) {
    t.sheet.heading("Which settlements there are");
    t.sheet.paragraph("That was not decided. " + meaning_of_settlement(t.voice, t.in_full));
    return;
  }
  if (!s->zone->empty()) return tell_zone(t, *s);
  if (!s->agreement->empty()) return tell_gap(t, *s);
  t.sheet.heading("No settlement is possible");
  t.sheet.paragraph("In no possible situation does what the case calls an agreement hold: " +
                    in_words(t.voice, t.view.model().agreement->when, t.view.model().agreement->text) + ".");
}

namespace {

/// Whether the way passes another settlement that holds.
std::string passed_words(const Telling& t, const WaySeen& way) {
  const std::optional<HoldingSeen> holding = t.view.holding(std::size_t{0});
  if (!holding || !holding->holds) return {};
  for (std::size_t k = 0; k + 1 < way.steps.size(); ++k)
    if (holding->holds->contains(way.steps[k].move.to))
      return "After step " + std::to_string(k + 1) +
             " another settlement that holds is reached; what follows leads to the recommended one.";
  return {};
}

}  // namespace

void tell_way(const Telling& t) {
  const Model& model = t.view.model();
  const SettlementSeen* s = t.view.settlement();
  if (s == nullptr || s->agreement->empty()) return;
  const Set target = t.view.recommended_first();
  const WayFound found = t.view.way({.to = target ? target : s->agreement, .deadline = model.deadline()});
  const std::string where = target ? target_words(t, 0) : "a settlement";
  if (!found.decided) {
    t.sheet.heading("The shortest way to a settlement");
    return t.sheet.paragraph("That was not decided.");
  }
  if (!found.way) {
    t.sheet.heading("No way leads to a settlement");
    t.sheet.paragraph("No sequence of moves that the parties can make leads from the present to " + where +
                      "." + (t.closed.empty() ? "" : " " + t.closed));
    return;
  }
  t.sheet.heading("The shortest way to " + where + ": " + concessions_words(t.voice, *found.way));
  tell_steps(t.sheet, t.view, t.voice, *found.way);
  std::string text;
  for (const std::string& more :
       {deadline_words(model, *found.way), together_words(*found.way, model.deadline()),
        exposure_words(t.view, t.voice, *found.way), passed_words(t, *found.way)})
    if (!more.empty()) text += (text.empty() ? "" : " ") + more;
  t.sheet.paragraph(text);
}

}  // namespace entente
