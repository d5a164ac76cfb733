// Patterns of a diagram: the shortest path of what is not covered yet is a cube of the most dashes in bits;
// it is widened value by value as long as it meets no feasible state outside the set, in two orders, and the
// one that covers more stays. (An irredundant sum of products of the whole set, by Minato and Morreale, knows
// bits instead of options, and cannot stop after the first hundred.)
#include "engine/symbolic/set_patterns.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace entente {
namespace {

using Literal = std::vector<bool>;  // the values that a pattern allows an option
using Cube = std::vector<Literal>;  // one an option

/// A word with the fewest bits that matter: those of `mask`.
struct Path {
  Word word = 0;
  Word mask = 0;
};

class ShortestPath {
 public:
  explicit ShortestPath(const Diagrams& diagrams) : diagrams_(diagrams) {}

  Path of(const Diagram& set) {
    Path path;
    for (int n = set.node(); n > 1;) {
      const Diagrams::Node at = Diagrams::node(n);
      const Word bit = Word{1} << diagrams_.order()[at.place];
      const bool high = length(at.high) < length(at.low);
      path.mask |= bit;
      path.word |= high ? bit : 0;
      n = high ? at.high : at.low;
    }
    return path;
  }

 private:
  static constexpr unsigned never = 1000;

  unsigned length(int n) {
    if (n < 2) return n == 1 ? 0 : never;
    const auto found = lengths_.find(n);
    if (found != lengths_.end()) return found->second;
    const Diagrams::Node at = Diagrams::node(n);
    const unsigned shortest = 1 + std::min(length(at.low), length(at.high));
    lengths_.emplace(n, shortest);
    return shortest;
  }

  const Diagrams& diagrams_;
  std::unordered_map<int, unsigned> lengths_;
};

class Cover {
 public:
  Cover(const Encoding& encoding, const Diagram& set)
      : encoding_(encoding), set_(set), off_(encoding.feasible() - set) {}

  /// A prime that covers some of what is left.
  Cube grown(const Diagram& left) const {
    const Cube seed = around(ShortestPath(encoding_.diagrams()).of(left));
    std::vector<std::size_t> order(seed.size());
    for (std::size_t o = 0; o < order.size(); ++o) order[o] = o;
    Cube forward = widened(seed, order);
    std::reverse(order.begin(), order.end());
    Cube backward = widened(seed, order);
    if (forward == backward) return forward;
    const auto worth = [&](const Cube& cube) { return count(encoding_.diagrams(), left & words(cube)); };
    return worth(backward) > worth(forward) ? backward : forward;
  }

  Diagram covered(const Cube& cube) const { return set_ & words(cube); }

  SetPattern told(const Cube& cube) const {
    SetPattern pattern{.values = {}, .free = {}, .covers = covered(cube), .count = 0};
    pattern.count = count(encoding_.diagrams(), pattern.covers);
    for (std::uint32_t o = 0; o < cube.size(); ++o) {
      pattern.free.push_back(std::find(cube[o].begin(), cube[o].end(), false) == cube[o].end());
      std::vector<Value>& values = pattern.values.emplace_back();
      for (Value v = 0; v < cube[o].size(); ++v)
        if (cube[o][v] && !(pattern.covers & encoding_.has(OptionId(o), v)).empty()) values.push_back(v);
    }
    return pattern;
  }

 private:
  Cube around(const Path& path) const {
    const Layout& layout = encoding_.layout();
    Cube cube;
    for (std::uint32_t o = 0; o < layout.options(); ++o) {
      Literal& literal = cube.emplace_back(encoding_.model().options[o].values.size(), false);
      const Word fixed = path.mask & layout.field(OptionId(o)).mask;
      for (Value v = 0; v < literal.size(); ++v)
        literal[v] = ((layout.with(0, OptionId(o), v) ^ path.word) & fixed) == 0;
    }
    return cube;
  }

  Diagram words(const OptionId option, const Literal& literal) const {
    if (std::find(literal.begin(), literal.end(), false) == literal.end()) return encoding_.diagrams().all();
    Diagram words;
    for (Value v = 0; v < literal.size(); ++v)
      if (literal[v]) words |= encoding_.has(option, v);
    return words;
  }

  Diagram words(const Cube& cube) const {
    Diagram all = encoding_.diagrams().all();
    for (std::uint32_t o = 0; o < cube.size(); ++o) all &= words(OptionId(o), cube[o]);
    return all;
  }

  /// Every value of an option that the others let in.
  Cube widened(Cube cube, const std::vector<std::size_t>& order) const {
    for (const std::size_t o : order) {
      const OptionId option{static_cast<std::uint32_t>(o)};
      const Literal before = std::exchange(cube[o], Literal(cube[o].size(), true));
      const Diagram barred = off_ & words(cube);
      for (Value v = 0; v < before.size() && !barred.empty(); ++v)
        cube[o][v] = before[v] || (barred & encoding_.has(option, v)).empty();
    }
    return cube;
  }

  const Encoding& encoding_;
  const Diagram& set_;
  Diagram off_;
};

/// Drops what the others cover, the last first.
std::vector<Cube> irredundant(const Cover& cover, const std::vector<Cube>& cubes) {
  std::vector<Diagram> before = {{}};  // before[k]: what the first k cover
  for (const Cube& cube : cubes) before.push_back(before.back() | cover.covered(cube));
  std::vector<Cube> kept;
  Diagram after;
  for (std::size_t k = cubes.size(); k-- > 0;) {
    const Diagram own = cover.covered(cubes[k]);
    if (((own - before[k]) - after).empty()) continue;
    after |= own;
    kept.push_back(cubes[k]);
  }
  return kept;
}

}  // namespace

SetPatterns set_patterns(const Encoding& encoding, const Diagram& set, std::size_t most) {
  const Cover cover(encoding, set);
  SetPatterns found{.patterns = {}, .left = set};
  std::vector<Cube> cubes;
  while (!found.left.empty() && cubes.size() < most && !encoding.diagrams().spent()) {
    cubes.push_back(cover.grown(found.left));
    found.left -= cover.covered(cubes.back());
  }
  for (const Cube& cube : irredundant(cover, cubes)) found.patterns.push_back(cover.told(cube));
  std::stable_sort(found.patterns.begin(), found.patterns.end(), [](auto& a, auto& b) {
    return a.count != b.count ? a.count > b.count : a.values < b.values;
  });
  return found;
}

}  // namespace entente
