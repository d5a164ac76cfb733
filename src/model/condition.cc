// The arena of conditions: equal conditions are found again by a hash of their parts.
#include "model/condition.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace entente {
namespace {

std::uint64_t mixed(std::uint64_t seed, std::uint64_t word) {
  seed ^= word + 0x9e3779b97f4a7c15U + (seed << 6) + (seed >> 2);
  return seed * 0xff51afd7ed558ccdU;
}

std::uint64_t hash(const Condition& condition) {
  std::uint64_t seed = static_cast<std::uint64_t>(condition.kind);
  seed = mixed(seed, condition.low);
  seed = mixed(seed, condition.high);
  seed = mixed(seed, index(condition.option));
  for (const Value value : condition.values) seed = mixed(seed, value);
  for (const ConditionId part : condition.of) seed = mixed(seed, index(part));
  seed = mixed(seed, static_cast<std::uint64_t>(condition.sign));
  for (const std::vector<Addend>* side : {&condition.left, &condition.right}) {
    seed = mixed(seed, side->size());
    for (const Addend& term : *side) {
      seed = mixed(seed, term.option ? index(*term.option) + std::uint64_t{1} : 0);
      seed = mixed(seed, static_cast<std::uint64_t>(term.times));
    }
  }
  return seed;
}

}  // namespace

bool stands(Condition::Sign sign, std::int64_t more) {
  switch (sign) {
    case Condition::Sign::equal: return more == 0;
    case Condition::Sign::unequal: return more != 0;
    case Condition::Sign::less: return more < 0;
    case Condition::Sign::greater: return more > 0;
    case Condition::Sign::at_most: return more <= 0;
    case Condition::Sign::at_least: return more >= 0;
  }
  return false;
}

void Conditions::set_numbers(OptionId option, std::vector<std::int64_t> numbers) {
  const auto [least, greatest] = std::minmax_element(numbers.begin(), numbers.end());
  Numbers of{.least = *least, .greatest = *greatest};
  of.of = std::move(numbers);
  numbers_.insert_or_assign(option, std::move(of));
}

Balance Conditions::balance(const Condition& sum) const {
  std::map<OptionId, std::int64_t> times;
  Balance found;
  const auto add = [&](const std::vector<Addend>& side, std::int64_t sign) {
    for (const Addend& term : side) (term.option ? times[*term.option] : found.fixed) += sign * term.times;
  };
  add(sum.left, 1);
  add(sum.right, -1);
  for (const auto& [option, often] : times)
    if (often != 0) found.terms.push_back({option, often});
  return found;
}

ConditionId Conditions::add(Condition condition) {
  assert(std::all_of(condition.of.begin(), condition.of.end(),
                     [&](ConditionId part) { return index(part) < size(); }));
  assert(std::is_sorted(condition.values.begin(), condition.values.end()));
  assert(condition.kind != Condition::Kind::negation || condition.of.size() == 1);
  const std::uint64_t key = hash(condition);
  const auto [begin, end] = ids_.equal_range(key);
  const auto known =
      std::find_if(begin, end, [&](const auto& entry) { return (*this)[entry.second] == condition; });
  if (known != end) return known->second;
  const auto id = static_cast<ConditionId>(all_.size());
  all_.push_back(std::move(condition));
  ids_.emplace(key, id);
  return id;
}

std::vector<ConditionId> Conditions::parts(const std::vector<ConditionId>& roots) const {
  std::size_t end = 0;
  for (const ConditionId root : roots) end = std::max(end, index(root) + 1);
  std::vector<bool> used(end, false);
  for (const ConditionId root : roots) used[index(root)] = true;
  std::vector<ConditionId> found;
  for (std::size_t i = end; i-- > 0;) {
    if (!used[i]) continue;
    found.push_back(static_cast<ConditionId>(i));
    for (const ConditionId part : all_[i].of) used[index(part)] = true;
  }
  std::reverse(found.begin(), found.end());
  return found;
}

std::vector<OptionId> Conditions::options(ConditionId root) const {
  std::vector<OptionId> found;
  for (const ConditionId part : parts({root}))
    if (const Condition& one = (*this)[part]; one.kind == Condition::Kind::choice)
      found.push_back(one.option);
    else if (one.kind == Condition::Kind::sum)
      for (const Addend& term : balance(one).terms) found.push_back(*term.option);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace entente
