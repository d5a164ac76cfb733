// Whether settlements hold once made, in words.
#include "words/holding_words.h"

#include <algorithm>

#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr std::size_t most_compared = 1 << 20;

std::size_t distance(const View& view, const Voice& voice, Word a, Word b) {
  std::size_t n = 0;
  for (const PartyId i : view.model().party_ids()) n += voice.changes(i, view.layout(), a, b).size();
  return n;
}

/// The settlement that does not hold and differs least from one that does.
std::optional<Word> nearest_failing(const View& view, const Voice& voice, const Set& failing, Word held) {
  if (!failing || failing->empty()) return std::nullopt;
  const std::vector<Word> all = failing->first(most_compared);
  return *std::min_element(all.begin(), all.end(), [&](Word a, Word b) {
    return distance(view, voice, held, a) < distance(view, voice, held, b);
  });
}

/// "A guarantee would make it hold: that Japan signs for good."; empty where none would.
std::string guarantee_words(const View& view, const Voice& voice, const HoldingSeen& holding,
                            Word settlement) {
  const auto found = view.guarantees(holding, settlement);
  if (!found) return {};
  std::vector<std::string> all;
  for (const Guarantee& g : *found) {
    const Course course{g.option, view.layout().value(settlement, g.option)};
    all.push_back("that " + voice.clause({course}) +
                  (g.moves == Moves::Kind::fixed ? " for good" : " with no way back"));
  }
  return all.empty() ? std::string{} : "A guarantee would make it hold: " + listed(all, "or") + ".";
}

std::string some_hold(const View& view, const Voice& voice, const HoldingSeen& holding,
                      const Set& settlements) {
  const Count n = holding.holds->count();
  const Count all = settlements->count();
  const std::string head =
      capitalised(in_words(n)) + " of the " + in_words(all) + (n == 1 ? " holds" : " hold") + " once made.";
  if (!holding.recommended || holding.recommended->empty()) return head;
  const Word held = holding.recommended->first(1).front();
  const auto failing = nearest_failing(view, voice, view.without(settlements, holding.holds), held);
  const std::string leaving = failing ? leaving_words(view, voice, holding, *failing) : "";
  const std::string others = all - n == 1 ? " The other does not" : " The others do not";
  if (leaving.empty()) return head + others + ".";
  return head + others + (all - n == 1 ? ": where " : "; for instance, where ") +
         listed(changes_words(voice, view.layout(), held, *failing)) + ", " + leaving +
         ", and nothing would stop that.";
}

std::string none_holds(const View& view, const Voice& voice, const HoldingSeen& holding, Count n,
                       const Set& best) {
  const std::string head = std::string(n == 1   ? "It does not hold"
                                       : n == 2 ? "Neither holds"
                                                : "None of them holds") +
                           " once made";
  const std::string leaving =
      best && !best->empty() ? leaving_words(view, voice, holding, best->first(1).front()) : "";
  if (leaving.empty()) return head + ".";
  const std::string keep = guarantee_words(view, voice, holding, best->first(1).front());
  return head + (n == 1 ? ": " : "; of the recommended one, ") + leaving + ", and nothing would stop that." +
         (keep.empty() ? "" : " " + keep);
}

}  // namespace

std::string holding_words(const View& view, const Voice& voice, const std::optional<HoldingSeen>& holding,
                          const Set& settlements, const Set& best) {
  const Count n = settlements->count();
  if (n == 0 || !holding || !holding->holds) return {};
  if (holding->holds->count() == n)
    return n == 1 ? "It holds once made." : n == 2 ? "Both hold once made." : "All of them hold once made.";
  return holding->holds->empty() ? none_holds(view, voice, *holding, n, best)
                                 : some_hold(view, voice, *holding, settlements);
}

std::string leaving_words(const View& view, const Voice& voice, const HoldingSeen& holding, Word settlement) {
  const auto found = view.leavers(holding, settlement);
  if (!found) return {};
  std::vector<std::string> all;
  for (const DepartureSeen& d : *found)
    all.push_back(voice.would(voice.changes(d.move.party, view.layout(), d.move.from, d.move.to)));
  return listed(all);
}

}  // namespace entente
