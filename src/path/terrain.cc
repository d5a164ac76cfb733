// The ground made ready for many questions.
#include "path/terrain.h"

#include <algorithm>
#include <cassert>

namespace entente {

namespace {

constexpr std::size_t most_kept = std::size_t{1} << 24;

}  // namespace

Terrain::Terrain(const Ground& ground, SharedBlocks shared, std::size_t most_looked_up)
    : ground_(ground),
      most_looked_up_(most_looked_up),
      blocks_(std::move(shared)),
      kept_(ground.states.size()) {
  assert(ground.ranks.size() == ground.model.parties.size());
  if (!blocks_.empty()) return;
  for (const PartyId party : ground.model.party_ids())
    blocks_.push_back(
        std::make_shared<const Blocks>(ground.model, ground.states, party, ground.ranks[index(party)]));
}

void Terrain::find(StateId s) {
  found_.clear();
  for (std::size_t i = 0; i < blocks_.size(); ++i)
    whole_.each(
        blocks(i), states(), s, Floor::as_good, [](StateId) { return true; },
        [&](StateId t) { found_.push_back(t); });
}

std::span<const StateId> Terrain::without_concession(StateId s) {
  Kept& kept = kept_[s];
  if (kept.size != Kept::unknown) return {reached_.data() + kept.begin, kept.size};
  find(s);
  if (reached_.size() + found_.size() > most_kept) return found_;
  kept = {static_cast<std::uint32_t>(reached_.size()), static_cast<std::uint32_t>(found_.size())};
  reached_.insert(reached_.end(), found_.begin(), found_.end());
  return found_;
}

PartyId Terrain::mover(StateId s, StateId t) const {
  std::size_t party = 0;
  while (blocks(party).block_of(s) != blocks(party).block_of(t)) {
    ++party;
    assert(party < blocks_.size());
  }
  return static_cast<PartyId>(party);
}

StepKind Terrain::kind(StateId s, StateId t) {
  const auto reached = without_concession(s);
  if (std::find(reached.begin(), reached.end(), t) == reached.end()) return StepKind::concession;
  const Ranks& ranks = ground_.ranks[index(mover(s, t))];
  return ranks[t] > ranks[s] ? StepKind::improvement : StepKind::neutral;
}

}  // namespace entente
