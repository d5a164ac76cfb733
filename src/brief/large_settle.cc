// The settlements of a large case for people: who accepts how many, and the least that would have to give
// way.
#include <algorithm>

#include "brief/large_text.h"
#include "brief/large_words.h"
#include "brief/patterns_text.h"
#include "words/english.h"
#include "words/settle_words.h"

namespace entente {
namespace {

constexpr std::size_t most_openings = 8;

/// What is recommended of some settlements, as a pattern or two.
void tell_recommended(Sheet& page, const Voice& voice, const SetFacts& best) {
  show_patterns(page, voice, best.patterns, best.count);
}

void tell_gap(Sheet& page, const Voice& voice, const LargeSettlement& s, std::size_t most) {
  page.paragraph("None is accepted by all of them. The least that would have to give way" +
                 std::string(s.gap.size() > 1 ? ", one of these:" : ":"));
  for (std::size_t k = 0; k < std::min(most, s.gap.size()); ++k) {
    const LargeOpening& o = s.gap[k];
    page.item(std::to_string(k + 1) + ".",
              capitalised(waivers_words(voice, o.waive)) + ". That opens " + grouped_count(o.opens) +
                  (o.opens == 1 ? " settlement." : " settlements, of which these are recommended:"));
    tell_recommended(page, voice, o.recommended);
  }
  if (s.gap.size() > most || s.gap_cut)
    page.paragraph("and " + (s.gap_cut ? std::string("more") : in_words(s.gap.size() - most) + " more") +
                   ".");
}

}  // namespace

void tell_large_settlement(Sheet& page, const Voice& voice, const std::optional<LargeSettlement>& found,
                           bool in_full) {
  if (!voice.model().agreement) return;
  page.heading("Which settlements there are");
  if (!found) return page.paragraph("Not decided within the budget.");
  const LargeSettlement& s = *found;
  page.paragraph(meaning_of_settlement(voice));
  if (s.agreement == 0) return page.paragraph("In no possible situation does that hold.");
  std::string text = "Of " + grouped_count(s.agreement) + " possible settlements ";
  std::vector<std::string> all;
  for (std::size_t k = 0; k < s.consenting.size(); ++k)
    all.push_back(voice.name(s.consenting[k]) + " would accept " +
                  (s.accepts[k] == 0 ? "none" : grouped_count(s.accepts[k])));
  page.paragraph(text + listed(all) + ".");
  if (s.zone.count == 0) return tell_gap(page, voice, s, in_full ? SIZE_MAX : most_openings / 2);
  page.paragraph(
      grouped_count(s.zone.count) + (s.zone.count == 1 ? " is" : " are") +
      " accepted by all of them. Recommended, because whoever comes off worst, counted from the settlement "
      "it likes best, comes off better than in any other:");
  tell_recommended(page, voice, *s.recommended);
}

std::string large_settle_text(const PartialAnalysis& analysis, const Face& face) {
  const Voice voice(analysis.model());
  Sheet page(face);
  if (!analysis.model().agreement)
    page.paragraph("The case names no agreement, so no situation counts as a settlement.");
  tell_large_settlement(page, voice, analysis.settlement({}), true);
  return page.text() + undecided_words(analysis);
}

}  // namespace entente
