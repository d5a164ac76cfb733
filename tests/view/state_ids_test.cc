// Situations as the case names them: a class counts once, in listings and in diagrams alike; Elmira as in
// print.
#include "view/state_ids.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "casefile/read.h"
#include "diagram_case.h"
#include "view/listed.h"

namespace entente {
namespace {

/// Adds the classes where one condition holds, and where another does without it; those of no state are none.
void name_states(Case& c, ConditionId first, ConditionId second) {
  Conditions& all = c.model.conditions;
  const ConditionId rest =
      all.add({.kind = Condition::Kind::conjunction, .of = {second, all.negation(first)}});
  for (const auto& [id, at] : {std::pair("one", first), std::pair("two", rest)})
    if (!where(all, at, c.states).empty()) c.model.named_states.push_back({id, at, ""});
}

/// By the definition: what each situation is called, and how many there are so called, in all and of some.
Count counted_by_hand(const Case& c, const StateSet& some, ClassCounts how) {
  std::map<std::string, std::pair<Count, Count>> units;
  for (StateId s = 0; s < c.states.size(); ++s) {
    const NamedState* const named = named_state(c.model, c.states.layout(), c.states[s]);
    auto& [all, here] = units[named != nullptr ? named->id : std::to_string(s)];
    ++all;
    here += some.contains(s) ? 1 : 0;
  }
  Count count = 0;
  for (const auto& [id, unit] : units)
    count += how == ClassCounts::any ? unit.second > 0 : unit.second == unit.first;
  return count;
}

TEST(StateIds, AClassCountsOnce) {
  std::size_t classes = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    auto [c, from, to] = random_question(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    name_states(c, from, to);
    const Analysis analysis(c);
    const ListedView listed(analysis);
    const auto diagrams = in_diagrams(c.model);
    classes += c.model.named_states.size();
    EXPECT_EQ(situations_once(listed), counted_by_hand(c, StateSet(c.states.size(), true), ClassCounts::any));
    EXPECT_EQ(situations_once(*diagrams), situations_once(listed));
    for (const Concept seen : concepts) {
      const StateSet& all = analysis.verdicts(seen).equilibria;
      for (const ClassCounts how : {ClassCounts::any, ClassCounts::whole}) {
        EXPECT_EQ(counted_once(listed, listed.set(all), how), counted_by_hand(c, all, how));
        EXPECT_EQ(counted_once(c.model, c.states, all, how), counted_by_hand(c, all, how));
      }
      EXPECT_EQ(equilibria_once(listed, seen).least, counted_by_hand(c, all, ClassCounts::whole));
      EXPECT_EQ(equilibria_once(*diagrams, seen).most, equilibria_once(listed, seen).most);
      for (const MoverId i : c.model.mover_ids()) {
        const Count right = counted_by_hand(c, analysis.verdicts(seen).stable[index(i)], ClassCounts::whole);
        EXPECT_EQ(stable_once(listed, seen, i).least, right);
        EXPECT_EQ(stable_once(*diagrams, seen, i).least, right);
      }
    }
  }
  EXPECT_GT(classes, 150U);
}

/// The ids of the states that are equilibria, in the file's order; "?" of a class of which only some are, and
/// of what has no id.
std::string equilibria(const View& view, Concept seen) {
  const std::optional<AsNamed> named = as_named(view, view.stable_for_all(seen));
  if (!named) return "not known";
  std::string ids;
  for (const NamedPart& part : named->parts)
    ids += (ids.empty() ? "" : " ") + part.state->id + (part.whole() ? "" : "?");
  return ids + (named->others->empty() ? "" : " ?");
}

TEST(StateIds, ElmiraHasItsNineStatesAsInPrint) {
  std::ifstream file(std::string(ENTENTE_SOURCE_DIR) + "/cases/elmira.toml");
  std::stringstream text;
  text << file.rdbuf();
  const CaseReading reading = read_case(Text("elmira.toml", text.str()));
  ASSERT_TRUE(reading.found);
  const Analysis analysis(*reading.found);
  const ListedView view(analysis);
  EXPECT_EQ(view.situations(), 12U);
  EXPECT_EQ(situations_once(view), 9U);
  for (const Concept seen : {Concept::nash, Concept::seq, Concept::sseq}) {
    EXPECT_EQ(equilibria(view, seen), "s5 s8 s9");
    EXPECT_EQ(equilibria_once(view, seen).least, 3U);
  }
  for (const Concept seen : {Concept::gmr, Concept::smr}) EXPECT_EQ(equilibria(view, seen), "s1 s4 s5 s8 s9");
}

}  // namespace
}  // namespace entente
