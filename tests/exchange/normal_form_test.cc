// Games of Gambit: which case is made, payoffs that are compared exactly, and each refusal with its place.
#include "exchange/normal_form.h"

#include <gtest/gtest.h>

#include <random>

#include "casefile/read.h"
#include "exchange/told.h"
#include "model/bind.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "states/rank.h"

namespace entente::exchange {
namespace {

const std::string chicken = R"(NFG 1 R "Chicken" { "Row" "Column" }
{ { "swerve" "drive on" } { "swerve" "drive on" } }
"Two drivers"

3 3, 4 2 2 4 1 1)";

MadeCase made(const std::string& content) {
  auto of = case_of_normal_form({"game.nfg", content});
  if (const auto* why = std::get_if<Refused>(&of)) {
    ADD_FAILURE() << why->line << ":" << why->column << " " << why->message;
    return {};
  }
  return std::get<MadeCase>(std::move(of));
}

std::string refused(const std::string& content) {
  const auto of = case_of_normal_form({"game.nfg", content});
  const auto* why = std::get_if<Refused>(&of);
  return why == nullptr ? ""
                        : std::to_string(why->line) + ":" + std::to_string(why->column) + ": " + why->message;
}

std::string changed(const std::string& one, const std::string& other) {
  std::string text = chicken;
  return text.replace(text.find(one), one.size(), other);
}

TEST(NormalForm, IsWrittenWhole) {
  EXPECT_EQ(made(chicken).text, R"(# A game in normal form, carried over.
# - Of the payoffs their order is carried over, not how much larger one is.
# - A game in normal form has no status quo: that each plays the first strategy was taken for it. Mend the options' 'status_quo'.
# - The comment on the game is left out.

format = 1
title = "Chicken"

[[party]]
id = "row"
name = "Row"
ranking = [
  "row.strategy = drive-on and column.strategy = swerve",
  "row.strategy = swerve and column.strategy = swerve",
  "row.strategy = swerve and column.strategy = drive-on",
  "true",
]

  [[party.option]]
  id = "strategy"
  name = "Strategy"
  values = ["swerve", "drive-on"]
  labels = [
    "plays \"swerve\"",
    "plays \"drive on\"",
  ]

[[party]]
id = "column"
name = "Column"
ranking = [
  "row.strategy = swerve and column.strategy = drive-on",
  "row.strategy = swerve and column.strategy = swerve",
  "row.strategy = drive-on and column.strategy = swerve",
  "true",
]

  [[party.option]]
  id = "strategy"
  name = "Strategy"
  values = ["swerve", "drive-on"]
  labels = [
    "plays \"swerve\"",
    "plays \"drive on\"",
  ]
)");
}

TEST(NormalForm, OutcomesAreWhatTheirCellsAreWorth) {
  const std::string outcomes =
      "NFG 1 D \"Chicken\" { \"Row\" \"Column\" } { { \"swerve\" \"drive on\" } { \"swerve\" \"drive on\" } "
      "} \"Two drivers\" "
      "{ { \"calm\" 3, 3 } { \"\" 4 2 } { \"other\" 2, 4 } } 1 2 3 0";
  const auto lines_of = [](const std::string& text) { return text.substr(text.find("[[party]]")); };
  EXPECT_EQ(lines_of(made(outcomes).text), lines_of(made(chicken).text));
  EXPECT_NE(made(outcomes).text.find("The names of the outcomes are left out."), std::string::npos);
}

TEST(NormalForm, StrategiesMayBeCounted) {
  const std::string text =
      made("NFG 1 R \"\" { \"\" \"Nature\" \"Two\" } { 3 1 2 } 1 0 0 2 0 0 3 0 0 4 0 0 5 0 0 6 0 0").text;
  EXPECT_NE(text.find("title = \"game\""), std::string::npos) << text;
  EXPECT_NE(text.find("id = \"player-1\"\nname = \"Player 1\""), std::string::npos);
  EXPECT_NE(text.find("values = [\"1\", \"2\", \"3\"]"), std::string::npos);
  EXPECT_NE(text.find("so this has no option: \"Nature\"."), std::string::npos);
  EXPECT_NE(text.find("id = \"nature\"\nname = \"Nature\"\nranking = [\n  \"true\",\n]\n\n[[party]]"),
            std::string::npos);
}

TEST(NormalForm, PayoffsAreComparedExactly) {
  // The third and the fourth are alike: 1/3 and 0.5/1.5; the second is a little more, the first a little
  // less.
  const std::string text =
      made(
          "NFG 1 R \"\" { \"One\" } { { \"a\" \"b\" \"c\" \"d\" \"e\" \"f\" } } "
          "0.33333333333333333333333333333333 .333333333333333333333333333334 1/3 0.5/1.5 -1/3 -1E-1000")
          .text;
  EXPECT_NE(text.find("ranking = [\n  \"one.strategy = b\",\n  \"one.strategy = c or one.strategy = d\",\n  "
                      "\"one.strategy = a\",\n  \"one.strategy = f\",\n  \"true\",\n]"),
            std::string::npos)
      << text;
}

TEST(NormalForm, IsToldByItsFirstWord) {
  EXPECT_TRUE(begins_as_normal_form(chicken));
  EXPECT_TRUE(begins_as_normal_form("\xEF\xBB\xBF\n NFG 1 R"));
  for (const char* other : {"", "NFG", "EFG 2 R", "NFGX 1", "id,a.b\n"})
    EXPECT_FALSE(begins_as_normal_form(other)) << other;
}

TEST(NormalForm, RefusalsHaveTheirPlaces) {
  const std::vector<std::pair<std::string, std::string>> all = {
      {changed("NFG 1", "NFG 2"), "1:1: this is version '2' of the format"},
      {changed("1 R", "1 X"), "1:1: behind the version stands R"},
      {changed("\"Chicken\"", "Chicken"),
       "1:9: here should stand the title in quotes, and there is 'Chicken'"},
      {changed("{ \"Row\" \"Column\" }", "{ }"), "2:1: the game has 0 players"},
      {changed("\"Column\" }", "\"Column\""), "2:1: here should stand a player's name in quotes, or '}'"},
      {changed("{ \"swerve\" \"drive on\" } }", "{ } }"), "2:29: the player \"Column\" has no strategy"},
      {changed("} }\n\"Two", "} { \"x\" } }\n\"Two"),
       "2:51: here should stand '}' behind the strategies of 2 players"},
      {changed("{ \"swerve\" \"drive on\" } {", "0 {"), "2:3: '0' is no number of strategies from 1 to 4096"},
      {changed("{ { \"swerve\" \"drive on\" } { \"swerve\" \"drive on\" } }", "{ 4096 2 }"),
       "2:10: the game has more than 4096 cells"},
      {changed("3 3", "3 x"), "5:3: here should stand a payoff such as 3, -0.25 or 1/3, and there is 'x'"},
      {changed("3 3", "3 1/0"), "5:3: here should stand a payoff"},
      {changed("3 3", "3 1/-2"), "5:3: here should stand a payoff"},
      {changed("3 3", "3 nan"), "5:3: here should stand a payoff"},
      {changed("1 1", "1"),
       "5:15: here should stand a payoff such as 3, -0.25 or 1/3, and there is the end of the file"},
      {changed("1 1", "1 1 1"),
       "5:18: the game has 4 cells, and all have their payoffs before this; '1' is too many"},
      {changed("drivers\"", "drivers"), "5:17: a text is opened with a quote that is never closed"},
      {changed("3 3, 4 2 2 4 1 1", "{ { \"a\" 1 2 } } 1 1 1 2"),
       "5:23: here should stand the number of an outcome from 0 to 1, and there is '2'"},
      {changed("3 3, 4 2 2 4 1 1", "{ { \"a\" 1 } } 1 1 1 1"), "5:11: here should stand a payoff"},
      {changed("3 3, 4 2 2 4 1 1", "{ { 1 2 } } 1 1 1 1"),
       "5:5: here should stand an outcome's name in quotes"},
      {"NFG 1 R \"\" { \"a\" } { 1 } 3", "0:0: nobody has a choice in this game"},
      {"NFG 1 R \"\xFF\"", "0:0: byte 10 of the file is no UTF-8"},
      {std::string(largest_given + 1, ' '), "0:0: the file is larger than 4 MiB"},
  };
  for (const auto& [content, message] : all)
    EXPECT_TRUE(refused(content).starts_with(message)) << refused(content) << "\n" << content.substr(0, 300);
}

/// A random game, written, and what each cell is worth to each player in sixths.
struct DrawnGame {
  std::vector<std::size_t> strategies;
  std::vector<std::vector<int>> sixths;
  std::string text;
};

DrawnGame drawn_game(std::mt19937_64& random) {
  DrawnGame game;
  std::size_t cells = 1;
  std::string players, counts;
  for (std::size_t p = 0, all = 1 + oracle::draw(random, 3); p < all; ++p) {
    game.strategies.push_back(p == 0 ? 2 + oracle::draw(random, 3) : 1 + oracle::draw(random, 3));
    cells *= game.strategies.back();
    players += " \"P" + std::to_string(p) + "\"";
    counts += " " + std::to_string(game.strategies.back());
  }
  game.text = "NFG 1 R \"g\" {" + players + " } {" + counts + " }\n";
  for (std::size_t cell = 0; cell < cells; ++cell) {
    std::vector<int>& worth = game.sixths.emplace_back();
    for (std::size_t p = 0; p < game.strategies.size(); ++p) {
      worth.push_back(static_cast<int>(oracle::draw(random, 25)) - 12);
      const int w = worth.back();
      game.text += w % 6 == 0   ? std::to_string(w / 6) + " "
                   : w % 3 == 0 ? std::to_string(w) + "/6 "
                                : std::to_string(2 * w) + "/12, ";
    }
  }
  return game;
}

TEST(NormalForm, CellsAreLikedAsTheirPayoffsAre) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(400); ++seed) {
    std::mt19937_64 random(seed);
    const DrawnGame game = drawn_game(random);
    SCOPED_TRACE(game.text);
    Diagnostics diagnostics;
    const Text text("case.toml", made(game.text).text);
    const Model model = bind(casefile::read(text, diagnostics), diagnostics).model;
    ASSERT_FALSE(diagnostics.faulty());
    const States states = std::get<States>(feasible_states(model));
    ASSERT_EQ(states.size(), game.sixths.size());
    std::vector<std::size_t> cell_of;  // of each state
    for (StateId s = 0; s < states.size(); ++s) {
      std::size_t cell = 0, step = 1;
      for (std::size_t p = 0; p < game.strategies.size(); step *= game.strategies[p++])
        for (const OptionId o : model.parties[p].options) cell += step * states.value(s, o);
      cell_of.push_back(cell);
    }
    for (std::size_t p = 0; p < game.strategies.size(); ++p) {
      const Ranks found = ranks(model, static_cast<PartyId>(p), states, model.day());
      for (StateId s = 0; s < states.size(); ++s)
        for (StateId t = 0; t < states.size(); ++t)
          ASSERT_EQ(found[s] < found[t], game.sixths[cell_of[s]][p] < game.sixths[cell_of[t]][p]);
    }
  }
}

}  // namespace
}  // namespace entente::exchange
