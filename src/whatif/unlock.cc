// Unlocking: the smallest sets of changes after which a goal is met.
#include "whatif/unlock.h"

#include <algorithm>

namespace entente {
namespace {

using ChangeSet = std::vector<std::size_t>;

std::vector<ChangeSet> sets_of(const Variants& variants, const std::vector<std::size_t>& among,
                               std::size_t size) {
  std::vector<ChangeSet> all;
  for (std::size_t a = 0; a < among.size(); ++a) {
    if (size == 1) all.push_back({among[a]});
    for (std::size_t b = a + 1; b < among.size() && size == 2; ++b)
      if (variants.changes()[among[a]].assumption != variants.changes()[among[b]].assumption)
        all.push_back({among[a], among[b]});
  }
  return all;
}

enum class Found : char { untried, no, yes, no_case };

Found meets(const Variants& variants, const ChangeSet& set, const Goal& goal) {
  std::vector<Change> changes;
  for (const std::size_t k : set) changes.push_back(variants.changes()[k]);
  Found found = Found::no;
  const std::string fault = variants.visit(variants.premises_of(changes), [&](const Case& c) {
    if (goal(c)) found = Found::yes;
  });
  return fault.empty() ? found : Found::no_case;
}

}  // namespace

Unlocking unlock(const Variants& variants, const std::vector<std::size_t>& among, const Goal& goal,
                 std::size_t most, const Watch& watch) {
  Unlocking u{.asked = most};
  u.already = meets(variants, {}, goal) == Found::yes;
  for (std::size_t size = 1; size <= most && !u.already && u.sets.empty(); ++size) {
    const std::vector<ChangeSet> sets = sets_of(variants, among, size);
    std::vector<Found> found(sets.size(), Found::untried);
    const bool all = variants.for_each(sets.size(), watch,
                                       [&](std::size_t k) { found[k] = meets(variants, sets[k], goal); });
    for (std::size_t k = 0; k < sets.size(); ++k) {
      if (found[k] == Found::yes) u.sets.push_back(sets[k]);
      if (found[k] != Found::untried) ++u.tried;
      if (found[k] == Found::no_case) ++u.invalid;
    }
    if (!u.sets.empty()) u.size = size;
    if (!all) break;
    u.searched = size;
  }
  std::sort(u.sets.begin(), u.sets.end(),
            [&](const ChangeSet& a, const ChangeSet& b) { return weaker(variants, a, b); });
  return u;
}

}  // namespace entente
