// The feasible states for people: how many are stable under each concept, and which.
#include <algorithm>

#include "brief/answers.h"
#include "brief/patterns_text.h"
#include "brief/states_report.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr std::uint64_t few = 64;  // rows that are listed one by one
Table summary(const Analysis& analysis, const Voice& voice) {
  Table table{{{"concept"}}, {}};
  for (PartyId i : analysis.model().party_ids()) table.rows[0].push_back(voice.name(i));
  table.rows[0].emplace_back("stable for all");
  table.rows[0].emplace_back("stable where");
  for (Concept c : concepts) {
    const ConceptVerdicts& v = analysis.verdicts(c);
    std::vector<std::string> row = {capitals(std::string(id(c)))};
    for (const StateSet& stable : v.stable) row.push_back(grouped(stable.count()));
    row.push_back(grouped(v.equilibria.count()));
    row.push_back(explained(c));
    table.rows.push_back(row);
  }
  for (std::size_t k = 1; k + 1 < table.rows[0].size(); ++k) table.right.push_back(k);
  return table;
}

/// A row a coalition, a column a concept; the last row is for all coalitions and single parties together.
Table coalition_summary(const Voice& voice, const CoalitionVerdicts& v) {
  Table table{{{"coalition"}}, {}};
  for (Concept c : concepts) {
    table.right.push_back(table.rows[0].size());
    table.rows[0].push_back(capitals(std::string(id(c))));
  }
  const auto add = [&](const std::string& name, const std::array<StateSet, concepts.size()>& stable) {
    std::vector<std::string>& row = table.rows.emplace_back(std::vector<std::string>{name});
    for (const StateSet& set : stable) row.push_back(grouped(set.count()));
  };
  for (std::size_t k = 0; k < v.coalitions.size(); ++k) add(voice.names(v.coalitions[k]), v.stable[k]);
  add("all of these, and each party alone", v.stable_for_all);
  return table;
}

std::string values_of(const Analysis& analysis, PartyId party, StateId s) {
  std::string cell;
  for (OptionId o : analysis.model()[party].options)
    cell += (cell.empty() ? "" : " ") + analysis.model()[o].values[analysis.states().value(s, o)];
  return cell.empty() ? "-" : cell;
}

std::string equilibrium_under(const Analysis& analysis, StateId s) {
  std::string cell;
  for (Concept c : concepts)
    if (analysis.verdicts(c).equilibria.contains(s))
      cell += (cell.empty() ? "" : " ") + capitals(std::string(id(c)));
  return cell.empty() ? "-" : cell;
}

Table one_by_one(const Analysis& analysis, const Voice& voice, const StateSet& rows) {
  const std::vector<PartyId> parties = analysis.model().party_ids();
  Table table{{{"state"}}, {0}};
  for (PartyId i : parties) table.rows[0].push_back(voice.name(i));
  for (PartyId i : parties) {
    table.right.push_back(table.rows[0].size());
    table.rows[0].push_back("rank: " + analysis.model()[i].id);
  }
  table.rows[0].emplace_back("stable for all under");
  rows.for_each([&](StateId s) {
    analysis.states().stop().look();
    std::vector<std::string> row = {grouped(number(s)) + (s == analysis.status_quo() ? "*" : "")};
    for (PartyId i : parties) row.push_back(values_of(analysis, i, s));
    for (PartyId i : parties)
      row.push_back(std::to_string(classes(analysis.ranks()[index(i)]) - analysis.ranks()[index(i)][s]));
    row.push_back(equilibrium_under(analysis, s));
    table.rows.push_back(row);
  });
  return table;
}

/// What stands in a party's column: its options, in order.
void tell_columns(Sheet& page, const Model& model, const Voice& voice) {
  for (const PartyId i : model.party_ids()) {
    std::vector<std::string> names;
    for (const OptionId o : model[i].options) names.push_back("\"" + plain(model[o].name) + "\"");
    page.paragraph("Under " + voice.name(i) + ": " + (names.empty() ? "no option" : listed(names)) +
                   "; its rank under \"rank: " + model[i].id + "\".");
  }
}

}  // namespace

std::string states_text(const Analysis& analysis, const StateSet& rows, const Face& face,
                        const CoalitionVerdicts* coalitions) {
  const Voice voice(analysis.model());
  Sheet page(face);
  const std::uint64_t all = analysis.states().size();
  page.paragraph(
      capitalised(counted(all, "situation")) + (all == 1 ? " is" : " are") +
      " possible. In how many of them each party is stable, by five concepts of what stable means:");
  page.gap();
  page.table(summary(analysis, voice), 0);
  page.gap();
  if (coalitions != nullptr && !coalitions->coalitions.empty()) {
    page.paragraph(
        "In how many of them each coalition is stable, by the same concepts, for what all its members would "
        "gain by:");
    page.gap();
    page.table(coalition_summary(voice, *coalitions), 0);
    page.gap();
  }
  const std::uint64_t n = rows.count();
  if (n < all)
    page.paragraph(capitalised(counted(n, "situation")) + (n == 1 ? " is" : " are") + " asked for.");
  if (n == 0) return page.text();
  if (n < all) show_patterns(page, analysis, voice, rows, {shown_patterns});
  page.gap();
  if (n > few) {
    page.paragraph(
        "Too many to list here: --csv and --json give each situation, --only and --where choose among them.");
  } else {
    tell_columns(page, analysis.model(), voice);
    page.gap();
    page.table(one_by_one(analysis, voice, rows), 0);
    page.paragraph("Rank 1 is what a party likes best; * marks the status quo.");
  }
  return page.text();
}

}  // namespace entente
