// The classes of a rank, found by splitting the states bit by bit of the rank.
#include "engine/symbolic/rank_classes.h"

#include <algorithm>
#include <functional>

namespace entente {
namespace {

class Splitting {
 public:
  Splitting(const RankBits& rank, std::size_t most) : rank_(rank), most_(most) {}

  /// Whether there were few enough.
  bool split(const Diagram& states) {
    if (states.empty()) return true;
    if (value_.size() == rank_.bits.size()) {
      found_.push_back(value_);
      return found_.size() <= most_;
    }
    const Diagram& bit = rank_.bits[value_.size()];
    for (const bool better : {true, false}) {
      value_.push_back(better);
      const bool few = split(better ? states & bit : states - bit);
      value_.pop_back();
      if (!few) return false;
    }
    return true;
  }

  std::vector<std::vector<bool>> found() && { return std::move(found_); }

 private:
  const RankBits& rank_;
  std::size_t most_;
  std::vector<bool> value_;
  std::vector<std::vector<bool>> found_;
};

}  // namespace

std::optional<std::vector<std::vector<bool>>> rank_classes(const RankBits& rank, const Diagram& states,
                                                           std::size_t most) {
  Splitting splitting(rank, most);
  if (!splitting.split(states)) return std::nullopt;
  return std::move(splitting).found();
}

std::size_t better_classes(const Diagrams& diagrams, const std::vector<std::vector<bool>>& classes,
                           const RankBits& rank, Word word) {
  std::vector<bool> value;
  for (const Diagram& bit : rank.bits) value.push_back(contains(diagrams, bit, word));
  const auto at = std::lower_bound(classes.begin(), classes.end(), value, std::greater<>());
  return static_cast<std::size_t>(at - classes.begin());
}

}  // namespace entente
