// A case that is exported as a conflict of GMCR+ and imported again has the same states, ranks, moves and
// verdicts; what cannot be written is refused.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "brief/binary_options.h"
#include "brief/exported_conflict.h"
#include "casefile/read.h"
#include "entente/exchange.h"
#include "oracle/hand_made.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "same_party.h"

namespace entente {
namespace {

using nlohmann::json;

/// The case that import makes of a conflict.
std::string made_of(const std::string& conflict) {
  std::string made;
  const Answer answer = import_case({{"made.gmcr", conflict}}, {}, {}, [&](std::string_view piece) {
    made += piece;
    return true;
  });
  EXPECT_EQ(answer.status, status::answered) << answer.err << conflict;
  return made;
}

/// The state of the made case that each state is: its options are those that are taken or not, in order.
std::vector<StateId> as_taken(const Case& c, const Case& made) {
  const BinaryOptions options(c.model);
  std::vector<StateId> all;
  for (StateId s = 0; s < c.states.size(); ++s) {
    const std::uint64_t code = options.code(c.states, s);
    Word word = 0;
    for (std::size_t n = 0; n < options.size(); ++n)
      word = made.states.layout().with(word, static_cast<OptionId>(n), static_cast<Value>(code >> n & 1));
    all.push_back(made.states.find(word).value_or(static_cast<StateId>(made.states.size())));
  }
  return all;
}

void comes_back(const Case& c, const std::string& conflict) {
  const Text text("made.toml", made_of(conflict));
  const CaseReading made = read_case(text);
  ASSERT_FALSE(made.diagnostics.faulty()) << printed(made.diagnostics, text, {}) << text.content();
  ASSERT_EQ(made.found->states.size(), c.states.size()) << text.content();
  const std::vector<StateId> as = as_taken(c, *made.found);
  const Analysis before(c), after(*made.found);
  for (const PartyId i : c.model.party_ids()) expect_same_party(before, i, after, i, as);
}

/// Takes what no conflict has out of most models: conditions of moves, and lists of pairs of courses.
void simplify(std::mt19937_64& random, Model& model) {
  for (Option& option : model.options) {
    if (oracle::draw(random, 8) == 0) continue;
    option.when.reset();
    if (option.values.size() > 2 && option.moves.kind == Moves::Kind::pairs) option.moves = {};
  }
  if (oracle::draw(random, 2) == 0) return;
  for (Party& party : model.parties) {  // statements alone, each less important than the one before
    party.ranking.clear();
    party.weighted = false;
    for (Preference& wish : party.preferences) wish.equal = false;
  }
}

TEST(ConflictRoundTrip, RandomModelsStayWhatTheyAre) {
  std::size_t written = 0, refused = 0, by_rankings = 0, by_statements = 0;
  for (std::uint64_t seed = 1; seed <= oracle::rounds(800) && !HasFailure(); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random, {.combinations = 48, .joints = 0});
    simplify(random, model);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const Case c = listed_case(std::move(model));
    if (no_conflict(c)) {
      ++refused;
      continue;
    }
    const auto conflict = conflict_gmcr(c);
    ASSERT_TRUE(std::holds_alternative<std::string>(conflict)) << std::get<TooMuch>(conflict).why;
    comes_back(c, std::get<std::string>(conflict));
    (written_by_rankings(c.model) ? by_rankings : by_statements) += 1;
    ++written;
  }
  EXPECT_GT(written, oracle::rounds(800) / 3);
  EXPECT_GT(refused, 0U);
  EXPECT_GT(by_rankings, 0U);
  EXPECT_GT(by_statements, 0U);
}

/// A party with an option of four courses, and one with none of its own.
struct Courses {
  Courses() {
    made.model.parties.reserve(2);
    a = made.party(), x = made.option(a, 4), b = made.party();
    made.model.parties[0].name = "A \"first\"", made.model.parties[1].name = "B";
    made.model.options[0].name = "Share";
    made.likes(a, made.is(x, 3));
    made.likes(b, made.either(made.is(x, 0), made.is(x, 2)));
  }
  json conflict() const {
    const auto found = conflict_gmcr(listed_case(made.model));
    return json::parse(std::get<std::string>(found));
  }
  std::string why_not() const { return no_conflict(listed_case(made.model)).value_or(""); }

  oracle::HandMade made;
  PartyId a{}, b{};
  OptionId x{};
};

TEST(ConflictRoundTrip, AnOptionOfSeveralCoursesIsOneForEachButTheFirst) {
  const json conflict = Courses().conflict();
  EXPECT_EQ(conflict["options"],
            json::parse(R"([{"name": "Share: 1, or further", "permittedDirection": "both"},
    {"name": "Share: 2, or further", "permittedDirection": "both"}, {"name": "Share: 3", "permittedDirection": "both"}])"));
  EXPECT_EQ(conflict["infeasibles"], json::parse(R"([[[0, "N"], [1, "Y"]], [[1, "N"], [2, "Y"]]])"));
  EXPECT_EQ(conflict["decisionMakers"], json::parse(R"([
    {"name": "A \"first\"", "options": [0, 1, 2], "preferences": [[[2, "Y"]]]},
    {"name": "B", "options": [], "preferences":
      [{"compound": true, "members": [[[0, "N"]], [[1, "Y"], [2, "N"]]]}]}])"));
  EXPECT_EQ(conflict["useManualPreferenceRanking"], false);
}

TEST(ConflictRoundTrip, PartiesThatWeighAreWrittenAsRankings) {
  Courses courses;
  courses.made.model.parties[1].preferences[0].weight = {false, "2", 0};
  courses.made.model.parties[1].weighted = true;
  const json conflict = courses.conflict();
  EXPECT_EQ(conflict["useManualPreferenceRanking"], true);
  EXPECT_EQ(conflict["decisionMakers"][0]["preferenceRanking"], json::parse("[4, [1, 2, 3]]"));
  EXPECT_EQ(conflict["decisionMakers"][1]["preferenceRanking"], json::parse("[[1, 3], [2, 4]]"));
}

TEST(ConflictRoundTrip, DirectionsAreThoseOfGmcr) {
  Courses courses;
  const auto direction = [&](const Moves& moves) {
    courses.made.model.options[0].moves = moves;
    return courses.why_not().empty()
               ? courses.conflict()["options"][1]["permittedDirection"].get<std::string>()
               : "refused";
  };
  EXPECT_EQ(direction({.kind = Moves::Kind::forward}), "fwd");
  EXPECT_EQ(direction({.kind = Moves::Kind::backward}), "back");
  EXPECT_EQ(direction({.kind = Moves::Kind::fixed}), "none");
  EXPECT_EQ(direction({.kind = Moves::Kind::pairs}), "none");
  EXPECT_EQ(
      direction({.kind = Moves::Kind::pairs, .pairs = {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}}}),
      "fwd");
  EXPECT_EQ(direction({.kind = Moves::Kind::pairs, .pairs = {{0, 1}, {1, 2}}}), "refused");
}

TEST(ConflictRoundTrip, WhatAConflictHasNotIsRefused) {
  Courses when, listed, joint, many;
  when.made.model.options[0].when = when.made.is(when.x, 1);
  EXPECT_NE(when.why_not().find("may be changed under conditions"), std::string::npos);
  listed.made.model.parties[0].moves.push_back(
      {listed.made.is(listed.x, 0), listed.made.is(listed.x, 1), {}, {}, {}});
  EXPECT_NE(listed.why_not().find("lists its moves"), std::string::npos);
  joint.made.joint({joint.a, joint.b});
  EXPECT_NE(joint.why_not().find("joint acts"), std::string::npos);
  const OptionId large = many.made.option(many.b, 63);
  many.made.forbid(many.made.never(many.made.is(large, 0)));
  EXPECT_NE(many.why_not().find("it takes 65 options"), std::string::npos);
}

}  // namespace
}  // namespace entente
