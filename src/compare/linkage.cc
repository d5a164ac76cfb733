// Each dispute alone, the whole without its links and without each of them; then what is traded.
#include "compare/linkage.h"

#include <algorithm>
#include <map>

#include "engine/parallel.h"
#include "links/joined.h"
#include "links/whole_parties.h"
#include "settlement/takes.h"
#include "states/rank.h"

namespace entente {

Word PartAlone::word(const Layout& whole, Word at) const {
  const Layout& own = alone->of.states.layout();
  Word made = 0;
  for (std::size_t o = 0; o < options.size(); ++o)
    made |= Word{whole.value(at, options[o])} << own.field(static_cast<OptionId>(o)).shift;
  return made;
}

StateId PartAlone::state(const Layout& whole, Word at) const {
  return *alone->of.states.find(word(whole, at));
}

namespace {

std::unique_ptr<const CaseAlone> looked_at(const casefile::Case& written, const Budget& budget) {
  std::optional<Case> read = case_of(written, budget);
  return read ? std::make_unique<const CaseAlone>(std::move(*read)) : nullptr;
}

/// The whole with only those links that are left.
std::unique_ptr<const CaseAlone> with_links(const Linked& linked, std::vector<casefile::Link> links,
                                            const Budget& budget) {
  Linked left = linked;
  left.linking.links = std::move(links);
  Diagnostics unheard;
  const std::optional<casefile::Case> whole = joined(left, unheard);
  return whole ? looked_at(*whole, budget) : nullptr;
}

/// Where the options and parties of a dispute are in the whole.
void place(PartAlone& part, std::size_t dispute, const Linked& linked, const Model& whole) {
  const Model& own = part.alone->model();
  for (std::size_t o = 0; o < own.options.size(); ++o) {
    const std::string reference = part.as + "." + own.reference(static_cast<OptionId>(o));
    for (std::size_t w = 0; w < whole.options.size(); ++w)
      if (whole.reference(static_cast<OptionId>(w)) == reference)
        part.options.push_back(static_cast<OptionId>(w));
  }
  for (const Party& party : own.parties)
    for (const PartyId i : whole.party_ids())
      if (whole[i].id == whole_party(linked, dispute, party.id)) part.parties.push_back(i);
}

class Trading {
 public:
  explicit Trading(const Linkage& linkage) : l_(linkage), whole_(linkage.whole->analysis()) {}

  std::vector<Trade> all() {
    if (!whole_.model().agreement) return {};
    whole_.zone().for_each([&](StateId s) { look_at(s); });
    std::vector<Trade> trades;
    for (auto& [what, among] : found_) trades.push_back(trade(what.first, what.second, std::move(among)));
    std::stable_sort(trades.begin(), trades.end(), [&](const Trade& a, const Trade& b) {
      return std::pair(!minimal(a), a.gives.size()) < std::pair(!minimal(b), b.gives.size());
    });
    return trades;
  }

 private:
  using What = std::pair<std::size_t, Waivers>;

  const Layout& layout() const { return whole_.states().layout(); }

  void look_at(StateId s) {
    whole_.states().stop().look();
    for (std::size_t d = 0; d < l_.parts.size(); ++d) {
      const CaseAlone& own = *l_.parts[d].alone;
      if (!own.model().agreement) continue;
      const StateId p = l_.parts[d].state(layout(), whole_.states()[s]);
      if (!own.analysis().settlement().agreement.contains(p) || own.analysis().zone().contains(p)) continue;
      const auto [gives, fresh] = taken_.try_emplace({d, p});
      if (fresh) gives->second = takes(own.model(), own.of.states.layout(), own.of.states[p]);
      found_.try_emplace({d, gives->second}, whole_.states().size()).first->second.insert(s);
    }
  }

  Trade trade(std::size_t dispute, const Waivers& gives, StateSet among) const {
    const StateSet best = fallback(whole_.settlement(), whole_.ranks(), among, whole_.states().stop());
    Trade made{dispute, gives, std::move(among), best.list().front()};
    std::vector<PartyId> givers;
    for (const Waiver& waiver : gives)
      if (givers.empty() || givers.back() != waiver.party) givers.push_back(waiver.party);
    for (const PartyId giver : givers) add_gains(l_.parts[dispute].parties[index(giver)], dispute, made);
    return made;
  }

  /// The other disputes that are better for a party than today, by its wishes in each alone.
  void add_gains(PartyId giver, std::size_t dispute, Trade& trade) const {
    for (std::size_t d = 0; d < l_.parts.size(); ++d) {
      const std::vector<PartyId>& parties = l_.parts[d].parties;
      const auto own = std::find(parties.begin(), parties.end(), giver);
      if (d == dispute || own == parties.end()) continue;
      const CaseAlone& other = *l_.parts[d].alone;
      const Ranks& ranks = other.analysis().ranks()[static_cast<std::size_t>(own - parties.begin())];
      if (ranks[l_.parts[d].state(layout(), whole_.states()[trade.best])] > ranks[other.of.status_quo])
        trade.gains.emplace_back(giver, d);
    }
  }

  /// Whether no other trade in the dispute takes less.
  bool minimal(const Trade& trade) const {
    return std::none_of(found_.begin(), found_.end(), [&](const auto& other) {
      const auto& [dispute, gives] = other.first;
      return dispute == trade.dispute && gives.size() < trade.gives.size() &&
             std::includes(trade.gives.begin(), trade.gives.end(), gives.begin(), gives.end());
    });
  }

  const Linkage& l_;
  const Analysis& whole_;
  std::map<std::pair<std::size_t, StateId>, Waivers> taken_;  // of each dispute's own states
  std::map<What, StateSet> found_;
};

std::vector<casefile::Link> all_but(std::vector<casefile::Link> links, std::size_t one) {
  links.erase(links.begin() + static_cast<std::ptrdiff_t>(one));
  return links;
}

using Looked = std::vector<std::unique_ptr<const CaseAlone>>;

/// Each dispute alone, then the whole without its links, and, of several, without each of them. One that has
/// too many situations is null.
Looked look_at_all(const Linked& linked, const Budget& budget) {
  const std::size_t disputes = linked.disputes.size();
  const std::vector<casefile::Link>& links = linked.linking.links;
  Looked looked(disputes + (links.empty() ? 0 : 1) + (links.size() > 1 ? links.size() : 0));
  in_parallel(looked.size(), [&](std::size_t k) {
    looked[k] = k < disputes    ? looked_at(linked.disputes[k].written, budget)
                : k == disputes ? with_links(linked, {}, budget)
                                : with_links(linked, all_but(links, k - disputes - 1), budget);
  });
  return looked;
}

/// Puts what was looked at where it belongs.
void put(Looked looked, Linkage& made) {
  auto next = looked.begin();
  for (std::size_t d = 0; d < made.linked->disputes.size(); ++d) {
    PartAlone& part = made.parts.emplace_back();
    part.as = made.linked->disputes[d].as;
    part.alone = std::move(*next++);
    place(part, d, *made.linked, made.whole->model());
  }
  if (next != looked.end()) made.unlinked = std::move(*next++);
  for (std::size_t k = 0; k < made.linked->linking.links.size(); ++k) {
    LinkEffect& effect = made.effects.emplace_back();
    effect.link = k;
    if (next != looked.end()) effect.without = std::move(*next++);
    const CaseAlone& without = made.without(effect);
    effect.difference.changed = changed_conclusions(without.analysed.found, made.whole->analysed.found);
    effect.difference.numbers = changed_numbers(without.counted, made.whole->counted);
  }
}

}  // namespace

std::optional<Linkage> linkage(const Linked& linked, Case whole, const Budget& budget, const Stages& stages) {
  Linkage made;
  made.linked = &linked;
  if (stages) stages("looking at the whole");
  made.whole = std::make_unique<const CaseAlone>(std::move(whole));
  if (stages) stages("looking at each dispute alone, and at the whole without its links");
  Looked looked = look_at_all(linked, budget);
  if (std::find(looked.begin(), looked.end(), nullptr) != looked.end()) return std::nullopt;
  put(std::move(looked), made);
  made.trades = Trading(made).all();
  if (made.trades.size() > most_trades) {
    made.trades_left_out = made.trades.size() - most_trades;
    made.trades.resize(most_trades);
  }
  return made;
}

}  // namespace entente
