// The states of a case that was looked at in part only, for people: how many are stable under each concept,
// and which are chosen.
#include "brief/answers.h"
#include "brief/large_text.h"
#include "brief/large_words.h"
#include "brief/patterns_text.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

/// A row a concept and party, since the numbers may be long.
Table summary(const PartialAnalysis& analysis, const Voice& voice) {
  Table table{{{"concept", "stable for", "situations"}}, {2}};
  for (Concept c : concepts) {
    const std::string name = capitals(std::string(id(c)));
    for (PartyId i : analysis.model().party_ids())
      table.rows.push_back({name, voice.name(i), tally_words(analysis.stable(c, i))});
    table.rows.push_back({name, "all of them", tally_words(analysis.equilibria(c))});
  }
  return table;
}

/// What differs from the status quo, a clause a party.
std::string otherwise(const PartialAnalysis& analysis, const Voice& voice, Word word) {
  std::vector<std::string> all;
  for (const PartyId i : analysis.model().party_ids())
    if (const std::string words = step_words(analysis, voice, {i, analysis.status_quo(), word});
        words != nothing_changes)
      all.push_back(words);
  return all.empty() ? "The status quo itself." : sentence(capitalised(listed(all)));
}

}  // namespace

std::string large_states_text(const PartialAnalysis& analysis, const PartialAnalysis::Selection& selection,
                              std::size_t most, const Face& face) {
  const Voice voice(analysis.model());
  Sheet page(face);
  page.paragraph(grouped_count(analysis.situations()) +
                 (analysis.situations() == 1 ? " situation is" : " situations are") +
                 (analysis.listed() ? " possible." : " possible, too many to list.") +
                 " In how many of them each party is stable, by five "
                 "concepts of what stable means:");
  page.gap();
  page.table(summary(analysis, voice), 0);
  page.gap();
  for (Concept c : concepts) page.item("-", capitals(std::string(id(c))) + ": " + explained(c) + ".");
  if (!selection.only && !selection.where) return page.text() + undecided_words(analysis);
  page.gap();
  const std::optional<Count> chosen = analysis.count(selection);
  if (!chosen)
    return page.text() + "Which situations are asked for could not be decided within the budget.\n";
  page.paragraph(grouped_count(*chosen) + (*chosen == 1 ? " situation is" : " situations are") +
                 " asked for.");
  show_patterns(page, voice, analysis.patterns(selection, shown_patterns), *chosen);
  if (const auto first = analysis.first(selection, most); first && !first->empty()) {
    page.gap();
    page.paragraph("The first of them, by number, with what is otherwise than at the status quo:");
    for (const Word word : *first)
      page.item(grouped_count(analysis.number(word)) + ".", otherwise(analysis, voice, word));
  }
  return page.text() + undecided_words(analysis);
}

}  // namespace entente
