// Names that use names: parts before wholes, circles found, and no harm from long chains.
#include "model/bind_words.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace entente {
namespace {

using Group = std::vector<std::size_t>;

TEST(Circles, PartsComeFirst) {
  EXPECT_EQ(parts_first({{1, 2}, {2}, {}}), (std::vector<Group>{{2}, {1}, {0}}));
  EXPECT_EQ(parts_first({{1}, {0}, {0}}), (std::vector<Group>{{0, 1}, {2}}));
  EXPECT_EQ(parts_first({}), std::vector<Group>{});
}

TEST(Circles, TheShortestThroughTheFirst) {
  EXPECT_EQ(circle_in({{1}, {2}, {0, 1}}, {0, 1, 2}), (Group{0, 1, 2}));
  EXPECT_EQ(circle_in({{2, 1}, {2}, {0}}, {0, 1, 2}), (Group{0, 2}));
  EXPECT_EQ(circle_in({{0}}, {0}), Group{0});
  EXPECT_EQ(circle_in({{1}, {}}, {0}), Group{});
}

TEST(Circles, LongChainsAndLongCircles) {
  constexpr std::size_t many = 300'000;
  NameGraph chain(many);
  for (std::size_t i = 0; i + 1 < many; ++i) chain[i] = {i + 1};
  EXPECT_EQ(parts_first(chain).size(), many);
  chain[many - 1] = {0};
  const std::vector<Group> groups = parts_first(chain);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(circle_in(chain, groups[0]).size(), many);
}

RC_GTEST_PROP(Circles, EveryUseIsInAnEarlierGroupOrTheSame, ()) {
  const auto names = static_cast<std::size_t>(*rc::gen::inRange(1, 12));
  NameGraph graph(names);
  for (Group& uses : graph) uses = *rc::gen::container<Group>(rc::gen::inRange<std::size_t>(0, names));
  std::vector<std::size_t> group_of(names);
  const std::vector<Group> groups = parts_first(graph);
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (const std::size_t name : groups[g]) group_of[name] = g;
  for (std::size_t name = 0; name < names; ++name)
    for (const std::size_t used : graph[name]) RC_ASSERT(group_of[used] <= group_of[name]);
  for (const Group& group : groups) {
    const Group circle = circle_in(graph, group);
    RC_ASSERT(group.size() == 1 || !circle.empty());
    for (std::size_t i = 0; i < circle.size(); ++i) {
      const Group& uses = graph[circle[i]];
      RC_ASSERT(std::count(uses.begin(), uses.end(), circle[(i + 1) % circle.size()]) > 0);
    }
  }
}

}  // namespace
}  // namespace entente
