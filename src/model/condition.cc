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
  return seed;
}

}  // namespace

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
    if ((*this)[part].kind == Condition::Kind::choice) found.push_back((*this)[part].option);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace entente
