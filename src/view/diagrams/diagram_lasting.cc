// Which settlements of a case in diagrams last.
#include "view/diagrams/diagram_lasting.h"

#include <algorithm>
#include <bit>

#include "path/calendar.h"
#include "path/lasting.h"

namespace entente {
namespace {

constexpr std::size_t most_looked_at = 64;   // states that are looked at one by one
constexpr std::size_t most_at_once = 4'096;  // improvements at one of them

/// The improvements taken at a state, by number of changes, then by mover and state reached; nothing where
/// they are too many.
std::optional<std::vector<WordStep>> taken_at(const DiagramWork& work, const Ranked& by, Word state) {
  Heading heading(work, by, Concept::seq, work.state(state));
  std::vector<WordStep> all;
  for (const MoverId i : work.model().mover_ids()) {
    heading.follow(i);
    const Diagram to = by.moves.from(heading.taken(i), state);
    for (const Word word : first(work.diagrams(), to, most_at_once + 1)) all.push_back({i, state, word});
    if (all.size() > most_at_once || work.diagrams().spent()) return std::nullopt;
  }
  const auto changes = [&](const WordStep& m) {
    return std::popcount(changed_options(work.layout(), m.from, m.to));
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const WordStep& a, const WordStep& b) { return changes(a) < changes(b); });
  return all;
}

}  // namespace

Diagram lasting(const DiagramWork& work, const Ranked& by, Concept c, const Diagram& agreed,
                const Diagram& rests) {
  const auto movers = work.model().mover_ids();
  Heading heading(work, by, c, agreed - rests);
  for (const MoverId i : movers) heading.follow(i);
  Diagram lasts = agreed;
  for (Diagram lost = work.engine().all() - agreed; !lost.empty() && !work.diagrams().spent();) {
    Diagram leading;
    for (const MoverId i : movers) leading |= heading.taken(i).before(work.diagrams(), lost);
    lost = leading & lasts;
    lasts -= lost;
  }
  return lasts;
}

std::optional<std::vector<WordStep>> what_follows(const DiagramWork& work, const Ranked& by,
                                                  const Diagram& agreed, Word settlement) {
  const auto in = [&](Word word) { return contains(work.diagrams(), agreed, word); };
  return what_follows<WordStep>(
      in, settlement, [&](Word word) { return taken_at(work, by, word); }, most_looked_at);
}

}  // namespace entente
