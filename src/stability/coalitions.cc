// Which states are stable for a coalition or a group, under each concept.
//
// All that a test at s asks of s is how the members like it. States that every member likes equally are
// tested together, and so are as many such groups as a Membership has sets.
#include "stability/coalitions.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "stability/closure.h"

namespace entente {
namespace {

/// How each member likes a state.
using Liking = std::vector<Rank>;

class Test {
 public:
  /// `worth`: of each member, what states are worth to it once the others have answered, where its rank of
  /// the state that was left is what that is compared with.
  Test(const Model& model, const MoveGraph& graph, const std::vector<Ranks>& ranks, const Actor& actor,
       MembersRanks worth)
      : stop_(graph.stop()),
        ranks_(ranks_of(actor.members, ranks)),
        worth_(std::move(worth)),
        states_(graph.states()),
        own_(graph, ranks, actor.movers, Steps::plain),
        plain_(graph, ranks, model.movers_without(actor.members), Steps::plain),
        improving_(graph, ranks, model.movers_without(actor.members), Steps::improving) {
    for (StateSet& set : stable_) set = StateSet(states_, true);
  }

  std::array<StateSet, concepts.size()> operator()() {
    std::map<Liking, std::vector<StateId>> alike;
    Lookout lookout(stop_);
    for (StateId s = 0; s < states_; ++s, lookout()) alike[liking(s)].push_back(s);
    for (auto it = alike.begin(); it != alike.end();) {
      likings_.clear();
      tested_.clear();
      for (; it != alike.end() && likings_.size() < Membership::sets; ++it) {
        likings_.push_back(it->first);
        tested_.push_back(std::move(it->second));
      }
      test();
    }
    return std::move(stable_);
  }

 private:
  Liking liking(StateId s) const {
    Liking all;
    for (const Ranks* r : ranks_) all.push_back((*r)[s]);
    return all;
  }

  /// For each state, which likings every member finds worse than what it is worth.
  std::vector<Membership> above(const MembersRanks& worth) const {
    std::vector<Membership> sets(states_, ~Membership());
    for (std::size_t k = 0; k < worth.size(); ++k) {
      const Ranks& r = *worth[k];
      std::vector<Membership> below(classes(*ranks_[k]) +
                                    std::size_t{1});  // by rank: the likings of a smaller one
      for (std::size_t v = 0; v < likings_.size(); ++v) below[likings_[v][k] + 1].insert(v);
      for (std::size_t rank = 1; rank < below.size(); ++rank) below[rank] |= below[rank - 1];
      for (std::size_t s = 0; s < states_; ++s) sets[s] &= below[r[s]];
    }
    return sets;
  }

  void test() {
    const std::vector<Membership> better = above(ranks_);
    std::vector<Membership> spoiling = worth_ == ranks_ ? better : above(worth_);
    std::vector<Membership> without_escape = own_.reached(spoiling);
    for (Membership& m : spoiling) m = ~m;
    for (Membership& m : without_escape) m = ~m;
    for (const Concept c : concepts)
      judge(c, better, deterred(c, row(c).symmetric ? without_escape : spoiling));
  }

  /// For each state, for which likings the others' answers to it can end in one of the ends.
  std::vector<Membership> deterred(Concept c, const std::vector<Membership>& ends) const {
    if (!has_answers(c)) return std::vector<Membership>(states_);
    return (answer_steps(c) == Steps::improving ? improving_ : plain_).reached(ends);
  }

  /// `deterred`: for each state, for which likings the others can spoil it. A joint improvement does not
  /// spoil itself, so it may count among what the others reach from it.
  void judge(Concept c, std::vector<Membership> better, const std::vector<Membership>& deterred) {
    stop_.look();
    for (std::size_t s = 0; s < states_; ++s) better[s] &= ~deterred[s];
    const std::vector<Membership> undeterred = own_.reached(better);
    for (std::size_t v = 0; v < tested_.size(); ++v)
      for (StateId s : tested_[v])
        if (undeterred[s].contains(v)) stable_[slot(c)].erase(s);
  }

  const Stop& stop_;
  MembersRanks ranks_, worth_;
  std::size_t states_;
  Closure own_;
  Replying plain_;
  Replying improving_;
  std::vector<Liking> likings_;               // that are tested together
  std::vector<std::vector<StateId>> tested_;  // the states with each of them
  std::array<StateSet, concepts.size()> stable_;
};

}  // namespace

std::vector<Coalition> coalitions(std::size_t parties, std::size_t most) {
  std::vector<Coalition> all;
  for (std::size_t size = 2; size <= std::min(parties, most); ++size) {
    std::vector<bool> in(parties);
    std::fill_n(in.begin(), size, true);
    do {
      Coalition& c = all.emplace_back();
      for (std::size_t i = 0; i < parties; ++i)
        if (in[i]) c.push_back(static_cast<PartyId>(i));
    } while (std::prev_permutation(in.begin(), in.end()));
  }
  return all;
}

std::uint64_t count_coalitions(std::size_t parties, std::size_t most, std::uint64_t limit) {
  std::uint64_t all = 0;
  std::uint64_t of_size = parties;
  for (std::size_t size = 2; size <= std::min(parties, most); ++size) {
    of_size = of_size * (parties - size + 1) / size;
    all += of_size;
    if (all >= limit) return limit;
  }
  return all;
}

std::array<StateSet, concepts.size()> actor_stable(const Model& model, const MoveGraph& graph,
                                                   const std::vector<Ranks>& ranks, const Actor& actor) {
  return Test(model, graph, ranks, actor, ranks_of(actor.members, ranks))();
}

std::array<StateSet, concepts.size()> actor_strongly_stable(const Model& model, const MoveGraph& graph,
                                                            const std::vector<Ranks>& ranks,
                                                            const std::vector<Strength>& of,
                                                            const Actor& actor) {
  MembersRanks worth;
  for (const PartyId i : actor.members) worth.push_back(&of[index(i)].worth);
  return Test(model, graph, ranks, actor, std::move(worth))();
}

}  // namespace entente
