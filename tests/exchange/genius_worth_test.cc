// What outcomes are worth by the formula of GENIUS, one by one, is what the made case says, in one unit.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "casefile/read.h"
#include "exchange/genius_sample.h"
#include "exchange/rational.h"
#include "model/bind.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "states/moves.h"
#include "states/rank.h"

namespace entente::genius {
namespace {

using exchange::Rational;
using Random = std::mt19937_64;

struct DrawnIssue {
  bool numbers = false;
  int lowest = 0;
  std::size_t values = 1;
};

/// Of an issue: evaluations, or an offset and a slope, all in hundredths.
struct DrawnValuation {
  int weight = 0;
  std::vector<int> numbers;
};

struct DrawnProfile {
  std::vector<DrawnValuation> issues;
  int reservation = 0;
};

struct DrawnNegotiation {
  std::vector<DrawnIssue> issues;
  std::vector<DrawnProfile> profiles;
};

DrawnNegotiation draw_negotiation(Random& random) {
  DrawnNegotiation all;
  all.issues.resize(1 + oracle::draw(random, 3));
  for (DrawnIssue& issue : all.issues)
    issue = {oracle::draw(random, 100) < 40, static_cast<int>(oracle::draw(random, 7)) - 3,
             1 + oracle::draw(random, 5)};
  all.profiles.resize(2 + oracle::draw(random, 2));
  for (DrawnProfile& profile : all.profiles) {
    profile.reservation = static_cast<int>(oracle::draw(random, 60));
    for (const DrawnIssue& issue : all.issues) {
      DrawnValuation& of = profile.issues.emplace_back();
      of.weight = static_cast<int>(oracle::draw(random, 70));
      for (std::size_t n = 0; n < (issue.numbers ? 2 : issue.values); ++n)
        of.numbers.push_back(static_cast<int>(oracle::draw(random, 100)) - (issue.numbers ? 30 : 0));
      if (oracle::draw(random, 10) == 0) std::fill(of.numbers.begin(), of.numbers.end(), 0);
    }
  }
  return all;
}

/// -30 is "-0.30".
std::string hundredths(int number) {
  const std::string digits = std::to_string(std::abs(number) + 100);
  return (number < 0 ? "-" : "") + std::to_string(std::abs(number) / 100) + "." +
         digits.substr(digits.size() - 2);
}

std::string issue_xml(const DrawnIssue& issue, std::size_t i, const DrawnValuation* of) {
  const std::string kind = issue.numbers ? "integer" : "discrete";
  std::string xml = "<issue index=\"" + std::to_string(i + 1) + "\" name=\"Issue " + std::to_string(i) +
                    "\" type=\"" + kind + "\">";
  if (issue.numbers) {
    xml += "<range lowerbound=\"" + std::to_string(issue.lowest) + "\" upperbound=\"" +
           std::to_string(issue.lowest + static_cast<int>(issue.values) - 1) + "\"/>";
    if (of != nullptr)
      xml += "<evaluator ftype=\"linear\" offset=\"" + hundredths(of->numbers[0]) + "\" slope=\"" +
             hundredths(of->numbers[1]) + "\"/>";
    return xml + "</issue>";
  }
  for (std::size_t v = 0; v < issue.values; ++v)
    xml += "<item value=\"v" + std::to_string(v) + "\"" +
           (of == nullptr ? "" : " evaluation=\"" + hundredths(of->numbers[v]) + "\"") + "/>";
  return xml + "</issue>";
}

std::string profile_xml(const DrawnNegotiation& drawn, const DrawnProfile& profile, Random& random) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < drawn.issues.size(); ++i) {
    parts.push_back(issue_xml(drawn.issues[i], i, &profile.issues[i]));
    parts.push_back("<weight index=\"" + std::to_string(i + 1) + "\" value=\"" +
                    hundredths(profile.issues[i].weight) + "\"/>");
  }
  std::shuffle(parts.begin(), parts.end(), random);
  std::string xml = "<utility_space><objective>";
  for (const std::string& part : parts) xml += part;
  return xml + "</objective><reservation value=\"" + hundredths(profile.reservation) + "\"/></utility_space>";
}

std::vector<exchange::GivenFile> files_of(const DrawnNegotiation& drawn, Random& random) {
  std::string domain = "<negotiation_template><utility_space><objective>";
  for (std::size_t i = 0; i < drawn.issues.size(); ++i) domain += issue_xml(drawn.issues[i], i, nullptr);
  std::vector<exchange::GivenFile> files = {
      {"domain.xml", domain + "</objective></utility_space></negotiation_template>"}};
  for (const DrawnProfile& profile : drawn.profiles)
    files.push_back({"p" + std::to_string(files.size()) + ".xml", profile_xml(drawn, profile, random)});
  return files;
}

Rational of_hundred(int number) {
  Rational fraction(number, 100);
  fraction.canonicalize();
  return fraction;
}

/// The formula of GENIUS for one value of one issue.
Rational value_worth(const DrawnIssue& issue, const DrawnValuation& of, std::size_t value) {
  if (issue.numbers) {
    const Rational linear = of_hundred(of.numbers[0]) + of_hundred(of.numbers[1]) * static_cast<int>(value);
    return of_hundred(of.weight) * (linear < 0 ? Rational(0) : linear > 1 ? Rational(1) : linear);
  }
  const int largest = *std::max_element(of.numbers.begin(), of.numbers.end());
  if (largest == 0) return 0;
  return of_hundred(of.weight) * of_hundred(of.numbers[value]) / of_hundred(largest);
}

Rational outcome_worth(const DrawnNegotiation& drawn, const DrawnProfile& profile, const States& states,
                       StateId s) {
  Rational sum = 0;
  for (std::size_t i = 0; i < drawn.issues.size(); ++i) {
    const Value value = states.value(s, static_cast<OptionId>(i));
    if (value == 0) return of_hundred(profile.reservation);
    sum += value_worth(drawn.issues[i], profile.issues[i], value - 1);
  }
  return sum;
}

Model bound(const std::string& text) {
  Diagnostics diagnostics;
  const Text file("made.toml", text);
  Binding binding = bind(casefile::read(file, diagnostics), diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << printed(diagnostics, file, {}) << text;
  return std::move(binding.model);
}

/// The sum of the weights of the statements that hold.
mpz_class score(const Model& model, PartyId party, const States& states, StateId s) {
  mpz_class sum = 0;
  for (const Preference& one : model[party].preferences) {
    EXPECT_GE(one.weight.exponent, 0);
    if (!where(model.conditions, one.statement, states).contains(s)) continue;
    const mpz_class weight(one.weight.digits +
                           std::string(static_cast<std::size_t>(one.weight.exponent), '0'));
    sum += one.weight.negative ? mpz_class(-weight) : weight;
  }
  return sum;
}

/// The unit that the head of the case tells.
mpz_class unit_of(const std::string& text) {
  const std::string before = "What is worth 1 there has the weight ";
  const std::size_t begin = text.find(before) + before.size();
  return mpz_class(text.substr(begin, text.find(' ', begin) - begin));
}

void expect_worths(const DrawnNegotiation& drawn, const std::string& text) {
  const Model model = bound(text);
  const States states = std::get<States>(feasible_states(model));
  const mpz_class unit = unit_of(text);
  std::size_t outcomes = 1;
  for (const DrawnIssue& issue : drawn.issues) outcomes *= issue.values;
  ASSERT_EQ(states.size(), outcomes + 1);
  for (std::size_t p = 0; p < drawn.profiles.size(); ++p) {
    const PartyId party{static_cast<std::uint32_t>(p)};
    const Ranks seen = ranks(model, party, states, {});
    std::vector<Rational> worth;
    for (StateId s = 0; s < states.size(); ++s)
      worth.push_back(outcome_worth(drawn, drawn.profiles[p], states, s));
    for (StateId s = 0; s < states.size(); ++s) {
      EXPECT_EQ(score(model, party, states, s).get_str(), Rational(worth[s] * unit).get_str());
      EXPECT_EQ(seen[s] < seen[0], worth[s] < worth[0]);
      EXPECT_EQ(seen[s] == seen[states.size() - 1], worth[s] == worth[states.size() - 1]);
    }
  }
}

/// From no deal to every deal, all at once, and from a deal nowhere.
void expect_moves(const std::string& text) {
  const Model model = bound(text);
  const States states = std::get<States>(feasible_states(model));
  const MoverMoves together(model, states, MoverId(model.parties.size()));
  EXPECT_EQ(states.find(status_quo(model, states.layout())), StateId{0});
  EXPECT_EQ(together.from(0).size(), states.size() - 1);
  for (StateId s = 1; s < states.size(); ++s) EXPECT_TRUE(together.from(s).empty());
}

TEST(GeniusWorth, RandomNegotiations) {
  for (std::uint64_t seed = 0; seed < oracle::rounds(300); ++seed) {
    Random random(seed);
    const DrawnNegotiation drawn = draw_negotiation(random);
    const std::string text = made(files_of(drawn, random)).text;
    expect_worths(drawn, text);
    expect_moves(text);
    if (HasFailure()) FAIL() << "seed " << seed << "\n" << text;
  }
}

}  // namespace
}  // namespace entente::genius
