// A negotiation as other programs save it: issues settled together, and what each party takes each value for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "exchange/given_file.h"
#include "exchange/made_case.h"
#include "exchange/rational.h"

namespace entente::exchange {

struct Issue {
  std::string name;
  std::vector<std::string> values;  // texts, one or more
};

/// A party: what an outcome is worth to it is the sum over the issues.
struct Negotiator {
  std::string name;
  std::vector<std::vector<Rational>> worth;  // of each issue's values
  Rational without_deal = 0;
};

struct Negotiation {
  std::string what;  // what it is a negotiation of, for the head of the case
  std::vector<Issue> issues;
  std::vector<Negotiator> parties;
  std::vector<std::string> notes;      // what could not be carried over, one sentence each
  std::vector<std::string> explained;  // how values were counted: lines of comment
};

/// Why a case cannot hold so many values of so many issues; nothing where it can.
std::optional<std::string> too_large_for_a_case(const std::vector<Issue>& issues);

/// What is said of weights of issues that do not add to 1, without its full stop.
std::string odd_weights(const std::string& party, const Rational& sum);

/// The case: each issue a joint act of all parties, with weights that are whole numbers of one unit; or why
/// there can be none, told of a file. It takes two parties.
std::variant<MadeCase, Refused> case_of_negotiation(const Negotiation& negotiation, std::string_view title,
                                                    const std::string& file);

}  // namespace entente::exchange
