// What deters improvements.
#include "view/deterring.h"

#include <algorithm>
#include <map>

namespace entente {
namespace {

constexpr std::size_t most_kept = std::size_t{1} << 26;  // ranks

/// Of a group at a state: what each state is worth to its last member once the others have answered, where
/// all members but the last like it better than the state (stability/concepts.h). That is the same for all
/// states that these like alike, and is kept.
class JointSanctions {
 public:
  JointSanctions(const FittingEngine& engine, const Model& model, const std::vector<Ranks>& ranks, Concept c)
      : engine_(engine), model_(model), ranks_(ranks), concept_(c) {}

  bool undeterred(MoverId group, StateId from, StateId to) {
    std::vector<PartyId> others = model_.members(group);
    const PartyId last = others.back();
    others.pop_back();
    std::vector<Rank> liking;
    for (const PartyId i : others) liking.push_back(ranks_[index(i)][from]);
    const Key key{group, liking};
    auto known = kept_.find(key);
    if (known == kept_.end()) {
      const Ranks& r = ranks_[index(last)];
      if ((kept_.size() + 1) * r.size() > most_kept) kept_.clear();
      known = kept_.emplace(key, found(group, last, better(others, liking))).first;
    }
    return known->second[to] > ranks_[index(last)][from];
  }

 private:
  using Key = std::pair<MoverId, std::vector<Rank>>;

  /// The states that some parties like better than so.
  StateSet better(const std::vector<PartyId>& parties, const std::vector<Rank>& liking) const {
    StateSet all(ranks_.front().size());
    for (StateId s = 0; s < ranks_.front().size(); ++s) {
      bool each = true;
      for (std::size_t k = 0; k < parties.size(); ++k)
        each = each && ranks_[index(parties[k])][s] > liking[k];
      if (each) all.insert(s);
    }
    return all;
  }

  Ranks found(MoverId group, PartyId last, const StateSet& better) const {
    return engine_.visit([&](const auto& engine) {
      return engine.packed(sanction(engine, group, last, engine.within(engine.rank(last), better), concept_));
    });
  }

  const FittingEngine& engine_;
  const Model& model_;
  const std::vector<Ranks>& ranks_;
  Concept concept_;
  std::map<Key, Ranks> kept_;
};

}  // namespace

Deterrents deterring(const FittingEngine& engine, const Model& model, const std::vector<Ranks>& ranks,
                     Concept c, std::vector<Ranks> sanctions) {
  const auto joint = std::make_shared<JointSanctions>(engine, model, ranks, c);
  return {std::move(sanctions),
          [joint](MoverId group, StateId from, StateId to) { return joint->undeterred(group, from, to); }};
}

Deterrents nothing_deters(const Model& model, const States& states) {
  return {std::vector<Ranks>(model.parties.size(), Ranks(states.size(), unbounded)),
          [](MoverId, StateId, StateId) { return true; }};
}

}  // namespace entente
