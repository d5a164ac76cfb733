// The efficient agreement states: states that all rank alike are looked at once, and the best come first, so
// that each is held only against the efficient ones before it.
#include "settlement/efficient.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <utility>

#include "settlement/partition.h"

namespace entente {
namespace {

using Vector = std::vector<Rank>;  // a state's rank for each party

/// Vectors met in descending order; asks of each whether one before it is at least as good throughout. The
/// first rank needs no look: those before have no worse one.
class Frontier {
 public:
  explicit Frontier(std::size_t parties) : parties_(parties) {}

  /// Adds a vector unless it is dominated; all vectors are distinct and come in descending order.
  bool add(const Vector& vector) {
    if (parties_ <= 1) return std::exchange(empty_, false);
    if (parties_ <= 3) return climb(vector[1], parties_ == 3 ? vector[2] : 0);
    const auto dominates = [&](const Vector& other) {
      return std::equal(other.begin() + 1, other.end(), vector.begin() + 1, std::greater_equal<>());
    };
    const auto found = std::find_if(kept_.begin(), kept_.end(), dominates);
    const bool is_new = found == kept_.end();
    // What dominates one often dominates the next.
    if (!is_new) std::rotate(kept_.begin(), found, found + 1);
    if (is_new) kept_.push_back(vector);
    return is_new;
  }

 private:
  /// Two ranks are left: the maximal ones form a staircase, falling as it goes right.
  bool climb(Rank x, Rank y) {
    auto step = stairs_.lower_bound(x);
    if (step != stairs_.end() && step->second >= y) return false;
    if (step != stairs_.end() && step->first == x) step = stairs_.erase(step);
    while (step != stairs_.begin() && std::prev(step)->second <= y) step = stairs_.erase(std::prev(step));
    stairs_.emplace_hint(step, x, y);
    return true;
  }

  std::size_t parties_;
  bool empty_ = true;
  std::map<Rank, Rank> stairs_;
  std::vector<Vector> kept_;
};

}  // namespace

StateSet efficient(const StateSet& among, const std::vector<const Ranks*>& ranks, const Stop& stop) {
  const std::vector<StateId> states = among.list();
  Partition alike(states.size());
  Lookout lookout(stop);
  for (const Ranks* rank : ranks)
    alike.split([&](std::size_t k) {
      lookout();
      return (*rank)[states[k]];
    });
  const Classes members = alike.members();
  std::vector<std::pair<Vector, std::uint32_t>> classes;
  for (std::uint32_t c = 0; c < members.size(); ++c, lookout()) {
    Vector vector;
    for (const Ranks* rank : ranks) vector.push_back((*rank)[states[members[c].front()]]);
    classes.emplace_back(std::move(vector), c);
  }
  std::sort(classes.begin(), classes.end(), [&](const auto& a, const auto& b) {
    lookout();
    return a > b;
  });
  [[maybe_unused]] const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  assert(std::adjacent_find(classes.begin(), classes.end(), same) == classes.end());
  Lookout close(stop, 16);  // one state may be held against many
  Frontier frontier(ranks.size());
  StateSet efficient(among.universe());
  for (const auto& [vector, c] : classes) {
    close();
    if (frontier.add(vector))
      for (const std::uint32_t k : members[c]) efficient.insert(states[k]);
  }
  return efficient;
}

}  // namespace entente
