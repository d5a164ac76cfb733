// The certificate: which verdicts it has, and which concepts one proof serves.
#include "proof/proof.h"

#include <algorithm>

#include "proof/witness.h"

namespace entente {
namespace {

/// A proof of the first concept is one of the others too.
using Implied = std::vector<Concept>;

/// Each concept with those whose verdict follows from its own, first the one from which most follow.
template <class Follows>
std::vector<Implied> implied(const Follows& follows) {
  std::vector<Implied> all;
  for (const Concept c : concepts) {
    Implied& one = all.emplace_back(Implied{c});
    for (const Concept other : concepts)
      if (other != c && follows(c, other)) one.push_back(other);
  }
  std::stable_sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.size() > b.size(); });
  return all;
}

class Prover {
 public:
  Prover(const Analysis& analysis, std::uint64_t budget)
      : analysis_(analysis), witnesses_(analysis, proof_, budget) {}

  std::optional<Proof> prove() {
    StateSet named = places();
    named.for_each([&](StateId s) {
      for (MoverId i : analysis_.model().mover_ids())
        if (!witnesses_.spent()) {
          analysis_.states().stop().look();
          prove(s, i);
        }
    });
    if (witnesses_.spent()) return std::nullopt;
    return std::move(proof_);
  }

 private:
  StateSet places() {
    const StateSet& zone = analysis_.settlement().zone;
    const StateSet& resting = analysis_.outlook(Concept::seq).resting;
    StateSet named = zone | resting;
    named.insert(analysis_.status_quo());
    proof_.places.push_back({analysis_.status_quo(), Role::status_quo});
    zone.for_each([&](StateId s) { proof_.places.push_back({s, Role::settlement}); });
    resting.for_each([&](StateId s) { proof_.places.push_back({s, Role::equilibrium}); });
    return named;
  }

  void prove(StateId s, MoverId i) {
    const auto stable = [&](Concept c) { return analysis_.verdicts(c).stable[index(i)].contains(s); };
    std::vector<Concept> open(concepts.begin(), concepts.end());
    for (const Implied& too : stable_too_)
      if (stable(too.front())) prove_stable(taken(s, i, open, too, stable));
    const auto unstable = [&](Concept c) { return !stable(c); };
    for (const Implied& too : unstable_too_)
      if (unstable(too.front())) prove_unstable(taken(s, i, open, too, unstable));
  }

  /// Takes out of the open concepts those that one proof serves; the first is the one to prove.
  template <class Verdict>
  static ProvenVerdict taken(StateId s, MoverId i, std::vector<Concept>& open, const Implied& too,
                             Verdict verdict) {
    ProvenVerdict v{.state = s, .mover = i};
    for (Concept c : too)
      if (verdict(c) && std::erase(open, c) > 0) v.concepts.push_back(c);
    return v;
  }

  void prove_stable(ProvenVerdict v) {
    if (v.concepts.empty()) return;
    v.stable = true;
    if (has_answers(v.concepts.front()))
      for (StateId s1 : witnesses_.improvements(v.mover, v.state))
        if (const auto a = witnesses_.answer(v.mover, v.state, s1, v.concepts.front()))
          v.answers.push_back(*a);
    add(std::move(v));
  }

  void prove_unstable(ProvenVerdict v) {
    if (v.concepts.empty()) return;
    if (!has_answers(v.concepts.front())) {
      const std::vector<StateId> all = witnesses_.improvements(v.mover, v.state);
      if (!all.empty()) v.move = all.front();
    } else if (const auto found = witnesses_.undeterred(v.mover, v.state, v.concepts.front())) {
      v.move = found->first;
      v.set = found->second;
    }
    add(std::move(v));
  }

  void add(ProvenVerdict v) {
    witnesses_.spend(1 + v.answers.size());
    std::sort(v.concepts.begin(), v.concepts.end());
    proof_.verdicts.push_back(std::move(v));
  }

  const Analysis& analysis_;
  std::vector<Implied> stable_too_ = implied(implies);
  std::vector<Implied> unstable_too_ = implied([](Concept a, Concept b) { return implies(b, a); });
  Proof proof_;
  Witnesses witnesses_;
};

}  // namespace

std::optional<Proof> proof(const Analysis& analysis, std::uint64_t budget) {
  return Prover(analysis, budget).prove();
}

}  // namespace entente
