// A listed case whose analysis was ended before it was done: what was found out by then.
#include "view/ended.h"

#include <algorithm>
#include <bit>
#include <map>

namespace entente {
namespace {

using Sets = std::vector<const StateSet*>;

/// Of some sets, one at least: what all of them have, or what any has.
StateSet intersection(const Sets& sets) {
  StateSet all = *sets.front();
  for (std::size_t k = 1; k < sets.size(); ++k) all &= *sets[k];
  return all;
}
StateSet united(const Sets& sets) {
  StateSet any = *sets.front();
  for (std::size_t k = 1; k < sets.size(); ++k) any |= *sets[k];
  return any;
}

}  // namespace

EndedAnalysis::EndedAnalysis(const Analysis& analysis)
    : analysis_(analysis), known_(analysis.findings()), classes_(analysis.model().parties.size()) {}

const StateSet* EndedAnalysis::known(Concept c, PartyId i) const {
  return known_.stable.at(slot(c))[index(i)];
}

/// The known sets of the concepts from which `leads` goes to this one, of those the nearest alone.
template <class Leads>
Sets EndedAnalysis::nearest(Concept c, PartyId i, Leads leads) const {
  Sets sets;
  for (const Concept a : concepts) {
    const bool beyond_another = std::any_of(concepts.begin(), concepts.end(), [&](Concept b) {
      return a != b && known(b, i) != nullptr && leads(a, b) && leads(b, c);
    });
    if (known(a, i) != nullptr && leads(a, c) && !beyond_another) sets.push_back(known(a, i));
  }
  return sets;
}

/// What is stable under a concept that implies this one is stable.
Sets EndedAnalysis::surely(Concept c, PartyId i) const {
  return nearest(c, i, [](Concept from, Concept to) { return implies(from, to); });
}

/// What is not stable under a concept that this one implies is not.
Sets EndedAnalysis::possibly(Concept c, PartyId i) const {
  return nearest(c, i, [](Concept from, Concept to) { return implies(to, from); });
}

Tally EndedAnalysis::stable(Concept c, PartyId i) const {
  const auto count = [](const Sets& sets, auto joined, Count otherwise) {
    return sets.empty() ? otherwise : Count{sets.size() == 1 ? sets[0]->count() : joined(sets).count()};
  };
  return {count(surely(c, i), united, 0), count(possibly(c, i), intersection, situations())};
}

Tally EndedAnalysis::equilibria(Concept c) const {
  std::vector<StateSet> sure;
  Sets all_sure;
  Sets possible;
  for (const PartyId i : model().party_ids()) {
    const Sets below = surely(c, i);
    const Sets above = possibly(c, i);
    possible.insert(possible.end(), above.begin(), above.end());
    if (below.size() == 1) all_sure.push_back(below[0]);
    if (below.size() > 1) sure.push_back(united(below));
  }
  for (const StateSet& set : sure) all_sure.push_back(&set);
  const bool some = all_sure.size() == model().parties.size();
  return {some ? Count{intersection(all_sure).count()} : 0,
          possible.empty() ? situations() : Count{intersection(possible).count()}};
}

Verdict EndedAnalysis::verdict(Concept c, PartyId i, Word at) const {
  const std::optional<StateId> s = analysis_.states().find(at);
  if (!s) return Verdict::undecided;
  const auto contains = [&](const StateSet* set) { return set->contains(*s); };
  const Sets sure = surely(c, i);
  const Sets possible = possibly(c, i);
  if (std::any_of(sure.begin(), sure.end(), contains)) return Verdict::stable;
  if (!std::all_of(possible.begin(), possible.end(), contains)) return Verdict::unstable;
  return Verdict::undecided;
}

/// Looking a condition up would take time.
std::optional<StateSet> EndedAnalysis::chosen(const Selection& selection) const {
  if (selection.where) return std::nullopt;
  if (!selection.only) return StateSet(analysis_.states().size(), true);
  if (!equilibria(*selection.only).decided()) return std::nullopt;
  Sets possible;
  for (const PartyId i : model().party_ids()) {
    const Sets above = possibly(*selection.only, i);
    possible.insert(possible.end(), above.begin(), above.end());
  }
  return possible.empty() ? StateSet(analysis_.states().size(), true) : intersection(possible);
}

std::optional<Count> EndedAnalysis::count(const Selection& selection) const {
  const std::optional<StateSet> set = chosen(selection);
  return set ? std::optional<Count>(set->count()) : std::nullopt;
}

std::optional<std::vector<Word>> EndedAnalysis::first(const Selection& selection, std::size_t most) const {
  const std::optional<StateSet> set = chosen(selection);
  return set ? std::optional(words(*set, most)) : std::nullopt;
}

std::vector<Word> EndedAnalysis::words(const StateSet& set, std::size_t most) const {
  std::vector<Word> all;
  for (std::size_t w = 0; w < set.blocks().size(); ++w)
    for (std::uint64_t rest = set.blocks()[w]; rest != 0; rest &= rest - 1) {
      if (all.size() >= most) return all;
      all.push_back(
          analysis_
              .states()[static_cast<StateId>(w * 64 + static_cast<std::size_t>(std::countr_zero(rest)))]);
    }
  return all;
}

SetFacts EndedAnalysis::facts(const StateSet& set, const Shown& shown) const {
  const Count count = set.count();
  return {count, words(set, count <= shown.whole ? shown.whole : shown.few), std::nullopt};
}

Count EndedAnalysis::number(Word word) const {
  return Count{analysis_.states().find(word).value_or(0)} + 1;
}

std::optional<Word> EndedAnalysis::numbered(Count number) const {
  if (number == 0 || number > situations()) return std::nullopt;
  return analysis_.states()[static_cast<StateId>(number - 1)];
}

std::optional<std::size_t> EndedAnalysis::place(PartyId i, Word word) const {
  const std::optional<StateId> s = analysis_.states().find(word);
  if (known_.ranks == nullptr || !s) return std::nullopt;
  const Ranks& ranks = (*known_.ranks)[index(i)];
  if (!classes_[index(i)]) classes_[index(i)] = classes(ranks);
  return *classes_[index(i)] - ranks[*s];
}

std::optional<LargeSettlement> EndedAnalysis::settlement(const Shown& shown) const {
  if (known_.settlement == nullptr) return std::nullopt;
  const Settlement& found = *known_.settlement;
  LargeSettlement s;
  s.agreement = found.agreement.count();
  s.consenting = found.consenting;
  for (const StateSet& accepts : found.accepts) s.accepts.push_back(accepts.count());
  s.zone = facts(found.zone, shown);
  if (!found.zone.empty()) s.recommended = facts(found.recommended, shown);
  for (const Opening& opening : found.gap)
    s.gap.push_back({opening.waive, opening.opens.count(), facts(opening.recommended, shown)});
  s.gap_cut = found.gap_cut;
  return s;
}

void EndedAnalysis::look_further(LargeSettlement& settlement, const Shown& shown) const {
  if (known_.settlement == nullptr) return;
  settlement.efficient = facts(known_.settlement->efficient, shown);
  for (const Concept c : concepts)
    if (const std::optional<StateSet> equilibria = chosen({c, {}}))
      settlement.holds.at(slot(c)) = facts(known_.settlement->zone & *equilibria, shown);
}

std::vector<Reached> EndedAnalysis::order(const Outlook& outlook, const Shown& shown) const {
  std::map<std::uint32_t, StateSet> by_concessions;
  for (const auto& [state, concessions] : outlook.equilibria)
    by_concessions.try_emplace(concessions, analysis_.states().size()).first->second.insert(state);
  std::vector<Reached> all;
  for (const auto& [concessions, states] : by_concessions) all.push_back({concessions, facts(states, shown)});
  return all;
}

LargeOutlook EndedAnalysis::outlook(Concept c, const Shown& shown) const {
  LargeOutlook told;
  const Outlook* found = known_.outlooks.at(slot(c));
  if (found == nullptr) {
    told.heading = {1, {status_quo()}, std::nullopt};
    return told;
  }
  told.heading = facts(found->heading, shown);
  told.heading_decided = told.order_decided = true;
  told.resting = facts(found->resting, shown);
  told.order = order(*found, shown);
  told.unreachable = found->unreachable;
  return told;
}

}  // namespace entente
