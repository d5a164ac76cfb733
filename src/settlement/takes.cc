// What it takes for the consenting parties to accept an agreement state.
#include "settlement/takes.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "states/word.h"

namespace entente {
namespace {

constexpr std::size_t few_states = 4;  // compared one by one rather than ranked

/// Fills the takes of one party after another.
class Taking {
 public:
  Taking(const Model& model, const States& states, const std::vector<Ranks>& ranks, const StateSet& agreement)
      : model_(model),
        states_(states),
        ranks_(ranks),
        agreement_(agreement),
        takes_{agreement.list(), Marked<Waiver>(agreement.count()), {}} {}

  /// Marks the states by what the party must give way on; gives those in which that is nothing.
  StateSet take(PartyId party) {
    Lookout lookout(states_.stop());
    Marked<std::size_t> broken(takes_.states.size());
    StateSet accepted = agreement_;
    const std::vector<Preference>& preferences = model_[party].preferences;
    for (std::size_t n = 0; n < preferences.size(); ++n) {
      if (!preferences[n].demand || !preferences[n].in_force(model_.day())) continue;
      states_.stop().look();
      const StateSet breaking = agreement_ - where(model_.conditions, preferences[n].to_sign(), states_);
      if (breaking.empty()) continue;
      const auto breaks = [&](std::size_t k) { return lookout(), breaking.contains(takes_.states[k]); };
      broken.mark(n, breaks);
      takes_.waivers.mark({party, n}, breaks);
      accepted -= breaking;
    }
    const StateSet below = worse(party, broken);
    if (below.empty()) return accepted;
    takes_.waivers.mark({party, std::nullopt},
                        [&](std::size_t k) { return lookout(), below.contains(takes_.states[k]); });
    return accepted -= below;
  }

  Takes done(std::vector<StateSet> accepts) {
    takes_.accepts = std::move(accepts);
    return std::move(takes_);
  }

 private:
  /// The agreement states that are still worse than the status quo for the party where the demands that they
  /// break are left out of the comparison.
  StateSet worse(PartyId party, const Marked<std::size_t>& broken) const {
    StateSet below(states_.size());
    const Classes members = broken.partition().members();
    Lookout lookout(states_.stop(), 64);
    for (std::uint32_t c = 0; c < members.size(); ++c) {
      lookout();
      std::vector<StateId> alike;
      for (const std::uint32_t k : members[c]) alike.push_back(takes_.states[k]);
      for (const StateId s : broken.marks(c) == 0 ? worse_by(ranks_[index(party)], alike)
                                                  : worse_without(party, alike, broken[c]))
        below.insert(s);
    }
    return below;
  }

  std::vector<StateId> worse_by(const Ranks& rank, const std::vector<StateId>& alike) const {
    std::vector<StateId> below;
    const std::optional<StateId> now = states_.find(status_quo(model_, states_.layout()));
    assert(now);
    std::copy_if(alike.begin(), alike.end(), std::back_inserter(below),
                 [&](StateId s) { return rank[s] < rank[*now]; });
    return below;
  }

  /// The same where some statements are left out: ranks over no more states than are asked about.
  std::vector<StateId> worse_without(PartyId party, const std::vector<StateId>& alike,
                                     const std::vector<std::size_t>& left_out) const {
    const Word now = status_quo(model_, states_.layout());
    std::vector<StateId> below;
    if (alike.size() <= few_states) {
      std::copy_if(alike.begin(), alike.end(), std::back_inserter(below), [&](StateId s) {
        return compare(model_, party, states_.layout(), states_[s], now, model_.day(), left_out) < 0;
      });
      return below;
    }
    std::vector<Word> words = {now};
    for (const StateId s : alike) words.push_back(states_[s]);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const States few(states_.layout(), std::move(words));
    const Ranks rank = entente::ranks(model_, party, few, model_.day(), left_out);
    const Rank of_now = rank[*few.find(now)];
    std::copy_if(alike.begin(), alike.end(), std::back_inserter(below),
                 [&](StateId s) { return rank[*few.find(states_[s])] < of_now; });
    return below;
  }

  const Model& model_;
  const States& states_;
  const std::vector<Ranks>& ranks_;
  const StateSet& agreement_;
  Takes takes_;
};

}  // namespace

Takes takes(const Model& model, const States& states, const std::vector<Ranks>& ranks,
            const StateSet& agreement, const std::vector<PartyId>& consenting) {
  Taking taking(model, states, ranks, agreement);
  std::vector<StateSet> accepts(consenting.size());
  std::vector<std::size_t> in_file_order(consenting.size());
  for (std::size_t i = 0; i < consenting.size(); ++i) in_file_order[i] = i;
  std::sort(in_file_order.begin(), in_file_order.end(),
            [&](std::size_t a, std::size_t b) { return consenting[a] < consenting[b]; });
  for (const std::size_t i : in_file_order) accepts[i] = taking.take(consenting[i]);
  return taking.done(std::move(accepts));
}

Waivers takes(const Model& model, const Layout& layout, Word word) {
  std::vector<PartyId> in_file_order = model.consenting();
  std::sort(in_file_order.begin(), in_file_order.end());
  Waivers all;
  for (const PartyId i : in_file_order) {
    std::vector<std::size_t> broken;
    const std::vector<Preference>& preferences = model[i].preferences;
    for (std::size_t n = 0; n < preferences.size(); ++n)
      if (preferences[n].demand && preferences[n].in_force(model.day()) &&
          !holds(model.conditions, preferences[n].to_sign(), layout, word))
        broken.push_back(n);
    for (const std::size_t n : broken) all.push_back({i, n});
    if (compare(model, i, layout, word, status_quo(model, layout), model.day(), broken) < 0)
      all.push_back({i, std::nullopt});
  }
  return all;
}

}  // namespace entente
