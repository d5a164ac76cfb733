// Whether settlements hold once made, in words.
#include "words/holding_words.h"

#include <algorithm>

#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

/// The changes of every party that lead from one state to another, a clause a party.
std::vector<std::string> differences(const Analysis& analysis, const Voice& voice, StateId from, StateId to) {
  std::vector<std::string> all;
  for (PartyId i : analysis.model().party_ids())
    if (const std::string words = move_words(analysis, voice, i, from, to); words != nothing_changes)
      all.push_back(words);
  return all;
}

std::size_t distance(const Analysis& analysis, StateId a, StateId b) {
  std::size_t n = 0;
  for (const PartyMoves& moves : analysis.moves()) n += moves.changes(a, b).size();
  return n;
}

/// The settlement that does not hold and differs least from one that does.
StateId nearest_failing(const Analysis& analysis, const Holding& holding, const StateSet& settlements,
                        StateId held) {
  const std::vector<StateId> failing = (settlements - holding.holds).list();
  return *std::min_element(failing.begin(), failing.end(), [&](StateId a, StateId b) {
    return distance(analysis, held, a) < distance(analysis, held, b);
  });
}

std::string some_hold(const Analysis& analysis, const Voice& voice, const Holding& holding,
                      const StateSet& settlements) {
  const std::uint64_t n = holding.holds.count();
  const std::uint64_t all = settlements.count();
  const StateId held = *holding.recommended.first();
  const StateId failing = nearest_failing(analysis, holding, settlements, held);
  const std::string others =
      all - n == 1 ? "The other does not: where " : "The others do not; for instance, where ";
  return capitalised(in_words(n)) + " of the " + in_words(all) + (n == 1 ? " holds" : " hold") +
         " once made. " + others + listed(differences(analysis, voice, held, failing)) + ", " +
         leaving_words(analysis, voice, holding, failing) + ", and nothing would stop that.";
}

}  // namespace

std::string holding_words(const Analysis& analysis, const Voice& voice, const Holding& holding,
                          const StateSet& settlements) {
  const std::uint64_t n = settlements.count();
  if (n == 0) return {};
  if (holding.holds.count() == n)
    return n == 1 ? "It holds once made." : n == 2 ? "Both hold once made." : "All of them hold once made.";
  if (!holding.holds.empty()) return some_hold(analysis, voice, holding, settlements);
  const StateId first = *fallback(analysis.settlement(), analysis.ranks(), settlements).first();
  const std::string keep = guarantee_words(analysis, voice, holding, first);
  return std::string(n == 1   ? "It does not hold"
                     : n == 2 ? "Neither holds"
                              : "None of them holds") +
         " once made" + (n == 1 ? ": " : "; of the recommended one, ") +
         leaving_words(analysis, voice, holding, first) + ", and nothing would stop that." +
         (keep.empty() ? "" : " " + keep);
}

std::string leaving_words(const Analysis& analysis, const Voice& voice, const Holding& holding,
                          StateId settlement) {
  std::vector<std::string> all;
  const States& states = analysis.states();
  for (const Departure& d : leavers(analysis, holding, settlement))
    all.push_back(voice.would(voice.changes(d.party, states.layout(), states[d.from], states[d.to])));
  return listed(all);
}

std::string guarantee_words(const Analysis& analysis, const Voice& voice, const Holding& holding,
                            StateId settlement) {
  std::vector<std::string> all;
  for (const Guarantee& g : guarantees(analysis, holding, settlement)) {
    const Course course{g.option, analysis.states().value(settlement, g.option)};
    all.push_back("that " + voice.clause({course}) +
                  (g.moves == Moves::Kind::fixed ? " for good" : " with no way back"));
  }
  return all.empty() ? std::string{} : "A guarantee would make it hold: " + listed(all, "or") + ".";
}

}  // namespace entente
