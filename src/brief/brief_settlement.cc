// Which settlements there are, or the least that would have to give way to open one.
#include <algorithm>
#include <set>

#include "brief/brief_sections.h"
#include "brief/patterns_text.h"
#include "words/citation.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/holding_words.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr std::size_t most_demands = 3;  // of one party
constexpr std::size_t few_openings = 4;
constexpr std::size_t most_divisions = 5;
constexpr std::size_t worth_a_reference = 80;  // letters: a shorter sentence is said again

void tell_demands(const Telling& t, PartyId party) {
  const std::vector<std::size_t> demands = demands_in_force(t.analysis.model(), party);
  for (std::size_t k = 0; k < std::min(demands.size(), t.most(most_demands)); ++k) {
    const Preference& p = t.analysis.model()[party].preferences[demands[k]];
    t.page.item("-", capitalised(possessive(t.voice.name(party))) + " condition: " + demanded(t.voice, p) +
                         " " + cited(t.analysis.model(), p.grounds, std::max(citing(t), Citing::paragraphs)) +
                         ".");
  }
  if (demands.size() > t.most(most_demands))
    t.page.item("-", "and " + counted(demands.size() - most_demands, "other condition") + " of " +
                         t.voice.name(party) + ".");
}

std::string acceptances(const Telling& t) {
  const Settlement& s = t.analysis.settlement();
  std::vector<std::string> all;
  for (std::size_t k = 0; k < s.consenting.size(); ++k)
    all.push_back(t.voice.name(s.consenting[k]) + " would accept " + none_or(s.accepts[k].count()));
  return listed(all);
}

/// The fewest concessions on a path to some of these states.
std::string price(const Telling& t, const StateSet& states) {
  std::uint32_t least = unreachable;
  states.for_each([&](StateId s) { least = std::min(least, t.analysis.concessions()[s]); });
  return least == unreachable ? "no path leads there" : "the way there takes " + counted(least, "concession");
}

/// What is recommended of the k-th opening: among the settlements that hold, where some do.
const StateSet& best(const Telling& t, std::size_t k) {
  const StateSet& holding = t.brief.holding[k].recommended;
  return holding.empty() ? t.analysis.settlement().gap[k].recommended : holding;
}

/// Whether the settlements of the k-th opening hold; where that is as with an earlier one, so it is said.
std::string hold_of(const Telling& t, std::size_t k) {
  const std::vector<Opening>& gap = t.analysis.settlement().gap;
  const auto words = [&](std::size_t way) {
    return holding_words(t.analysis, t.voice, t.brief.holding[way], gap[way].opens);
  };
  std::string own = words(k);
  for (std::size_t earlier = 0; earlier < k; ++earlier)
    if (words(earlier) == own && own.size() > worth_a_reference)
      return "Which of them hold is as in way " + std::to_string(earlier + 1) + ", and for the same reason.";
  return own;
}

void tell_openings(const Telling& t) {
  const std::vector<Opening>& gap = t.analysis.settlement().gap;
  t.page.paragraph(gap.size() == 1 ? "The least that would have to give way:"
                                   : "The least that would have to give way, one of these:");
  for (std::size_t k = 0; k < std::min(gap.size(), t.most(few_openings)); ++k)
    t.page.item(std::to_string(k + 1) + ".", opening_words(t.analysis, t.voice, gap[k], t.brief.holding[k]) +
                                                 " " + hold_of(t, k) + " " +
                                                 capitalised(price(t, best(t, k))) + ".");
  if (gap.size() > t.most(few_openings))
    t.page.item("-", "and " + counted(gap.size() - few_openings, "other way") + " (--long lists them).");
}

/// What a division takes, where none of the ways above leads to it.
std::string division_price(const Telling& t, const Division& division) {
  std::vector<std::string> ways;
  for (const Opening& o : division.openings) ways.push_back(waivers_words(t.analysis, t.voice, o.waive));
  return capitalised(division_words(t.analysis, t.voice, division)) + ": " + listed(ways, "or") + " (" +
         price(t, division.states) + ").";
}

bool opened(const Telling& t, const Division& division) {
  const Settlement& s = t.analysis.settlement();
  if (!(division.states & s.zone).empty()) return true;
  return std::any_of(s.gap.begin(), s.gap.end(),
                     [&](const Opening& o) { return !(o.opens & division.states).empty(); });
}

void tell_divisions(const Telling& t) {
  std::vector<const Division*> others;
  for (const Division& d : t.analysis.settlement().divisions)
    if (!opened(t, d)) others.push_back(&d);
  if (others.empty()) return;
  t.page.paragraph(others.size() == 1 ? "What another division takes:" : "What other divisions take:");
  for (std::size_t k = 0; k < std::min(others.size(), t.most(most_divisions)); ++k)
    t.page.item("-", division_price(t, *others[k]));
  if (others.size() > t.most(most_divisions))
    t.page.item("-",
                "and " + counted(others.size() - most_divisions, "other division") + " (--long lists them).");
}

void tell_gap(const Telling& t) {
  const Settlement& s = t.analysis.settlement();
  const bool rests_in_one = !(t.analysis.outlook(Concept::seq).resting & s.agreement).empty();
  t.page.heading(rests_in_one ? "Why no settlement is accepted by all" : "Why there is no settlement");
  t.page.paragraph(meaning_of_settlement(t.voice));
  bool conditions = false;
  for (PartyId i : s.consenting) {
    tell_demands(t, i);
    conditions = conditions || !demands_in_force(t.analysis.model(), i).empty();
  }
  const std::uint64_t n = s.agreement.count();
  t.page.paragraph("Of " + counted(n, "possible settlement") + " " + acceptances(t) +
                   "; none is accepted by all of them: each " +
                   (conditions ? "breaks somebody's condition or " : "") +
                   "leaves somebody worse off than today.");
  tell_openings(t);
  tell_divisions(t);
}

void tell_zone(const Telling& t) {
  const Settlement& s = t.analysis.settlement();
  t.page.heading("Which settlements all would accept");
  t.page.paragraph(meaning_of_settlement(t.voice));
  t.page.paragraph("Of " + counted(s.agreement.count(), "possible settlement") + " " + acceptances(t) + "; " +
                   counted(s.zone.count(), "settlement") + (s.zone.count() == 1 ? " is" : " are") +
                   " accepted by all of them. " +
                   holding_words(t.analysis, t.voice, t.brief.holding.front(), s.zone));
  if ((t.analysis.outlook(Concept::seq).resting & s.zone).empty())
    t.page.paragraph("None of them comes about by gains that nothing deters.");
  const StateSet& recommended = t.brief.way->target;
  t.page.paragraph(
      "Recommended" + std::string(t.brief.holding.front().holds.empty() ? "" : " among those that hold") +
      ", because whoever comes off worst, counted from the settlement it likes best, comes off better "
      "than in any other:");
  show_patterns(t.page, t.analysis, t.voice, recommended, {t.most(2), " (--long shows all)"});
  if (!t.analysis.model().stakes.empty())
    t.page.paragraph(sentence(capitalised(shared_holdings(t.analysis, t.voice, recommended))));
  tell_divisions(t);
}

}  // namespace

void tell_settlement(const Telling& t) {
  const Settlement& s = t.analysis.settlement();
  if (!t.analysis.model().agreement) return;
  if (!s.zone.empty()) return tell_zone(t);
  if (!s.agreement.empty()) return tell_gap(t);
  t.page.heading("No settlement is possible");
  t.page.paragraph("In no possible situation does what the case calls an agreement hold: " +
                   in_words(t.voice, t.analysis.model().agreement->when, t.analysis.model().agreement->text) +
                   ".");
}

}  // namespace entente
