// What outcomes are worth by the formulas of GeniusWeb and NegoLog is what the made cases say, in one unit.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "exchange/geniusweb.h"
#include "exchange/made_or_refused.h"
#include "exchange/negolog.h"
#include "exchange/scores.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"

namespace entente::exchange {
namespace {

using Random = std::mt19937_64;

/// All numbers are hundredths.
struct DrawnParty {
  std::vector<int> weights;
  std::vector<std::vector<int>> utilities;  // of each issue's values
  std::vector<std::size_t> bid;             // in reserve: of each issue a value, or one more for none
  int reserve = 0;
};

struct Drawn {
  std::vector<std::size_t> values;  // of each issue
  std::vector<DrawnParty> parties;
};

Drawn draw_negotiation(Random& random) {
  Drawn all;
  for (std::size_t i = 0, n = 1 + oracle::draw(random, 3); i < n; ++i)
    all.values.push_back(1 + oracle::draw(random, 4));
  all.parties.resize(2 + oracle::draw(random, 2));
  for (DrawnParty& party : all.parties) {
    party.reserve = static_cast<int>(oracle::draw(random, 120)) - 20;
    for (const std::size_t values : all.values) {
      party.weights.push_back(static_cast<int>(oracle::draw(random, 70)));
      party.bid.push_back(oracle::draw(random, values + 1));
      std::vector<int>& of = party.utilities.emplace_back();
      for (std::size_t v = 0; v < values; ++v) of.push_back(static_cast<int>(oracle::draw(random, 101)));
    }
  }
  return all;
}

/// An object of members, in any order.
std::string object(std::vector<std::string> members, Random& random) {
  std::shuffle(members.begin(), members.end(), random);
  std::string all;
  for (const std::string& member : members) all += (all.empty() ? "" : ",") + member;
  return "{" + all + "}";
}

std::string quoted(const std::string& kind, std::size_t number) {
  return "\"" + kind + std::to_string(number) + "\"";
}

std::string utilities(const std::vector<int>& of, Random& random) {
  std::vector<std::string> members;
  for (std::size_t v = 0; v < of.size(); ++v) members.push_back(quoted("v", v) + ":" + hundredths(of[v]));
  return object(members, random);
}

std::string weights(const DrawnParty& party, Random& random) {
  std::vector<std::string> members;
  for (std::size_t i = 0; i < party.weights.size(); ++i)
    members.push_back(quoted("i", i) + ":" + hundredths(party.weights[i]));
  return object(members, random);
}

std::string domain(const Drawn& drawn) {
  std::string issues;
  for (std::size_t i = 0; i < drawn.values.size(); ++i) {
    std::string values;
    for (std::size_t v = 0; v < drawn.values[i]; ++v) values += (v == 0 ? "" : ",") + quoted("v", v);
    issues += (i == 0 ? "" : ",") + quoted("i", i) + ":{\"values\":[" + values + "]}";
  }
  return "{\"name\":\"d\",\"issuesValues\":{" + issues + "}}";
}

std::string geniusweb_profile(const Drawn& drawn, const DrawnParty& party, Random& random) {
  std::vector<std::string> of, bid;
  for (std::size_t i = 0; i < drawn.values.size(); ++i) {
    of.push_back(quoted("i", i) + ":{\"DiscreteValueSetUtilities\":{\"valueUtilities\":" +
                 utilities(party.utilities[i], random) + "}}");
    if (party.bid[i] < drawn.values[i]) bid.push_back(quoted("i", i) + ":" + quoted("v", party.bid[i]));
  }
  return "{\"LinearAdditiveUtilitySpace\":" +
         object({"\"issueUtilities\":" + object(of, random), "\"issueWeights\":" + weights(party, random),
                 "\"domain\":" + domain(drawn),
                 "\"reservationBid\":{\"issuevalues\":" + object(bid, random) + "}"},
                random) +
         "}";
}

std::string negolog_profile(const Drawn& drawn, const DrawnParty& party, Random& random, bool first) {
  std::vector<std::string> of;
  std::string in_order;
  for (std::size_t i = 0; i < drawn.values.size(); ++i) {
    std::string values;
    for (std::size_t v = 0; v < drawn.values[i]; ++v)
      values += (v == 0 ? "" : ",") + quoted("v", v) + ":" + hundredths(party.utilities[i][v]);
    of.push_back(quoted("i", i) + ":" + (first ? "{" + values + "}" : utilities(party.utilities[i], random)));
    in_order += (i == 0 ? "" : ",") + of.back();
  }
  return object(
      {"\"reservationValue\":" + hundredths(party.reserve), "\"issueWeights\":" + weights(party, random),
       "\"issues\":" + (first ? "{" + in_order + "}" : object(of, random))},
      random);
}

Rational worth_of(const DrawnParty& party, const std::vector<std::size_t>& values) {
  Rational sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i] < party.utilities[i].size())
      sum += of_hundred(party.weights[i]) * of_hundred(party.utilities[i][values[i]]);
  return sum;
}

std::vector<Worth> worths(const Drawn& drawn, bool by_bid) {
  std::vector<Worth> all;
  for (const DrawnParty& party : drawn.parties)
    all.push_back([&party, by_bid](const std::vector<std::size_t>& values) {
      if (!values.empty()) return worth_of(party, values);
      return by_bid ? worth_of(party, party.bid) : of_hundred(party.reserve);
    });
  return all;
}

TEST(JsonWorth, RandomNegotiationsOfGeniusWeb) {
  for (std::uint64_t seed = 0; seed < oracle::rounds(200); ++seed) {
    Random random(seed);
    const Drawn drawn = draw_negotiation(random);
    std::vector<GivenFile> files;
    for (const DrawnParty& party : drawn.parties)
      files.push_back(
          {"p" + std::to_string(files.size()) + ".json", geniusweb_profile(drawn, party, random)});
    const std::string text = made_case(geniusweb::case_of(files, "")).text;
    expect_worths(text, drawn.values, worths(drawn, /*by_bid=*/true));
    expect_moves(text);
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed << "\n" << text;
  }
}

TEST(JsonWorth, RandomNegotiationsOfNegoLog) {
  for (std::uint64_t seed = 0; seed < oracle::rounds(200); ++seed) {
    Random random(seed);
    const Drawn drawn = draw_negotiation(random);
    std::vector<GivenFile> files;
    for (const DrawnParty& party : drawn.parties)
      files.push_back({"p" + std::to_string(files.size()) + ".json",
                       negolog_profile(drawn, party, random, files.empty())});
    const std::string text = made_case(negolog::case_of(files, "")).text;
    expect_worths(text, drawn.values, worths(drawn, /*by_bid=*/false));
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed << "\n" << text;
  }
}

}  // namespace
}  // namespace entente::exchange
