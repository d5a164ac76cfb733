// Random small games with every feature of the model, for tests.
#include "oracle/random_model.h"

#include <algorithm>
#include <optional>

#include "oracle/oracle.h"

namespace entente::oracle {

std::uint64_t draw(std::mt19937_64& random, std::uint64_t below) {
  return random() % below;
}

namespace {

constexpr Date today = Date(std::chrono::days(17000));

std::string numbered(std::string word, std::size_t number) {
  return word += std::to_string(number);
}

bool chance(std::mt19937_64& random, std::uint64_t percent) {
  return draw(random, 100) < percent;
}

Moves random_moves(std::mt19937_64& random, Value values) {
  if (chance(random, 40)) return {};
  Moves moves{.kind = static_cast<Moves::Kind>(draw(random, 5))};
  if (moves.kind != Moves::Kind::pairs) return moves;
  for (Value a = 0; a < values; ++a)
    for (Value b = 0; b < values; ++b)
      if (a != b && chance(random, 50)) moves.pairs.emplace_back(a, b);
  return moves;
}

/// Draws that leave the others as they are.
std::mt19937_64 aside(std::mt19937_64 random) {
  return std::mt19937_64(random());
}

/// Names, or whole numbers in no order, which may be added.
void add_values(std::mt19937_64 random, Model& model, OptionId id, Option& option, std::size_t values) {
  const bool numbers = chance(random, 50);
  std::vector<std::int64_t> worth;
  while (worth.size() < values) {
    const auto next = static_cast<std::int64_t>(draw(random, 3 * values)) - static_cast<std::int64_t>(values);
    if (std::count(worth.begin(), worth.end(), next) == 0) worth.push_back(next);
  }
  for (std::size_t v = 0; v < values; ++v)
    option.values.push_back(numbers ? std::to_string(worth[v]) : numbered("v", v));
  if (numbers) model.conditions.set_numbers(id, std::move(worth));
}

/// Whose each option is, the party's or the group's, movers in order.
std::vector<MoverId> random_owners(std::mt19937_64& random, Model& model, const Shape& shape) {
  std::vector<MoverId> owners;
  for (std::uint64_t left = draw(random, shape.options + 1); left > 0; --left)
    owners.emplace_back(draw(random, model.parties.size()));
  std::sort(owners.begin(), owners.end());
  std::mt19937_64 joint = aside(random);
  if (shape.joints == 0 || model.parties.size() < 2 || chance(joint, 60)) return owners;
  for (std::uint64_t left = 1 + draw(joint, shape.joints); left > 0; --left) {
    Group group;
    for (const PartyId i : model.party_ids())
      if (chance(joint, 70)) group.members.push_back(i);
    if (group.members.size() < 2) continue;
    std::size_t g = 0;
    while (g < model.groups.size() && model.groups[g].members != group.members) ++g;
    if (g == model.groups.size()) model.groups.push_back(group);
    owners.emplace_back(model.parties.size() + g);
  }
  return owners;
}

void add_options(std::mt19937_64& random, Model& model, const Shape& shape) {
  std::size_t combinations = 1;
  for (const MoverId owner : random_owners(random, model, shape)) {
    const std::size_t values = chance(random, 65) ? 2 : 2 + draw(random, shape.values - 1);
    if (combinations * values > shape.combinations) continue;
    combinations *= values;
    const OptionId id{static_cast<std::uint32_t>(model.options.size())};
    Option option{.mover = owner, .id = numbered("o", index(id))};
    option.name = option.id;
    add_values(aside(random), model, id, option, values);
    option.status_quo = option.start = static_cast<Value>(draw(random, values));
    if (shape.restricted) option.moves = random_moves(random, static_cast<Value>(values));
    if (chance(random, 40))
      option.takes = Period{static_cast<std::uint32_t>(1 + draw(random, 4)), Period::Unit(draw(random, 4))};
    std::vector<OptionId>& own = model.is_group(owner)
                                     ? model.groups[index(owner) - model.parties.size()].options
                                     : model.parties[index(owner)].options;
    own.push_back(id);
    model.options.push_back(std::move(option));
  }
}

Decimal random_weight(std::mt19937_64& random) {
  const std::uint64_t digits = draw(random, 6);
  if (digits == 0) return {};
  return {chance(random, 30), std::to_string(digits), static_cast<std::int32_t>(draw(random, 3)) - 1};
}

void add_preferences(std::mt19937_64& random, Model& model, Party& party, const Shape& shape) {
  party.weighted = chance(random, 25);
  for (std::uint64_t left = draw(random, shape.statements + 1); left > 0; --left) {
    Preference preference{.statement = random_condition(random, model, 2)};
    preference.text = numbered("statement ", left);
    if (party.weighted) preference.weight = random_weight(random);
    if (!party.weighted && !party.preferences.empty()) preference.equal = chance(random, 35);
    if (model.date && chance(random, 15))
      preference.since = today + std::chrono::days(static_cast<int>(draw(random, 3)) - 1);
    if (model.date && chance(random, 15))
      preference.until = today + std::chrono::days(static_cast<int>(draw(random, 3)) - 1);
    party.preferences.push_back(std::move(preference));
  }
}

void add_ranking(std::mt19937_64& random, Model& model, Party& party) {
  for (std::uint64_t left = 1 + draw(random, 4); left > 0; --left)
    party.ranking.push_back({random_condition(random, model, 2), numbered("class ", left)});
  party.ranking.push_back({model.conditions.constant(true), "true"});
}

// A random condition, turned round where that takes for it to hold at the status quo.
void add_rules(std::mt19937_64& random, Model& model) {
  Values status_quo;
  for (const Option& option : model.options) status_quo.push_back(option.status_quo);
  for (std::uint64_t left = draw(random, 4); left > 0; --left) {
    const ConditionId condition = random_condition(random, model, 2);
    const bool holds = truth(model, condition, status_quo);
    model.rules.push_back(
        {.holds = holds ? condition : model.conditions.negation(condition), .forbid = !holds});
  }
}

void add_agreement(std::mt19937_64& random, Model& model) {
  Agreement agreement{.when = random_condition(random, model, 2), .text = "agreement"};
  for (const PartyId party : model.party_ids())
    if (chance(random, 75)) agreement.needs.push_back(party);
  if (model.date && chance(random, 50)) {
    const Date last = today + std::chrono::days(static_cast<int>(draw(random, 120)));
    agreement.by = DateSpan{last, last};
  }
  model.agreement = std::move(agreement);
  for (const PartyId party : model.consenting())
    for (Preference& preference : model.parties[index(party)].preferences)
      preference.demand = chance(random, 30);
}

// Who has it in which states; a condition counts only where those before it do not hold.
void add_stake(std::mt19937_64& random, Model& model) {
  Stake stake{.id = numbered("stake", model.stakes.size())};
  stake.name = stake.id;
  if (chance(random, 60)) stake.holder = PartyId(draw(random, model.parties.size()));
  std::vector<ConditionId> before;
  for (const PartyId party : model.party_ids()) {
    if (chance(random, 30)) continue;
    std::vector<ConditionId> all = before;
    all.push_back(random_condition(random, model, 1));
    before.push_back(model.conditions.negation(all.back()));
    stake.to.emplace_back(party, model.conditions.add({.kind = Condition::Kind::conjunction, .of = all}));
    stake.claimants.push_back(party);
  }
  model.stakes.push_back(std::move(stake));
}

// Conditions of single changes, and moves that parties list.
void restrict_moves(std::mt19937_64& random, Model& model) {
  for (Option& option : model.options) {
    if (option.moves.kind != Moves::Kind::pairs || chance(random, 50)) continue;
    for (const auto& [from, to] : option.moves.pairs)
      if (chance(random, 60)) option.moves.guarded.push_back({from, to, random_condition(random, model, 1)});
  }
  for (Party& party : model.parties) {
    if (chance(random, 75)) continue;
    for (std::uint64_t left = 1 + draw(random, 4); left > 0; --left)
      party.moves.push_back({random_condition(random, model, 1),
                             random_condition(random, model, 1),
                             numbered("from ", left),
                             numbered("to ", left),
                             {}});
  }
}

ConditionId random_choice(std::mt19937_64& random, Model& model) {
  const OptionId option{static_cast<std::uint32_t>(draw(random, model.options.size()))};
  Condition choice{.kind = Condition::Kind::choice, .option = option};
  const std::size_t values = model[option].values.size();
  for (Value v = 0; v < values; ++v)
    if (chance(random, 50)) choice.values.push_back(v);
  if (choice.values.empty() || choice.values.size() == values)
    choice.values = {static_cast<Value>(draw(random, values))};
  return model.conditions.add(std::move(choice));
}

std::vector<Addend> random_side(std::mt19937_64& random, const std::vector<OptionId>& options) {
  std::vector<Addend> side;
  for (std::uint64_t left = draw(random, 4); left > 0; --left)
    side.push_back({options[draw(random, options.size())], static_cast<std::int64_t>(draw(random, 7)) - 3});
  side.push_back({{}, static_cast<std::int64_t>(draw(random, 15)) - 5});
  return side;
}

/// A comparison of sums of options that have numbers, now and then, of which the sides are equal somewhere;
/// else nothing.
std::optional<ConditionId> random_sum(std::mt19937_64 random, Model& model) {
  std::vector<OptionId> options;
  for (std::size_t o = 0; o < model.options.size(); ++o)
    if (model.conditions.has_numbers(OptionId(o))) options.push_back(OptionId(o));
  if (options.empty() || chance(random, 75)) return std::nullopt;
  Condition sum{.kind = Condition::Kind::sum};
  sum.sign = static_cast<Condition::Sign>(draw(random, 6));
  sum.left = random_side(random, options);
  sum.right = random_side(random, options);
  const Balance balance = model.conditions.balance(sum);
  std::int64_t more = balance.fixed;
  for (const Addend& addend : balance.terms)
    more += addend.times * model.conditions.numbers(*addend.option).of[draw(random, 2)];
  sum.right.back().times += more;
  return model.conditions.add(std::move(sum));
}

}  // namespace

ConditionId random_condition(std::mt19937_64& random, Model& model, unsigned depth) {
  using Kind = Condition::Kind;
  if (model.options.empty() || chance(random, 3)) return model.conditions.constant(chance(random, 50));
  if (depth == 0 || chance(random, 30)) {
    const std::optional<ConditionId> sum = random_sum(aside(random), model);
    const ConditionId choice = random_choice(random, model);
    return sum.value_or(choice);
  }
  Condition condition{.kind = static_cast<Kind>(2 + draw(random, 6))};
  const std::uint64_t parts = condition.kind == Kind::negation ? 1 : 2 + draw(random, 3);
  for (std::uint64_t k = 0; k < parts; ++k)
    condition.of.push_back(random_condition(random, model, depth - 1));
  if (condition.kind == Kind::count) {
    condition.low = static_cast<std::uint32_t>(draw(random, parts + 1));
    condition.high = condition.low + static_cast<std::uint32_t>(draw(random, parts + 1 - condition.low));
  }
  return model.conditions.add(std::move(condition));
}

void make_strict(Model& model, std::mt19937_64& random) {
  for (Party& party : model.parties) {
    party.ranking.clear();
    party.weighted = false;
    std::vector<ConditionId> all;
    for (std::size_t o = 0; o < model.options.size(); ++o)
      for (Value v = 1; v < model.options[o].values.size(); ++v)
        all.push_back(model.conditions.add(
            {.kind = Condition::Kind::choice, .option = static_cast<OptionId>(o), .values = {v}}));
    for (; !all.empty(); all.pop_back()) {
      std::swap(all.back(), all[draw(random, all.size())]);
      if (draw(random, 2) == 0) all.back() = model.conditions.negation(all.back());
      party.preferences.push_back({.statement = all.back()});
    }
  }
}

Model random_model(std::mt19937_64& random, const Shape& shape) {
  Model model{.title = "random"};
  if (chance(random, 80)) model.date = DateSpan{today, today};
  model.parties.resize(1 + draw(random, shape.parties));
  for (std::size_t i = 0; i < model.parties.size(); ++i)
    model.parties[i].id = model.parties[i].name = numbered("p", i);
  add_options(random, model, shape);
  for (Option& option : model.options)
    if (shape.restricted && chance(random, 20)) option.when = random_condition(random, model, 2);
  for (Party& party : model.parties)
    if (chance(random, 20))
      add_ranking(random, model, party);
    else
      add_preferences(random, model, party, shape);
  if (shape.rules) add_rules(random, model);
  if (chance(random, 70)) add_agreement(random, model);
  for (std::uint64_t left = draw(random, 3); left > 0; --left) add_stake(random, model);
  if (shape.restricted && !shape.by_options) restrict_moves(random, model);
  if (shape.replies) model.replies = static_cast<Replies>(draw(random, 3));
  return model;
}

}  // namespace entente::oracle
