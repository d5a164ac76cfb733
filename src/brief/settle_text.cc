// The settlements for people.
#include "brief/answers.h"
#include "brief/patterns_text.h"
#include "words/citation.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/holding_words.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

Table accepted(const Analysis& analysis, const Voice& voice) {
  const Settlement& s = analysis.settlement();
  Table table{{{"party", "accepts", "conditions"}}, {1}};
  for (std::size_t k = 0; k < s.consenting.size(); ++k) {
    std::string conditions;
    for (std::size_t d : demands_in_force(analysis.model(), s.consenting[k])) {
      const Preference& p = analysis.model()[s.consenting[k]].preferences[d];
      conditions +=
          (conditions.empty() ? "" : "; ") + demanded(voice, p) + " " + cited(analysis.model(), p.grounds);
    }
    table.rows.push_back({capitalised(voice.name(s.consenting[k])), grouped(s.accepts[k].count()),
                          conditions.empty() ? "to be no worse off than today"
                                             : conditions + "; and to be no worse off than today"});
  }
  return table;
}

void tell_recommended(Sheet& page, const Analysis& analysis, const Voice& voice) {
  const Settlement& s = analysis.settlement();
  page.heading("Recommended");
  const Holding held = holding(analysis, s.zone, {});
  page.paragraph(holding_words(analysis, voice, held, s.zone));
  page.paragraph(
      "Among those that all accept" + std::string(held.holds.empty() ? "" : " and that hold") +
      ", here whoever comes off worst, counted from the settlement it likes best, comes off better than in "
      "any other:");
  const StateSet& best = held.holds.empty() ? s.recommended : held.recommended;
  show_patterns(page, analysis, voice, best, {shown_patterns});
  if (!analysis.model().stakes.empty())
    page.paragraph(sentence(capitalised(shared_holdings(analysis, voice, best))));
}

void tell_gap(Sheet& page, const Analysis& analysis, const Voice& voice) {
  page.heading("The gap: the least that would have to give way");
  const std::vector<Opening>& gap = analysis.settlement().gap;
  for (std::size_t k = 0; k < gap.size(); ++k) {
    const Holding held = holding(analysis, gap[k].opens, gap[k].waive);
    page.item(std::to_string(k + 1) + ".", opening_words(analysis, voice, gap[k], held) + " " +
                                               holding_words(analysis, voice, held, gap[k].opens));
    show_patterns(page, analysis, voice, held.recommended.empty() ? gap[k].recommended : held.recommended,
                  {.most = 2, .indent = 5});
  }
}

void tell_divisions(Sheet& page, const Analysis& analysis, const Voice& voice) {
  page.heading(analysis.model().stakes.empty() ? "What each kind of settlement takes"
                                               : "What each division takes");
  for (const Division& d : analysis.settlement().divisions) {
    std::vector<std::string> ways;
    for (const Opening& o : d.openings) ways.push_back(waivers_words(analysis, voice, o.waive));
    page.item("-", sentence(capitalised(division_words(analysis, voice, d)) + ": " + listed(ways, "or")));
  }
}

}  // namespace

std::string settle_text(const Analysis& analysis, const Face& face) {
  const Voice voice(analysis.model());
  const Settlement& s = analysis.settlement();
  Sheet page(face);
  const std::uint64_t n = s.agreement.count();
  if (!analysis.model().agreement)
    page.paragraph("The case names no agreement, so no situation counts as a settlement.");
  if (analysis.model().agreement)
    page.paragraph(capitalised(counted(n, "situation")) + (n == 1 ? " is a settlement" : " are settlements") +
                   "; " + none_or(s.zone.count()) + (s.zone.count() <= 1 ? " is" : " are") +
                   " accepted by all, and " + none_or(s.efficient.count()) +
                   (s.efficient.count() == 1 ? " is" : " are") +
                   " such that no other is better for one and worse for none.");
  if (n == 0) return page.text();
  page.gap();
  page.table(accepted(analysis, voice), 0);
  if (s.zone.empty())
    tell_gap(page, analysis, voice);
  else
    tell_recommended(page, analysis, voice);
  tell_divisions(page, analysis, voice);
  return page.text();
}

}  // namespace entente
