// The outlook for people: where the dispute is heading, where it rests, and the order of the equilibria.
#include <map>

#include "brief/answers.h"
#include "brief/patterns_text.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr std::size_t most_moves = 12;

void tell_moves(Sheet& page, const Analysis& analysis, const Voice& voice, const Outlook& outlook) {
  for (std::size_t k = 0; k < std::min(outlook.moves.size(), most_moves); ++k) {
    const Improvement& m = outlook.moves[k];
    page.item("-", "from " + grouped(number(m.from)) + " to " + grouped(number(m.to)) + ": " +
                       sentence(move_words(analysis, voice, m.party, m.from, m.to)));
  }
  if (outlook.moves.size() > most_moves)
    page.item("-", "and " + counted(outlook.moves.size() - most_moves, "other step") +
                       " (--json has the situations).");
}

void tell_order(Sheet& page, const Analysis& analysis, const Voice& voice, const Outlook& outlook) {
  std::map<std::uint32_t, StateSet> order;
  for (const auto& [state, concessions] : outlook.equilibria)
    order.try_emplace(concessions, analysis.states().size()).first->second.insert(state);
  for (const auto& [concessions, set] : order) {
    page.gap();
    page.paragraph("With " + counted(concessions, "concession") + ": " + counted(set.count(), "situation") +
                   ".");
    show_patterns(page, analysis, voice, set, {shown_patterns});
  }
  if (outlook.unreachable > 0)
    page.paragraph("No path leads to " + counted(outlook.unreachable, "other stable situation") + ".");
}

}  // namespace

std::string outlook_text(const Analysis& analysis, const Face& face, Concept concept_asked) {
  const Voice voice(analysis.model());
  const Outlook& outlook = analysis.outlook(concept_asked);
  Sheet page(face);
  page.paragraph("Under " + full_name(concept_asked) + " (a situation is stable where " +
                 explained(concept_asked) + "):");
  page.heading("Heading");
  const std::uint64_t n = outlook.heading.count();
  page.paragraph(n == 1 ? "The present, situation " + grouped(number(analysis.status_quo())) + ", lasts."
                        : "From the present, situation " + grouped(number(analysis.status_quo())) +
                              ", improvements that nothing deters lead to " +
                              counted(n - 1, "other situation") + ":");
  tell_moves(page, analysis, voice, outlook);
  page.heading("Resting");
  if (outlook.resting.empty()) page.paragraph("It comes to rest nowhere on this way.");
  show_patterns(page, analysis, voice, outlook.resting, {shown_patterns});
  page.heading("All situations that are stable for every party, by the fewest concessions of a path there");
  tell_order(page, analysis, voice, outlook);
  return page.text();
}

}  // namespace entente
