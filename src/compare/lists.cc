// A longest run of elements that stand in the same order in two lists.
#include "compare/lists.h"

#include <algorithm>
#include <cstdint>

namespace entente {
namespace {

using Texts = std::vector<std::string>;

bool has(const Texts& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// Those of `some` that are among `others` too, in the order of `some`.
Texts common(const Texts& some, const Texts& others) {
  Texts all;
  std::copy_if(some.begin(), some.end(), std::back_inserter(all),
               [&](const std::string& one) { return has(others, one); });
  return all;
}

/// Whether each of `now` is in a longest run of those that stand in the same order in `then`, which has the
/// same ones.
std::vector<bool> longest_run(const Texts& then, const Texts& now) {
  std::vector<std::ptrdiff_t> old_place;
  for (const std::string& one : now)
    old_place.push_back(std::find(then.begin(), then.end(), one) - then.begin());
  std::vector<std::size_t> length(now.size(), 1);
  std::vector<std::size_t> before(now.size(), SIZE_MAX);
  for (std::size_t k = 0; k < now.size(); ++k)
    for (std::size_t j = 0; j < k; ++j)
      if (old_place[j] < old_place[k] && length[j] + 1 > length[k]) length[k] = length[j] + 1, before[k] = j;
  std::vector<bool> run(now.size(), false);
  if (now.empty()) return run;
  const auto end = std::max_element(length.begin(), length.end()) - length.begin();
  for (auto k = static_cast<std::size_t>(end); k != SIZE_MAX; k = before[k]) run[k] = true;
  return run;
}

}  // namespace

std::size_t place_in_order(const Texts& all, const std::string& id, const Order& order) {
  std::size_t at = 0;
  Texts moved_here;
  for (const std::string& before : order.ids) {
    if (before == id) break;
    const auto it = std::find(all.begin(), all.end(), before);
    if (has(order.moving, before))
      moved_here.push_back(before);
    else if (it != all.end())
      at = static_cast<std::size_t>(it - all.begin()) + 1;
  }
  while (at < all.size() && has(moved_here, all[at])) ++at;
  return at;
}

std::vector<std::string> out_of_order(const Texts& then, const Texts& now) {
  const Texts left = common(now, then);
  const std::vector<bool> kept = longest_run(common(then, now), left);
  Texts moved;
  for (std::size_t k = 0; k < left.size(); ++k)
    if (!kept[k]) moved.push_back(left[k]);
  return moved;
}

}  // namespace entente
