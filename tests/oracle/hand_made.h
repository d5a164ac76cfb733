// Models made by hand in a few lines, for tests.
#pragma once

#include <string>
#include <vector>

#include "model/model.h"

namespace entente::oracle {

/// Builds a model step by step. Options have two values unless more are asked for; each starts at its first.
class HandMade {
 public:
  PartyId party() {
    model.parties.emplace_back();
    model.parties.back().id = std::string("p").append(std::to_string(model.parties.size() - 1));
    return PartyId(static_cast<std::uint32_t>(model.parties.size() - 1));
  }

  /// Options of a party must be added before those of the next.
  OptionId option(PartyId party, std::size_t values = 2) {
    const OptionId id{static_cast<std::uint32_t>(model.options.size())};
    Option option{.mover = party, .id = std::string("o").append(std::to_string(index(id)))};
    for (std::size_t v = 0; v < values; ++v) option.values.push_back(std::to_string(v));
    model.options.push_back(std::move(option));
    model.parties[index(party)].options.push_back(id);
    return id;
  }

  /// A joint option must be added after the options of all parties.
  OptionId joint(std::vector<PartyId> members, std::size_t values = 2) {
    std::size_t group = 0;
    while (group < model.groups.size() && model.groups[group].members != members) ++group;
    if (group == model.groups.size()) model.groups.push_back({std::move(members), {}});
    const OptionId id{static_cast<std::uint32_t>(model.options.size())};
    Option option{.mover = MoverId(model.parties.size() + group), .id = "j" + std::to_string(index(id))};
    for (std::size_t v = 0; v < values; ++v) option.values.push_back(std::to_string(v));
    model.options.push_back(std::move(option));
    model.groups[group].options.push_back(id);
    return id;
  }

  ConditionId is(OptionId option, Value value = 1) {
    return model.conditions.add({.kind = Condition::Kind::choice, .option = option, .values = {value}});
  }
  ConditionId both(ConditionId a, ConditionId b) {
    return model.conditions.add({.kind = Condition::Kind::conjunction, .of = {a, b}});
  }
  ConditionId either(ConditionId a, ConditionId b) {
    return model.conditions.add({.kind = Condition::Kind::disjunction, .of = {a, b}});
  }
  ConditionId never(ConditionId a) { return model.conditions.negation(a); }

  /// The party's next most important statement.
  void likes(PartyId party, ConditionId statement, bool demand = false) {
    model.parties[index(party)].preferences.push_back({.statement = statement, .demand = demand});
  }
  void forbid(ConditionId condition) {
    model.rules.push_back({.holds = model.conditions.negation(condition), .forbid = true});
  }
  void agreement(ConditionId when, std::vector<PartyId> needs) {
    model.agreement = Agreement{.when = when, .text = "agreement", .needs = std::move(needs)};
  }
  void date(std::string_view day) { model.date = date_span(day); }

  Model model;
};

}  // namespace entente::oracle
