// Why: a verdict's story as a program gets it, in sentences and as JSON.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "entente/entente.h"

namespace entente {
namespace {

// Each would rather not give way alone; to give way together is better for both than not at all.
constexpr const char* dilemma = R"case(format = 1
title = "Dilemma"

[[party]]
id = "north"
name = "North"
  [[party.option]]
  id = "yield"
  labels = ["stands firm", "gives way"]
  [[party.preference]]
  statement = "not (south.yield = no and north.yield = yes)"
  [[party.preference]]
  statement = "south.yield = yes"
  [[party.preference]]
  statement = "north.yield = no"

[[party]]
id = "south"
name = "South"
  [[party.option]]
  id = "yield"
  labels = ["stands firm", "gives way"]
  [[party.preference]]
  statement = "not (north.yield = no and south.yield = yes)"
  [[party.preference]]
  statement = "north.yield = yes"
  [[party.preference]]
  statement = "south.yield = no"
)case";

struct Told {
  Answer answer;
  std::string text;
};

Told told(const WhyRequest& request) {
  Told t;
  t.answer = why({"dilemma.toml", dilemma}, request, {}, [&](std::string_view piece) {
    t.text += piece;
    return true;
  });
  // The page's line ends do not matter here.
  for (char& c : t.text)
    if (c == '\n') c = ' ';
  for (std::size_t at; (at = t.text.find("  ")) != std::string::npos;) t.text.erase(at, 1);
  return t;
}

void expect(const Told& t, const std::string& words) {
  EXPECT_EQ(t.answer.status, 0) << t.answer.err;
  EXPECT_NE(t.text.find(words), std::string::npos) << "'" << words << "' is not in:\n" << t.text;
}

TEST(Why, tells_of_each_party_at_the_status_quo) {
  const Told t = told({});
  expect(t, "The status quo, situation 1. North stands firm. South stands firm.");
  expect(t, "North: stable North has nothing to gain there by moving alone.");
  expect(t, "South: stable");
}

TEST(Why, a_coalition_gains_together) {
  const Told t = told({.coalition = "south, north"});
  expect(t, "North and South: not stable");
  expect(t, "North and South could together bring about situation 4: North gains [assumed] and South gains");
  expect(t, "North would give way (situation 3): a loss for it [assumed].");
  expect(t, "South would give way (situation 4): ");
  expect(t, "Nothing stops it: nobody else has a step to take from there that would be a gain.");
}

TEST(Why, the_answer_deters) {
  const Told t = told({.state = StateName{4}, .party = "North"});
  expect(t, "Situation 4. What differs from the status quo: North gives way; South gives way.");
  expect(t, "North: stable");
  expect(t, "North would rather stand firm (situation 2): North gains [assumed].");
  expect(t, "What stops it: - South would then stand firm (situation 1): a gain for it [assumed].");
  expect(t, "There North is worse off than in situation 4 [assumed].");
}

TEST(Why, nash_looks_at_no_answer) {
  const Told t = told({.at = "north.yield and south.yield", .party = "north", .under = "nash"});
  expect(t, "North: not stable");
  expect(t, "Nothing stops it: Nash stability looks at no answer.");
}

TEST(Why, says_how_many_other_states_there_are) {
  expect(told({.at = "north.yield"}), "The formula holds in one other situation too; this is the first.");
}

TEST(Why, ends_with_what_the_verdicts_come_to) {
  expect(told({.state = StateName{1}}),
         "All in all no party would leave it: it is an equilibrium under sequential stability.");
  expect(told({.state = StateName{1}, .under = "nash"}), "All in all no party would leave it");
  expect(told({.state = StateName{4}, .under = "nash"}),
         "All in all it is no equilibrium: North and South would leave it.");
  EXPECT_EQ(told({.state = StateName{4}, .party = "north"}).text.find("All in all"), std::string::npos);
}

TEST(Why, tells_what_closes_every_way_to_a_settlement) {
  const std::string closed = std::string(dilemma) + R"([agreement]
when = "north.yield and south.yield"
[[rule]]
require = "north.yield iff south.yield"
)";
  std::string text;
  const auto sink = [&](std::string_view piece) { return text.append(piece), true; };
  why({"closed.toml", closed}, {}, {}, sink);
  EXPECT_NE(text.find("No way leads from here to a settlement. A way would lead there if this were not"),
            std::string::npos)
      << text;
  text.clear();
  why({"closed.toml", closed}, {.form = Form::json}, {}, sink);
  EXPECT_TRUE(nlohmann::json::parse(text)["closed"].is_string()) << text;
  EXPECT_TRUE(nlohmann::json::parse(told({.form = Form::json}).text)["closed"].is_null());
}

TEST(Why, answers_in_json) {
  const Told t = told({.form = Form::json, .state = StateName{4}, .party = "north"});
  const auto json = nlohmann::json::parse(t.text);
  EXPECT_EQ(json["concept"], "seq");
  EXPECT_EQ(json["state"], 4);
  const auto& story = json["stories"][0];
  EXPECT_EQ(story["who"], nlohmann::json({"north"}));
  EXPECT_EQ(story["stable"], true);
  EXPECT_EQ(story["told"][0]["answer"][0]["party"], "south");
  EXPECT_EQ(story["told"][0]["ends"], 1);
}

TEST(Why, refuses_what_there_is_not) {
  const std::vector<std::pair<WhyRequest, std::string>> wrong = {
      {{.party = "nort"}, "did you mean 'north'?"},
      {{.coalition = "north,east"}, "--coalition: error: no party is called 'east'"},
      {{.coalition = ""}, "--coalition: error: no party is called ''"},
      {{.state = StateName{5}}, "numbered from 1 to 4"},
      {{.at = "north.yield and not north.yield"}, "holds in no possible situation"},
      {{.at = "north.yeild"}, "did you mean"}};
  for (const auto& [request, words] : wrong) {
    const Told t = told(request);
    EXPECT_EQ(t.answer.status, 1);
    EXPECT_EQ(t.text, "");
    EXPECT_NE(t.answer.err.find(words), std::string::npos) << t.answer.err;
  }
}

}  // namespace
}  // namespace entente
