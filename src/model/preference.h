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
  std::string text;    // as written, white space folded
  std::string label;   // in the analyst's words, or empty
  Decimal weight;      // counts only where the party is weighted
  bool equal = false;  // as important as the one before it, which there is
  bool strong = false;  // what breaks it is strongly worse; so are all before it, and those equal to it
  bool demand = false;
  std::optional<ConditionId> agreed;  // of a linked dispute: where its demands count, its own agreement
  ConditionId demanded{};             // what a settlement has to meet where this is a demand
  std::optional<Date> since, until;
  bool confidential = false;
  Grounds grounds;

  /// since <= day < until; a case without a date has no dated statements.
  bool in_force(std::optional<Date> day) const;
};

/// What a demand asks of a settlement: its statement, of a linked dispute only where that is agreed upon.
ConditionId demanded_where(Conditions& conditions, std::optional<ConditionId> agreed, ConditionId statement);

struct RankClass {
  ConditionId condition{};
  std::string text;
};

/// Statements that are equally important, as indices of their party's preferences: the more hold the better.
using EqualStatements = std::vector<std::size_t>;

}  // namespace entente
