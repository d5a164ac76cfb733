// The rules, the agreement and the stakes: formulas over the whole state.
#include "model/bind_rules.h"

#include <fmt/format.h>

namespace entente {
namespace {

/// The one formula of a rule; null where it has none or two, which is told.
const casefile::String* formula_of(Binder& binder, const casefile::Rule& rule) {
  if (rule.require && rule.forbid) {
    const bool forbid_second = rule.require->at.begin < rule.forbid->at.begin;
    const casefile::String& second = forbid_second ? *rule.forbid : *rule.require;
    const casefile::String& first = forbid_second ? *rule.require : *rule.forbid;
    binder.teller.fault("require-and-forbid", second.at, "a rule has either 'require' or 'forbid', not both",
                        "make two rules of it",
                        {{first.at, fmt::format("'{}' is here", forbid_second ? "require" : "forbid")}});
    return nullptr;
  }
  if (rule.require || rule.forbid) return rule.require ? &*rule.require : &*rule.forbid;
  if (!binder.unsure(rule, "require") && !binder.unsure(rule, "forbid"))
    binder.teller.fault("neither-require-nor-forbid", rule.at, "a rule lacks 'require' or 'forbid'",
                        "say which states are feasible, or which are not");
  return nullptr;
}

void bind_rule(Binder& binder, const casefile::Rule& written) {
  const casefile::String* formula = formula_of(binder, written);
  const std::optional<ConditionId> condition = formula ? binder.formulas.bind(*formula) : std::nullopt;
  if (!condition) binder.made.states_known = false;
  Rule rule;
  rule.forbid = written.forbid.has_value();
  rule.holds = or_hole(binder.model, condition);
  if (rule.forbid) rule.holds = binder.model.conditions.negation(rule.holds);
  rule.text = formula ? folded(formula->value) : "";
  rule.grounds = binder.grounds(written.grounds);
  binder.made.places.rules.push_back(formula ? formula->at : written.at);
  binder.model.rules.push_back(std::move(rule));
}

/// Whose consent a settlement takes; a party listed twice is told.
std::vector<PartyId> needs(Binder& binder, const casefile::Agreement& written) {
  if (!written.needs) {
    std::vector<PartyId> all(binder.written.parties.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<PartyId>(i);
    return all;
  }
  Known listed;
  for (const casefile::String& id : written.needs->value) {
    if (listed.add(id.value, {0, id.at})) continue;
    binder.teller.fault("duplicate-id", id.at, fmt::format("party '{}' is listed twice", id.value), {},
                        {{listed.find(id.value)->at, fmt::format("'{}' is first listed here", id.value)}});
  }
  return binder.parties(written.needs->value);
}

void bind_stake(Binder& binder, const casefile::Stake& written) {
  Stake stake;
  stake.id = text_of(written.id);
  stake.name = text_of(written.name);
  if (written.holder) stake.holder = binder.party(*written.holder);
  if (written.claimants) stake.claimants = binder.parties(written.claimants->value);
  std::vector<Place>& places = binder.made.places.to.emplace_back();
  bool known = !written.hole("to");
  for (const casefile::Entry& entry : written.to) {
    const std::optional<PartyId> party = binder.party(entry.key);
    const std::optional<ConditionId> condition = binder.formulas.bind(entry.value);
    if (!party || !condition) known = false;
    if (party && condition) stake.to.emplace_back(*party, *condition);
    if (party && condition) places.push_back(entry.value.at);
  }
  stake.grounds = binder.grounds(written.grounds);
  binder.made.stake_known.push_back(known);
  binder.model.stakes.push_back(std::move(stake));
}

}  // namespace

void bind_rules(Binder& binder) {
  if (binder.written.hole("rule")) binder.made.states_known = false;
  for (const casefile::Rule& rule : binder.written.rules) bind_rule(binder, rule);
}

void bind_agreement(Binder& binder) {
  if (!binder.written.agreement) return;
  const casefile::Agreement& written = *binder.written.agreement;
  Agreement agreement;
  const std::optional<ConditionId> when = written.when ? binder.formulas.bind(*written.when) : std::nullopt;
  agreement.when = or_hole(binder.model, when);
  agreement.text = written.when ? folded(written.when->value) : "";
  agreement.needs = needs(binder, written);
  agreement.by = binder.dated(written.by, "by");
  binder.model.agreement = std::move(agreement);
}

void bind_stakes(Binder& binder) {
  for (const casefile::Stake& stake : binder.written.stakes) bind_stake(binder, stake);
}

}  // namespace entente
