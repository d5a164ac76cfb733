// What a party wants: a statement, what it demands of a settlement, and the classes of a direct ranking.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/condition.h"
#include "model/date.h"
#include "model/grounds.h"
#include "model/ids.h"
#include "text/decimal.h"

namespace entente {

struct Preference {
  std::string id;  // unique among the party's; or empty
  ConditionId statement{};
  std::string text;     // as written, white space folded
  std::string label;    // in the analyst's words, or empty
  Decimal weight;       // counts only where the party is weighted
  bool equal = false;   // as important as the one before it, which there is
  bool strong = false;  // what breaks it is strongly worse; so are all before it, and those equal to it
  bool demand = false;
  std::optional<ConditionId> agreed;        // of a linked dispute: where its demands count, its own agreement
  std::optional<ConditionId> where_agreed;  // and then: that where this holds the statement does
  std::optional<Date> since, until;
  bool confidential = false;
  Grounds grounds;

  /// since <= day < until; a case without a date has no dated statements.
  bool in_force(std::optional<Date> day) const;
  /// What a settlement has to meet where this is a demand.
  ConditionId to_sign() const { return where_agreed.value_or(statement); }
};

/// That the statement holds where a dispute is agreed upon; nothing where there is no such dispute.
std::optional<ConditionId> where_agreed(Conditions& conditions, std::optional<ConditionId> agreed,
                                        ConditionId statement);

struct RankClass {
  ConditionId condition{};
  std::string text;
};

/// Statements that are equally important, as indices of their party's preferences: the more hold the better.
using EqualStatements = std::vector<std::size_t>;

}  // namespace entente
