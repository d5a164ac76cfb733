// Linked disputes: the whole is the product written out, and what is so in each dispute alone is so in it.
#include <gtest/gtest.h>

#include <random>

#include "compare/linkage.h"
#include "links/drawn_disputes.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "view/analysis.h"

namespace entente {
namespace {

using namespace links_test;

std::string told(const CaseReading& reading) {
  return printed(reading.diagnostics, reading.text, {});
}

/// The whole of some disputes; a case with faults fails the test.
std::optional<CaseReading> whole_of(const std::vector<DrawnDispute>& disputes,
                                    const std::vector<DrawnLink>& links, const std::string& agreement = {},
                                    const std::vector<std::string>& needs = {}) {
  std::vector<IncludedFile> files;
  for (const DrawnDispute& dispute : disputes) files.push_back({dispute.as + ".toml", file_of(dispute)});
  CaseReading read =
      read_case(Text("linked.toml", linking_text(disputes, links, agreement, needs)), {}, {}, files);
  if (read.found) return read;
  ADD_FAILURE() << told(read) << linking_text(disputes, links, agreement, needs);
  return std::nullopt;
}

/// One pair of disputes that share the second party, or none.
std::vector<DrawnDispute> drawn_pair(std::mt19937_64& random, bool shared, const DrawnShape& shape) {
  return {
      drawn_dispute(random, "river", {"a", "b"}, shape),
      drawn_dispute(random, "road",
                    shared ? std::vector<std::string>{"b", "c"} : std::vector<std::string>{"c", "d"}, shape)};
}

TEST(Linked, TheWholeIsTheProductWrittenOut) {
  std::mt19937_64 random(19);
  const auto rounds = static_cast<int>(oracle::rounds(300));
  for (int round = 0; round < rounds; ++round) {
    const bool weighted = round % 3 == 0;
    const std::vector<DrawnDispute> pair =
        drawn_pair(random, round % 4 != 0, {.weighted = weighted, .rankings = !weighted});
    std::vector<DrawnLink> links;
    for (std::size_t k = weighted ? 0 : oracle::draw(random, 3); k > 0; --k)
      links.push_back({oracle::draw(random, 2) == 0 ? "b" : "c", drawn_link_formula(random, pair[0], pair[1]),
                       oracle::draw(random, 2) == 0});
    const std::optional<CaseReading> linked = whole_of(pair, links);
    ASSERT_TRUE(linked);
    const CaseReading plain = read_case(Text("product.toml", product(pair, links, {}, {})));
    ASSERT_TRUE(plain.found) << told(plain) << product(pair, links, {}, {});
    const Case& a = *linked->found;
    const Case& b = *plain.found;
    ASSERT_EQ(a.states.size(), b.states.size());
    const Analysis whole(a), out(b);
    ASSERT_EQ(whole.ranks(), out.ranks()) << "round " << round << "\n" << product(pair, links, {}, {});
    for (const Concept seen : concepts)
      for (std::size_t m = 0; m < a.model.movers(); ++m)
        EXPECT_EQ(whole.verdicts(seen).stable[m], out.verdicts(seen).stable[m])
            << "round " << round << " " << product(pair, links, {}, {});
  }
}

/// Whether a mover of the whole is stable in each dispute that it is in, at the state's part there.
bool stable_in_all(const Linkage& l, PartyId party, StateId s, Concept seen) {
  const States& states = l.whole->of.states;
  for (const PartAlone& part : l.parts)
    for (std::size_t i = 0; i < part.parties.size(); ++i)
      if (part.parties[i] == party &&
          !part.alone->analysis().verdicts(seen).stable[i].contains(part.state(states.layout(), states[s])))
        return false;
  return true;
}

TEST(Linked, WhatIsStableInEachDisputeIsStableInTheWhole) {
  std::mt19937_64 random(20);
  const auto rounds = static_cast<int>(oracle::rounds(200));
  for (int round = 0; round < rounds; ++round) {
    const bool shared = round % 2 == 0;
    const DrawnShape shape = shared ? DrawnShape{} : DrawnShape{.conditions = false, .joints = false};
    std::optional<CaseReading> read = whole_of(drawn_pair(random, shared, shape), {});
    ASSERT_TRUE(read);
    const std::optional<Linkage> l = linkage(read->linked, std::move(*read->found), {}, {});
    ASSERT_TRUE(l);
    for (const PartyId i : l->whole->model().party_ids())
      for (StateId s = 0; s < l->whole->of.states.size(); ++s)
        for (const Concept seen : concepts) {
          const bool whole = l->whole->analysis().verdicts(seen).stable[index(i)].contains(s);
          const bool parts = stable_in_all(*l, i, s, seen);
          if (!shared || seen == Concept::nash) {
            EXPECT_EQ(whole, parts) << "round " << round;
          } else if (parts && (seen == concepts[1] || seen == Concept::seq)) {
            EXPECT_TRUE(whole) << "round " << round;
          }
        }
  }
}

TEST(Linked, WhatAllAcceptInEachDisputeTheyAcceptTogether) {
  std::mt19937_64 random(21);
  const auto rounds = static_cast<int>(oracle::rounds(200));
  for (int round = 0; round < rounds; ++round) {
    const bool shared = round % 2 == 0;
    std::vector<DrawnDispute> pair = drawn_pair(random, shared, {.agreements = true});
    const std::vector<std::string> all =
        shared ? std::vector<std::string>{"a", "b", "c"} : std::vector<std::string>{"a", "b", "c", "d"};
    std::optional<CaseReading> read = whole_of(pair, {}, "river.agreement and road.agreement", all);
    ASSERT_TRUE(read);
    const std::optional<Linkage> l = linkage(read->linked, std::move(*read->found), {}, {});
    ASSERT_TRUE(l);
    const States& states = l->whole->of.states;
    for (StateId s = 0; s < states.size(); ++s) {
      const bool parts = std::all_of(l->parts.begin(), l->parts.end(), [&](const PartAlone& part) {
        return part.alone->analysis().zone().contains(part.state(states.layout(), states[s]));
      });
      const bool whole = l->whole->analysis().zone().contains(s);
      if (parts || !shared) {
        EXPECT_EQ(whole, parts) << "round " << round;
      }
    }
  }
}

constexpr const char* catches = R"(format = 1
title = "catches"
[[party]]
id = "a"
  [[party.option]]
  id = "catch"
  values = ["1", "2", "3"]
  [[party.preference]]
  statement = "a.catch + 2 * b.catch <= 5"
[[party]]
id = "b"
  [[party.option]]
  id = "catch"
  values = ["1", "2", "3"]
[[rule]]
require = "5 >= b.catch + a.catch"
)";

TEST(Linked, SumsAreOfOptionsBehindTheirDispute) {
  const char* const linking = R"(format = 1
title = "sums"
[[include]]
case = "catches.toml"
as = "sea"
[[link]]
party = "b"
statement = "sea.a.catch + 2 * sea.b.catch > sea.b.catch * 3"
place = "last"
)";
  const CaseReading read = read_case(Text("sums.toml", linking), {}, {}, {{"catches.toml", catches}});
  ASSERT_TRUE(read.found) << told(read);
  const Case& whole = *read.found;
  EXPECT_EQ(whole.states.size(), 8U);
  const Analysis analysis(whole);
  for (StateId s = 0; s < whole.states.size(); ++s) {
    const Value a = whole.states.value(s, OptionId{0}) + 1, b = whole.states.value(s, OptionId{1}) + 1;
    EXPECT_EQ(analysis.ranks()[0][s], a + 2 * b <= 5 ? 1U : 0U) << s;
    EXPECT_EQ(analysis.ranks()[1][s], a + 2 * b > 3 * b ? 1U : 0U) << s;
  }
}

constexpr const char* river = R"(format = 1
title = "one"
[agreement]
when = "a.sign and b.sign"
[[party]]
id = "a"
  [[party.option]]
  id = "sign"
  [[party.preference]]
  statement = "STATEMENT"
[[party]]
id = "b"
  [[party.option]]
  id = "sign"
  [[party.preference]]
  statement = "OTHER"
)";

std::string with(std::string text, const std::string& statement, const std::string& other) {
  text.replace(text.find("STATEMENT"), 9, statement);
  return text.replace(text.find("OTHER"), 5, other);
}

TEST(Linked, TwoDisputesWithoutASettlementHaveOneTogether) {
  const std::string t = with(river, "a.sign and b.sign", "not (a.sign and b.sign)");
  const std::string k = with(river, "not (a.sign and b.sign)", "a.sign and b.sign");
  const char* const linking = R"(format = 1
title = "both"
[[include]]
case = "t.toml"
as = "t"
[[include]]
case = "k.toml"
as = "k"
[[wishes]]
party = "b"
order = ["k", "t"]
[agreement]
when = "t.agreement and k.agreement"
)";
  CaseReading read = read_case(Text("both.toml", linking), {}, {}, {{"t.toml", t}, {"k.toml", k}});
  ASSERT_TRUE(read.found) << told(read);
  const std::optional<Linkage> l = linkage(read.linked, std::move(*read.found), {}, {});
  ASSERT_TRUE(l);
  for (const PartAlone& part : l->parts) EXPECT_TRUE(part.alone->analysis().zone().empty());
  EXPECT_EQ(l->whole->analysis().zone().count(), 1U);
  ASSERT_EQ(l->trades.size(), 2U);
  EXPECT_EQ(l->trades[0].gains, (std::vector<std::pair<PartyId, std::size_t>>{{PartyId{1}, 1}}));
  EXPECT_EQ(l->trades[1].gains, (std::vector<std::pair<PartyId, std::size_t>>{{PartyId{0}, 0}}));
}

}  // namespace
}  // namespace entente
