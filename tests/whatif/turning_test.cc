// Which switches change most, on the cases of the library.
#include "whatif/turning.h"

#include <gtest/gtest.h>

#include <set>

#include "by_hand.h"

namespace entente {
namespace {

using Kind = Conclusion::Kind;

struct Turned {
  explicit Turned(const std::string& text) : read(text), v(read.written, *read.plain) {
    r = single_changes(v, [](const Analysed&, const Conclusion&) { return "so"; }, {});
  }
  std::vector<std::string> most(std::size_t many) const {
    std::vector<std::string> ids;
    for (const std::size_t k : turning(r, v.plain().found, v.assumptions(), many))
      ids.push_back(id(r.singles[k].changes.front(), v.assumptions()));
    return ids;
  }
  by_hand::Read read;
  Variants v;
  Robustness r;
};

TEST(Turning, TheConditionThatClosesEverySettlementIsFirst) {
  const Turned t(by_hand::library_case("northern-territories"));
  const std::vector<std::string> most = t.most(3);
  ASSERT_EQ(most.size(), 3U);
  EXPECT_EQ(most[0], "drop japan/statement/1");
  EXPECT_EQ(most[1], "drop russia/statement/1");
}

TEST(Turning, OneAnAssumptionAndNoTwoThatEndAlike) {
  for (const std::string& name : by_hand::library_names()) {
    const Turned t(by_hand::library_case(name));
    std::set<std::size_t> assumptions;
    std::set<std::vector<std::pair<std::size_t, std::string>>> ends;
    for (const std::size_t k : turning(t.r, t.v.plain().found, t.v.assumptions(), 3)) {
      const Effect& e = t.r.singles[k];
      EXPECT_TRUE(assumptions.insert(e.changes.front().assumption).second) << name;
      std::vector<std::pair<std::size_t, std::string>> end;
      for (const Flip& f : e.flips)
        if (const Kind kind = t.v.plain().found[f.conclusion].kind;
            kind != Kind::stability && kind != Kind::equilibrium)
          end.emplace_back(f.conclusion, f.value ? value_text(kind, *f.value) : "none");
      EXPECT_FALSE(end.empty()) << name;
      EXPECT_TRUE(ends.insert(end).second) << name;
    }
  }
}

TEST(Turning, NothingWhereNothingTurns) {
  const Turned t(
      "format = 1\ntitle = \"Alone\"\n[[party]]\nid = \"a\"\n[[party.option]]\nid = \"x\"\n"
      "[[party.preference]]\nstatement = \"not a.x\"\n");
  Robustness none = t.r;
  for (Effect& e : none.singles) e.flips.clear();
  EXPECT_TRUE(turning(none, t.v.plain().found, t.v.assumptions(), 3).empty());
  for (Effect& e : none.singles) e.fault = "no-states";
  EXPECT_TRUE(turning(none, t.v.plain().found, t.v.assumptions(), 3).empty());
}

}  // namespace
}  // namespace entente
