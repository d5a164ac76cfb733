// What is said of a case that was looked at in part only, in words.
#include "brief/large_words.h"

#include <algorithm>

#include "brief/patterns_text.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {

std::string tally_words(const Tally& tally) {
  if (tally.decided()) return grouped_count(tally.least);
  return grouped_count(tally.least) + " to " + grouped_count(tally.most);
}

std::string undecided_words(const PartialAnalysis& analysis) {
  if (!analysis.ran_out()) return {};
  return analysis.cancelled() ? "Stopped as asked: what stands as a range was not decided.\n"
                              : "The budget was spent: what stands as a range was not decided (--budget).\n";
}

void show_patterns(Sheet& page, const Voice& voice, const std::optional<std::vector<PatternOfMany>>& patterns,
                   Count of) {
  if (!patterns) return page.paragraph("Their patterns could not be found within the budget.", 2);
  bool dashes = false;
  Count shown = 0;
  for (std::size_t k = 0; k < patterns->size(); ++k) {
    const PatternOfMany& p = (*patterns)[k];
    if (patterns->size() > 1)
      page.paragraph(std::to_string(k + 1) + ") " + grouped_count(p.states) +
                         (p.states == 1 ? " situation" : " situations"),
                     2);
    page.rows(pattern_table(voice, p.values), patterns->size() > 1 ? 5 : 2);
    dashes = dashes || has_dash(voice.model(), p.values);
    shown += p.states;
  }
  if (shown < of) page.paragraph("and more patterns.", 2);
  if (dashes) page.paragraph("(A dash: any of its courses.)", 2);
}

void tell_departed(Sheet& page, const PartialAnalysis& analysis, const Voice& voice, Concept c, PartyId i,
                   Word at) {
  const std::string name = capitalised(voice.name(i));
  const Verdict verdict = analysis.verdict(c, i, at);
  const std::optional<PartialAnalysis::Departed> d = analysis.departed(c, i, at);
  const std::string head = name + ": " +
                           (verdict == Verdict::stable     ? "stable"
                            : verdict == Verdict::unstable ? "not stable"
                                                           : "not decided") +
                           ". ";
  if (!d) return page.item("-", head + "Its improvements could not be looked at within the budget.");
  if (!d->improvement) return page.item("-", head + "It has nothing to gain by moving alone.");
  const Word to = d->undeterred.value_or(*d->improvement);
  const std::string wish =
      capitalised(voice.would(voice.changes(i, analysis.layout(), at, to), "would rather "));
  if (d->undeterred) return page.item("-", head + wish + "; nothing stops that.");
  std::vector<std::string> answer;
  for (const WordStep& step : d->answer)
    answer.push_back(
        voice.would(voice.changes(step.party, analysis.layout(), step.from, step.to), "would then "));
  page.item("-", head + wish + "; what stops it is " +
                     (answer.empty() ? "an answer of the others that was not looked up to the end"
                                     : "that " + listed(answer)) +
                     ". Every other improvement is answered, too.");
}

std::string step_words(const PartialAnalysis& analysis, const Voice& voice, const WordStep& step) {
  return voice.clause(voice.changes(step.party, analysis.layout(), step.from, step.to));
}

}  // namespace entente
