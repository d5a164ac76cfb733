// What outcomes are worth by the formula of GENIUS, one by one, is what the made case says, in one unit.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "exchange/genius_sample.h"
#include "exchange/scores.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"

namespace entente::genius {
namespace {

using exchange::hundredths;
using exchange::of_hundred;
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

exchange::Worth worth_to(const DrawnProfile& profile, const DrawnNegotiation& drawn) {
  return [&](const std::vector<std::size_t>& values) {
    Rational sum = values.empty() ? of_hundred(profile.reservation) : Rational(0);
    for (std::size_t i = 0; i < values.size(); ++i)
      sum += value_worth(drawn.issues[i], profile.issues[i], values[i]);
    return sum;
  };
}

void expect_drawn(const DrawnNegotiation& drawn, const std::string& text) {
  std::vector<std::size_t> values;
  for (const DrawnIssue& issue : drawn.issues) values.push_back(issue.values);
  std::vector<exchange::Worth> parties;
  for (const DrawnProfile& profile : drawn.profiles) parties.push_back(worth_to(profile, drawn));
  exchange::expect_worths(text, values, parties);
  exchange::expect_moves(text);
}

TEST(GeniusWorth, RandomNegotiations) {
  for (std::uint64_t seed = 0; seed < oracle::rounds(300); ++seed) {
    Random random(seed);
    const DrawnNegotiation drawn = draw_negotiation(random);
    const std::string text = made(files_of(drawn, random)).text;
    expect_drawn(drawn, text);
    if (HasFailure()) FAIL() << "seed " << seed << "\n" << text;
  }
}

}  // namespace
}  // namespace entente::genius
