// Which changes of an option's value its party can make.
#include "model/allowed_changes.h"

#include <algorithm>
#include <cassert>

namespace entente {

bool Moves::allow(Value from, Value to) const {
  assert(kind == Kind::pairs || pairs.empty());
  switch (kind) {
    case Kind::free: return from != to;
    case Kind::forward: return from < to;
    case Kind::backward: return from > to;
    case Kind::fixed: return false;
    case Kind::pairs: return std::binary_search(pairs.begin(), pairs.end(), std::pair(from, to));
  }
  return false;
}

const GuardedChange* Moves::guard(Value from, Value to) const {
  const auto it = std::lower_bound(guarded.begin(), guarded.end(), std::pair(from, to),
                                   [](const GuardedChange& one, const std::pair<Value, Value>& change) {
                                     return std::pair(one.from, one.to) < change;
                                   });
  return it != guarded.end() && it->from == from && it->to == to ? &*it : nullptr;
}

bool Moves::transitive() const {
  if (!guarded.empty()) return false;
  const auto starts_at = [](Value value) { return std::pair(value, Value{0}); };
  return std::all_of(pairs.begin(), pairs.end(), [&](const auto& first) {
    const auto begin = std::lower_bound(pairs.begin(), pairs.end(), starts_at(first.second));
    const auto end = std::lower_bound(begin, pairs.end(), starts_at(first.second + 1));
    return std::all_of(begin, end, [&](const auto& next) {
      return next.second == first.first || allow(first.first, next.second);
    });
  });
}

}  // namespace entente
