// One party's blocks, and which changes it may make in them.
#include "path/blocks.h"

#include <algorithm>
#include <bit>
#include <cassert>

#include "states/mover_blocks.h"

namespace entente {

Blocks::Blocks(const Model& model, const States& states, PartyId party, const Ranks& ranks)
    : ranks_(&ranks), own_(states.layout().mask(party)), rule_at_(64, 0), listed_(model, states, party) {
  for (const OptionId option : model[party].options) restrict(model, states, option);
  group(states, party);
  // On a grid every part of a move counts, which of listed ones need not be a move.
  if (listed_.tables() == 0) grid_ = Grid(model, states, party, members_, begins_);
}

void Blocks::restrict(const Model& model, const States& states, OptionId id) {
  const Option& option = model[id];
  const Field& field = states.layout().field(id);
  assert(field.bits > 0);  // of one value there is no choice
  const Word high = Word{1} << (field.shift + field.bits - 1);
  high_ |= high;
  if (option.when) guards_.push_back({high, where(model.conditions, *option.when, states)});
  if (option.moves.kind == Moves::Kind::fixed) fixed_ |= high;
  if (option.moves.kind == Moves::Kind::fixed || option.moves.kind == Moves::Kind::free) return;
  ruled_ |= high;
  rule_at_[static_cast<std::size_t>(std::countr_zero(high))] = static_cast<std::uint8_t>(rules_.size());
  Rule& rule = rules_.emplace_back(Rule{field, option.moves, {}, GuardedChanges(model, states, id)});
  const std::size_t values = option.values.size();
  if (values > 64) return;
  rule.rows.assign(values, 0);
  for (Value from = 0; from < values; ++from)
    for (Value to = 0; to < values; ++to)
      if (from != to && option.moves.allow(from, to)) rule.rows[from] |= std::uint64_t{1} << to;
}

// Counted into their blocks, then each block is sorted.
void Blocks::group(const States& states, PartyId party) {
  const auto room = states.stop().claim(states.size() * (sizeof(Member) + 2 * sizeof(StateId)));
  MoverBlocks blocks(states, party);
  begins_.assign(std::size_t{blocks.count} + 1, 0);
  for (const std::uint32_t block : blocks.of) ++begins_[block + 1];
  for (std::size_t b = 1; b < begins_.size(); ++b) begins_[b] += begins_[b - 1];
  std::vector<std::uint32_t> next = begins_;
  members_.resize(states.size());
  Lookout lookout(states.stop());
  for (StateId s = 0; s < states.size(); ++s, lookout())
    members_[next[blocks.of[s]]++] = {states[s], s, rank(s)};
  for (std::size_t b = 0; b + 1 < begins_.size(); ++b)
    std::sort(members_.begin() + begins_[b], members_.begin() + begins_[b + 1],
              [&](const Member& x, const Member& y) {
                lookout();
                return x.rank != y.rank ? x.rank > y.rank : x.state < y.state;
              });
  block_of_ = std::move(blocks.of);
}

Word Blocks::frozen(StateId s) const {
  Word frozen = fixed_;
  for (const Guard& guard : guards_)
    if (!guard.open.contains(s)) frozen |= guard.option;
  return frozen;
}

bool Blocks::obeys(const Start& from, Word to, Word changes) const {
  for (; changes != 0; changes &= changes - 1) {
    const Rule& rule = rules_[rule_at_[static_cast<std::size_t>(std::countr_zero(changes))]];
    const auto now = static_cast<Value>((from.word & rule.field.mask) >> rule.field.shift);
    const auto then = static_cast<Value>((to & rule.field.mask) >> rule.field.shift);
    const bool may = rule.rows.empty() ? rule.moves.allow(now, then) : ((rule.rows[now] >> then) & 1) != 0;
    if (!may || !rule.changes.open(from.state, now, then)) return false;
  }
  return true;
}

}  // namespace entente
