// Models of a given size for the benchmarks.
#include "bench/sized_model.h"

#include <random>
#include <string>

namespace entente::bench {
namespace {

constexpr Date today = Date(std::chrono::days(17000));

ConditionId choice(Model& model, std::mt19937_64& random) {
  const OptionId option{static_cast<std::uint32_t>(random() % model.options.size())};
  return model.conditions.add(
      {.kind = Condition::Kind::choice, .option = option, .values = {static_cast<Value>(random() % 2)}});
}

ConditionId statement(Model& model, std::mt19937_64& random) {
  Condition condition{.kind =
                          random() % 2 == 0 ? Condition::Kind::conjunction : Condition::Kind::disjunction};
  for (std::uint64_t left = 2 + random() % 3; left > 0; --left) condition.of.push_back(choice(model, random));
  return model.conditions.add(std::move(condition));
}

void add_options(Model& model, const Size& size, std::mt19937_64& random) {
  for (std::size_t o = 0; o < size.options; ++o) {
    const PartyId party{static_cast<std::uint32_t>(o * size.parties / size.options)};
    Option option{.mover = party, .id = std::string("o").append(std::to_string(o))};
    option.values = {"no", "yes"};
    if (size.forward && o % 3 == 0) option.moves.kind = Moves::Kind::forward;
    if (size.takes && o % 2 == 0)
      option.takes = Period{static_cast<std::uint32_t>(1 + random() % 9), Period::Unit::months};
    model.parties[index(party)].options.push_back(OptionId{static_cast<std::uint32_t>(o)});
    model.options.push_back(std::move(option));
  }
}

}  // namespace

Model sized_model(const Size& size, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Model model{.title = "sized"};
  model.date = DateSpan{today, today};
  model.parties.resize(size.parties);
  for (std::size_t i = 0; i < size.parties; ++i)
    model.parties[i].id = std::string("p").append(std::to_string(i));
  add_options(model, size, random);
  for (Party& party : model.parties)
    for (std::size_t n = 0; n < size.statements; ++n)
      party.preferences.push_back({.statement = statement(model, random), .demand = n == 0});
  // Two choices together forbid a quarter, another pair a bit less; "yes" keeps the status quo feasible.
  for (int rule = 0; rule < 2; ++rule) {
    const OptionId first{static_cast<std::uint32_t>(random() % size.options)};
    const ConditionId yes =
        model.conditions.add({.kind = Condition::Kind::choice, .option = first, .values = {1}});
    const ConditionId both =
        model.conditions.add({.kind = Condition::Kind::conjunction, .of = {yes, choice(model, random)}});
    model.rules.push_back({.holds = model.conditions.negation(both), .forbid = true});
  }
  const auto last = static_cast<std::uint32_t>(size.options - 1);
  const ConditionId a =
      model.conditions.add({.kind = Condition::Kind::choice, .option = OptionId{0}, .values = {1}});
  const ConditionId b =
      model.conditions.add({.kind = Condition::Kind::choice, .option = OptionId{last}, .values = {1}});
  model.agreement =
      Agreement{.when = model.conditions.add({.kind = Condition::Kind::conjunction, .of = {a, b}}),
                .text = "agreement",
                .needs = model.party_ids()};
  return model;
}

}  // namespace entente::bench
