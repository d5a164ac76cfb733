// Where movers are strongly stable, as diagrams. Ranks have one more digit here, 0 of each state, so that a
// rank lies between the best state that is strongly worse than another and the least that is not.
#include "view/diagrams/diagram_strength.h"

namespace entente {
namespace {

/// The ranks of all parties, each with one more digit.
std::vector<RankBits> longer_ranks(const Symbolic& engine) {
  std::vector<RankBits> all;
  for (const PartyId i : engine.encoding().model().party_ids()) {
    all.push_back(engine.rank(i));
    all.back().bits.push_back(engine.encoding().diagrams().none());
  }
  return all;
}

/// What states are worth where only strongly worse ones deter: above all that are not strongly better.
class StrongWorthInDiagrams {
 public:
  explicit StrongWorthInDiagrams(const Symbolic& engine) : engine_(engine) {
    const Encoding& encoding = engine.encoding();
    for (const PartyId i : encoding.model().party_ids()) {
      worth_.push_back(encoding.strong_ranks(i));
      worth_.back().bits.resize(engine.rank(i).bits.size(), encoding.diagrams().all());
    }
  }

  const RankBits& operator()(PartyId i) const { return worth_[index(i)]; }
  Diagram worth_more(const std::vector<PartyId>& parties, const Diagram& alike,
                     const Diagram& /*better*/) const {
    Diagram all = engine_.all();
    if (const std::optional<Word> one = engine_.first(alike))
      for (const PartyId i : parties) all &= less(engine_.rank_at(i, *one), worth_[index(i)]);
    return all;
  }

 private:
  const Symbolic& engine_;
  std::vector<RankBits> worth_;
};

/// An engine with such ranks, and what states are worth by them.
struct StrongEngine {
  explicit StrongEngine(const Symbolic& plain)
      : engine(plain.encoding(), longer_ranks(plain)), worth(engine) {}
  const Symbolic engine;
  const StrongWorthInDiagrams worth;
};

}  // namespace

StrongSeen strongly_stable(DiagramWork& work) {
  StrongSeen seen;
  const auto made = work.within(0.3, [&] { return std::make_shared<const StrongEngine>(work.engine()); });
  for (std::size_t k = 0; k < strong_concepts.size(); ++k) {
    std::optional<Diagram> all = work.engine().all();
    for (const MoverId i : work.model().mover_ids()) {
      const Concept c = strong_concepts.at(k);
      work.tell("the strong stability of " + work.model().name(i) + " under " + std::string(id(c)));
      std::optional<Diagram> one;
      if (made)
        one = work.within(0.3, [&] { return strongly_stable((*made)->engine, i, c, (*made)->worth); });
      if (all && one) *all &= *one;
      if (!one) all.reset();
      seen.at(k).stable.push_back(work.set(std::move(one)));
    }
    seen.at(k).equilibria = work.set(std::move(all));
  }
  return seen;
}

}  // namespace entente
