// How few: patterns of small sets against the fewest that there can be, found by trying every cube.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <set>

#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "states/patterns.h"

namespace entente {
namespace {

using Bits = std::vector<std::uint64_t>;

// What every product of non-empty sets of values covers, where that lies in the set; the widest ones only.
std::vector<StateSet> widest(const Model& model, const States& states, const StateSet& set) {
  std::vector<StateSet> cubes = {StateSet(states.size(), true)};
  for (std::size_t o = 0; o < model.options.size(); ++o) {
    std::set<Bits> narrower;
    for (const StateSet& cube : cubes)
      for (std::uint64_t values = 1; values < std::uint64_t{1} << model.options[o].values.size(); ++values) {
        StateSet some = cube;
        for (StateId s = 0; s < states.size(); ++s)
          if ((values >> states.value(s, OptionId(o)) & 1) == 0) some.erase(s);
        if (!some.empty()) narrower.insert(some.blocks());
      }
    cubes.assign(narrower.size(), StateSet(states.size()));
    std::size_t k = 0;
    for (const Bits& blocks : narrower) cubes[k++].blocks() = blocks;
  }
  std::erase_if(cubes, [&](const StateSet& cube) { return !(cube - set).empty(); });
  std::vector<StateSet> widest;
  for (const StateSet& cube : cubes)
    if (std::none_of(cubes.begin(), cubes.end(),
                     [&](const StateSet& other) { return other != cube && (cube - other).empty(); }))
      widest.push_back(cube);
  return widest;
}

bool coverable(const std::vector<StateSet>& cubes, const StateSet& left, std::size_t with) {
  const auto first = left.first();
  if (!first) return true;
  if (with == 0) return false;
  return std::any_of(cubes.begin(), cubes.end(), [&](const StateSet& cube) {
    return cube.contains(*first) && coverable(cubes, left - cube, with - 1);
  });
}

TEST(Patterns, AreFew) {
  std::size_t found = 0;
  std::size_t fewest = 0;
  for (std::uint64_t seed = 1; seed <= oracle::rounds(600); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random, {.options = 6, .values = 3, .combinations = 48});
    const States states = std::get<States>(feasible_states(model));
    StateSet set(states.size());
    const std::uint64_t one_in = 2 + oracle::draw(random, 3);
    for (StateId s = 0; s < states.size(); ++s)
      if ((oracle::draw(random, one_in) == 0) == (seed % 2 == 0)) set.insert(s);
    const std::size_t few = patterns(model, states, set).size();
    const std::vector<StateSet> cubes = widest(model, states, set);
    std::size_t least = few;
    while (least > 0 && coverable(cubes, set, least - 1)) --least;
    ASSERT_LE(few, least + 1 + least / 4) << "seed " << seed;
    found += few;
    fewest += least;
  }
  RecordProperty("found", static_cast<int>(found));
  RecordProperty("fewest", static_cast<int>(fewest));
  std::cout << found << " patterns where " << fewest << " would do\n";
  EXPECT_LE(found * 100, fewest * 102);
}

}  // namespace
}  // namespace entente
