// What values are worth by a profile in JSON: the weight of the issue times the utility of the value.
#pragma once

#include <string>
#include <vector>

#include "exchange/json_reader.h"
#include "exchange/left_out.h"
#include "exchange/negotiation.h"

namespace entente::exchange {

/// A profile that is such a sum.
struct JsonUtilities {
  std::string party;
  const JsonValue* weights = nullptr;         // an object: a number for each issue
  std::vector<const JsonValue*> values = {};  // of each issue an object: a number for each value
  bool no_more_than_one = false;              // whether utilities are from 0 to 1, and others are refused
};

/// Of each issue's values. An issue or a value that is missing, or that the negotiation has not, is refused;
/// weights that do not add to 1 are told.
std::vector<std::vector<Rational>> worths_of(const JsonUtilities& profile, const std::vector<Issue>& issues,
                                             JsonReader& reader, LeftOut& left_out);

/// Refuses each member of an object that is called like none of the issues.
void look_for_other_issues(const JsonValue& object, const std::vector<Issue>& issues, JsonReader& reader);

}  // namespace entente::exchange
