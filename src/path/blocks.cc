// One party's blocks, and which changes it may make in them.
#include "path/blocks.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace entente {

Blocks::Blocks(const Model& model, const States& states, PartyId party, const Ranks& ranks)
    : ranks_(&ranks), own_(states.layout().mask(party)), rule_at_(64, 0) {
  for (const OptionId option : model[party].options) restrict(model, states, option);
  group(states);
  grid_ = Grid(model, states.layout(), party, members_, begins_);
}

void Blocks::restrict(const Model& model, const States& states, OptionId id) {
  const Option& option = model[id];
  const Field& field = states.layout().field(id);
  const Word high = Word{1} << (field.shift + field.bits - 1);
  high_ |= high;
  if (option.when) guards_.push_back({high, where(model.conditions, *option.when, states)});
  if (option.moves.kind == Moves::Kind::fixed) fixed_ |= high;
  if (option.moves.kind == Moves::Kind::fixed || option.moves.kind == Moves::Kind::free) return;
  ruled_ |= high;
  rule_at_[static_cast<std::size_t>(std::countr_zero(high))] = static_cast<std::uint8_t>(rules_.size());
  Rule& rule = rules_.emplace_back(Rule{field, &option.moves, {}});
  const std::size_t values = option.values.size();
  if (values > 64) return;
  rule.rows.assign(values, 0);
  for (Value from = 0; from < values; ++from)
    for (Value to = 0; to < values; ++to)
      if (from != to && option.moves.allow(from, to)) rule.rows[from] |= std::uint64_t{1} << to;
}

void Blocks::group(const States& states) {
  const std::size_t size = states.size();
  std::vector<Member> sorted(size);
  for (StateId s = 0; s < size; ++s) sorted[s] = {states[s], s, rank(s)};
  std::sort(sorted.begin(), sorted.end(), [&](const Member& a, const Member& b) {
    const Word left = a.word & ~own_;
    const Word right = b.word & ~own_;
    if (left != right) return left < right;
    return a.rank != b.rank ? a.rank > b.rank : a.state < b.state;
  });
  block_of_.resize(size);
  for (std::size_t k = 0; k < size; ++k) {
    if (k == 0 || ((sorted[k].word ^ sorted[k - 1].word) & ~own_) != 0)
      begins_.push_back(static_cast<std::uint32_t>(k));
    block_of_[sorted[k].state] = static_cast<std::uint32_t>(begins_.size() - 1);
  }
  begins_.push_back(static_cast<std::uint32_t>(size));
  members_ = std::move(sorted);
}

Word Blocks::frozen(StateId s) const {
  Word frozen = fixed_;
  for (const Guard& guard : guards_)
    if (!guard.open.contains(s)) frozen |= guard.option;
  return frozen;
}

bool Blocks::obeys(Word from, Word to, Word changes) const {
  for (; changes != 0; changes &= changes - 1) {
    const Rule& rule = rules_[rule_at_[static_cast<std::size_t>(std::countr_zero(changes))]];
    const auto now = static_cast<Value>((from & rule.field.mask) >> rule.field.shift);
    const auto then = static_cast<Value>((to & rule.field.mask) >> rule.field.shift);
    const bool may = rule.rows.empty() ? rule.moves->allow(now, then) : ((rule.rows[now] >> then) & 1) != 0;
    if (!may) return false;
  }
  return true;
}

}  // namespace entente
