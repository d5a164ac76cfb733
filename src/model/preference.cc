// Which statements are in force, and what a demand asks.
#include "model/preference.h"

namespace entente {

bool Preference::in_force(std::optional<Date> day) const {
  if (!day) return !since && !until;
  return (!since || *since <= *day) && (!until || *day < *until);
}

std::optional<ConditionId> where_agreed(Conditions& conditions, std::optional<ConditionId> agreed,
                                        ConditionId statement) {
  if (!agreed) return std::nullopt;
  return conditions.add({.kind = Condition::Kind::implication, .of = {*agreed, statement}});
}

}  // namespace entente
