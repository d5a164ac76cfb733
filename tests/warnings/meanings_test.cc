// What no situation or every situation meets, and rules that forbid nothing, against a look at every
// combination.
#include "warnings/meanings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"

namespace entente {
namespace {

using oracle::Values;
/// Code and place; every statement and rule of a test's case has a place of its own.
using Told = std::set<std::pair<std::string, std::uint32_t>>;

constexpr std::size_t of_option = 100'000, of_change = 100, of_party = 10'000'000, of_move = 1000;

/// A case written so that place 1000 p + k is the k-th statement of party p, and k alone the k-th rule; the
/// conditions of changes and the moves listed have places from 100,000 on.
casefile::Case written(const Model& model) {
  casefile::Case made;
  const auto at = [](std::size_t n) {
    return Place{static_cast<std::uint32_t>(n), static_cast<std::uint32_t>(n)};
  };
  for (std::size_t p = 0; p < model.parties.size(); ++p) {
    casefile::Party& party = made.parties.emplace_back();
    for (std::size_t k = 0; k < model.parties[p].preferences.size(); ++k)
      party.preferences.emplace_back().statement = casefile::String{"x", at(1000 * (p + 1) + k), {}};
    for (const OptionId o : model.parties[p].options) {
      casefile::Moves& moves = party.options.emplace_back().moves.emplace();
      for (std::size_t k = 0; k < model[o].moves.guarded.size(); ++k) {
        const GuardedChange& one = model[o].moves.guarded[k];
        casefile::Change& change = moves.changes.emplace_back();
        change.from.value = model[o].values[one.from];
        change.to.value = model[o].values[one.to];
        change.when = casefile::String{"x", at(of_option + of_change * index(o) + k), {}};
      }
    }
    for (std::size_t k = 0; k < model.parties[p].moves.size(); ++k) {
      const std::size_t place = of_party + of_move * p + 3 * k;
      casefile::Move& move = party.moves.emplace_back();
      move.at = at(place);
      move.from = casefile::String{"x", at(place + 1), {}};
      move.to = casefile::String{"x", at(place + 2), {}};
    }
  }
  for (std::size_t r = 0; r < model.rules.size(); ++r) made.rules.emplace_back().at = at(r);
  if (model.agreement) {
    made.agreement.emplace().when = casefile::String{"x", at(999), {}};
    made.agreement->needs.emplace().at = at(998);
  }
  return made;
}

std::vector<Values> combinations(const Model& model) {
  std::vector<Values> all = {{}};
  for (const Option& option : model.options) {
    std::vector<Values> longer;
    for (const Values& values : all)
      for (std::size_t v = 0; v < option.values.size(); ++v) {
        longer.push_back(values);
        longer.back().push_back(static_cast<Value>(v));
      }
    all = std::move(longer);
  }
  return all;
}

/// How many of some situations meet a condition: none, all or some.
std::optional<Met> met(const Model& model, ConditionId condition, const std::vector<Values>& states) {
  const auto n = std::count_if(states.begin(), states.end(),
                               [&](const Values& s) { return oracle::truth(model, condition, s); });
  return n == 0 ? Met::never : static_cast<std::size_t>(n) == states.size() ? Met::always : Met::sometimes;
}

/// Whether a table lists a move that its party can make.
bool made(const Model& model, PartyId party, std::size_t table, const std::vector<Values>& states) {
  const std::vector<std::vector<StateId>> moves = oracle::moves(model, party, states);
  const ListedMove& one = model[party].moves[table];
  for (std::size_t s = 0; s < states.size(); ++s)
    for (const StateId t : moves[s])
      if (oracle::truth(model, one.from, states[s]) && oracle::truth(model, one.to, states[t])) return true;
  return false;
}

/// Conditions of changes and listed moves.
void tell_moves(const Model& model, const std::vector<Values>& states, Told& told) {
  const auto never = [&](ConditionId condition, std::size_t place) {
    if (met(model, condition, states) != Met::never) return false;
    return told.emplace("never-met", static_cast<std::uint32_t>(place)), true;
  };
  for (std::size_t o = 0; o < model.options.size(); ++o)
    for (std::size_t k = 0; k < model.options[o].moves.guarded.size(); ++k)
      never(model.options[o].moves.guarded[k].when, of_option + of_change * o + k);
  for (std::size_t p = 0; p < model.parties.size(); ++p)
    for (std::size_t k = 0; k < model.parties[p].moves.size(); ++k) {
      const std::size_t place = of_party + of_move * p + 3 * k;
      const bool from = never(model.parties[p].moves[k].from, place + 1);
      const bool to = never(model.parties[p].moves[k].to, place + 2);
      if (!from && !to && !made(model, static_cast<PartyId>(p), k, states))
        told.emplace("lists-no-move", static_cast<std::uint32_t>(place));
    }
}

/// Whether every settlement there is takes an act of some who need not consent.
bool takes_others(const Model& model, const std::vector<Values>& states) {
  std::vector<Values> settlements;
  for (const Values& s : states)
    if (model.agreement && oracle::truth(model, model.agreement->when, s)) settlements.push_back(s);
  const std::vector<PartyId> consenting = model.consenting();
  for (const Group& group : model.groups)
    for (const OptionId o : group.options)
      for (const PartyId i : group.members)
        if (std::count(consenting.begin(), consenting.end(), i) == 0 && !settlements.empty() &&
            std::none_of(settlements.begin(), settlements.end(),
                         [&](const Values& s) { return s[index(o)] == model[o].status_quo; }))
          return true;
  return false;
}

Told naively(const Model& model, const std::vector<Values>& states) {
  Told told;
  tell_moves(model, states, told);
  const auto tell = [&](ConditionId condition, std::size_t place) {
    const auto how = met(model, condition, states);
    if (how != Met::sometimes)
      told.emplace(how == Met::never ? "never-met" : "always-met", static_cast<std::uint32_t>(place));
  };
  if (model.agreement) tell(model.agreement->when, 999);
  if (takes_others(model, states)) told.emplace("joint-not-needed", 998);
  for (std::size_t p = 0; p < model.parties.size(); ++p)
    for (std::size_t k = 0; k < model.parties[p].preferences.size(); ++k)
      tell(model.parties[p].preferences[k].statement, 1000 * (p + 1) + k);
  std::set<std::size_t> idle;
  const std::vector<Values> all = combinations(model);
  for (std::size_t r = model.rules.size(); r-- > 0;) {
    const auto only_it_forbids = [&](const Values& values) {
      for (std::size_t other = 0; other < model.rules.size(); ++other)
        if (!idle.contains(other) && oracle::truth(model, model.rules[other].holds, values) != (other != r))
          return false;
      return true;
    };
    if (std::none_of(all.begin(), all.end(), only_it_forbids)) {
      idle.insert(r);
      told.emplace("forbids-nothing", static_cast<std::uint32_t>(r));
    }
  }
  return told;
}

TEST(Meanings, AgreeWithALookAtEveryCombination) {
  std::mt19937_64 random(16);
  std::size_t of_rules = 0, of_wishes = 0, of_joint_acts = 0;
  for (std::uint64_t round = 0; round < oracle::rounds(600); ++round) {
    Model model = oracle::random_model(random);
    for (std::uint64_t more = oracle::draw(random, 3); more > 0; --more) {
      const ConditionId extra = oracle::random_condition(random, model, 1);
      model.rules.push_back({.holds = extra});
      if (oracle::feasible(model).empty()) model.rules.pop_back();
    }
    const std::vector<Values> states = oracle::feasible(model);
    const MetBy by = [&](const std::vector<ConditionId>& conditions) {
      std::vector<std::optional<Met>> all;
      for (const ConditionId c : conditions) all.push_back(met(model, c, states));
      return all;
    };
    Diagnostics diagnostics;
    const MadeBy makes = [&](PartyId i, std::size_t table) {
      return std::optional(made(model, i, table, states));
    };
    warn_of_situations(written(model), model, by, makes, diagnostics);
    EXPECT_FALSE(diagnostics.faulty());
    Told told;
    for (const Diagnostic& one : diagnostics.sorted()) {
      told.emplace(one.code, one.at.begin);
      ++(one.code == "forbids-nothing"    ? of_rules
         : one.code == "joint-not-needed" ? of_joint_acts
                                          : of_wishes);
    }
    ASSERT_EQ(told, naively(model, states)) << "round " << round << "\n" << oracle::described(model);
  }
  EXPECT_GT(of_rules, 20U);
  EXPECT_GT(of_wishes, 20U);
  EXPECT_GT(of_joint_acts, 0U);
}

}  // namespace
}  // namespace entente
