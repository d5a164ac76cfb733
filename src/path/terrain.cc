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
      joint_(ground),
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
  joint_.each_without_concession(s, [&](StateId t) { found_.push_back(t); });
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

MoverId Terrain::mover(StateId s, StateId t) const {
  const Word changed = states()[s] ^ states()[t];
  std::size_t mover = 0;
  while ((changed & ~states().layout().mask(MoverId(mover))) != 0) {
    ++mover;
    assert(mover < ground_.model.movers());
  }
  return MoverId(mover);
}

bool Terrain::allow(MoverId mover, StateId s, StateId t) const {
  if (ground_.model.is_group(mover)) return joint_.moves(mover).allow(s, t);
  return blocks(index(mover)).allow(blocks(index(mover)).start(states(), s), t, states()[t]);
}

StepKinds Terrain::kinds(StateId s, StateId t) {
  const MoverId mover = this->mover(s, t);
  if (ground_.model.is_group(mover)) return step_kinds(joint_.moves(mover), ground_.ranks, s, t);
  const auto reached = without_concession(s);
  if (std::find(reached.begin(), reached.end(), t) == reached.end()) return {{StepKind::concession}};
  const Ranks& ranks = ground_.ranks[index(mover)];
  return {{ranks[t] > ranks[s] ? StepKind::improvement : StepKind::neutral}};
}

}  // namespace entente
