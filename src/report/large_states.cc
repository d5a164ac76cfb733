// The states of a large case for people: how many are stable under each concept, and which are chosen.
#include "report/answers.h"
#include "report/english.h"
#include "report/large_text.h"
#include "report/large_words.h"
#include "report/situation.h"

namespace entente {
namespace {

constexpr std::size_t shown_patterns = 8;

Table summary(const LargeAnalysis& analysis, const Voice& voice) {
  Table table{{{"concept"}}, {}};
  for (PartyId i : analysis.model().party_ids()) table.rows[0].push_back(voice.name(i));
  table.rows[0].emplace_back("stable for all");
  for (Concept c : concepts) {
    std::vector<std::string> row = {capitals(std::string(id(c)))};
    for (PartyId i : analysis.model().party_ids()) row.push_back(tally_words(analysis.stable(c, i)));
    row.push_back(tally_words(analysis.equilibria(c)));
    table.rows.push_back(row);
  }
  for (std::size_t k = 1; k < table.rows[0].size(); ++k) table.right.push_back(k);
  return table;
}

}  // namespace

std::string large_states_text(const LargeAnalysis& analysis, const LargeAnalysis::Selection& selection,
                              std::size_t most, const Face& face) {
  const Voice voice(analysis.model());
  Page page(face);
  page.paragraph(
      grouped_count(analysis.situations()) +
      " situations are possible, too many to list. In how many of them each party is stable, by five "
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
    page.paragraph("The first of them, by number:");
    for (const Word word : *first)
      page.item(grouped_count(analysis.number(word)) + ".", situation(voice, analysis.layout(), word));
  }
  return page.text() + undecided_words(analysis);
}

}  // namespace entente
