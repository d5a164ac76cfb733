// Large games for the benchmarks.
#include "bench/large_model.h"
#include "engine/parallel.h"

#include <algorithm>
#include <random>

namespace entente::bench {
namespace {

// A conjunction or a disjunction of 2 to 4 different options or their negations.
ConditionId statement(std::mt19937_64& random, Model& model) {
  std::vector<std::uint32_t> options;
  for (std::uint32_t o = 0; o < model.options.size(); ++o) options.push_back(o);
  Condition whole{.kind = random() % 2 == 0 ? Condition::Kind::conjunction : Condition::Kind::disjunction};
  const std::uint64_t count = 2 + random() % 3;
  for (std::uint64_t k = 0; k < count; ++k) {
    std::swap(options[k], options[k + random() % (options.size() - k)]);
    whole.of.push_back(model.conditions.add({.kind = Condition::Kind::choice,
                                             .option = OptionId(options[k]),
                                             .values = {static_cast<Value>(random() % 2)}}));
  }
  return model.conditions.add(std::move(whole));
}

ConditionId at_first_value(Model& model, OptionId option) {
  return model.conditions.add({.kind = Condition::Kind::choice, .option = option, .values = {0}});
}

// not (a and b and c): two of them forbid about a third where each forbids about a sixth.
void forbid_a_third(std::mt19937_64& random, Model& model) {
  for (int rule = 0; rule < 3; ++rule) {
    Condition all{.kind = Condition::Kind::conjunction};
    for (int k = 0; k < 3; ++k) {
      const OptionId option{static_cast<std::uint32_t>(random() % model.options.size())};
      all.of.push_back(model.conditions.add(
          {.kind = Condition::Kind::choice, .option = option, .values = {static_cast<Value>(random() % 2)}}));
    }
    model.rules.push_back({.holds = model.conditions.negation(model.conditions.add(std::move(all)))});
  }
}

// Of the first two parties, and of the last two.
void add_joint_acts(Model& model, const Size& size) {
  const auto last = static_cast<std::uint32_t>(size.parties - 1);
  for (const auto& [one, other] : {std::pair(0U, 1U), std::pair(last - 1, last)}) {
    Group& group = model.groups.emplace_back(Group{.members = {PartyId{one}, PartyId{other}}, .options = {}});
    for (int k = 0; k < 2; ++k) {
      group.options.push_back(OptionId(static_cast<std::uint32_t>(model.options.size())));
      model.options.push_back(
          {.mover = MoverId(model.movers() - 1), .values = {"no", "yes"}, .moves = {.kind = size.moves}});
    }
  }
}

}  // namespace

Model large_model(const Size& size) {
  Model model;
  std::mt19937_64 random(size.seed);
  model.parties.resize(size.parties);
  const std::size_t alone = size.options - (size.joint ? 4 : 0);
  for (std::size_t o = 0; o < alone; ++o) {
    const PartyId party{static_cast<std::uint32_t>(o * size.parties / alone)};
    model.parties[index(party)].options.push_back(OptionId(static_cast<std::uint32_t>(o)));
    model.options.push_back({.mover = party, .values = {"no", "yes"}, .moves = {.kind = size.moves}});
  }
  if (size.joint) add_joint_acts(model, size);
  if (size.when)
    for (std::size_t i = 0; i < size.parties; ++i)
      model.options[index(model.parties[i].options[0])].when =
          at_first_value(model, model.parties[(i + 1) % size.parties].options[0]);
  // Every third of them hangs on an option of its own party.
  if (size.all_when)
    for (std::size_t o = 0; o < size.options; ++o)
      model.options[o].when = at_first_value(
          model,
          OptionId(static_cast<std::uint32_t>((o + (o % 3 == 0 ? 1 : size.options / 2)) % size.options)));
  for (Party& party : model.parties)
    for (std::size_t p = 0; p < size.statements; ++p)
      party.preferences.push_back({.statement = statement(random, model)});
  if (size.rules) forbid_a_third(random, model);
  return model;
}

std::vector<Ranks> all_ranks(const Model& model, const States& states) {
  std::vector<Ranks> all(model.parties.size());
  in_parallel(all.size(), [&](std::size_t i) {
    all[i] = ranks(model, static_cast<PartyId>(static_cast<std::uint32_t>(i)), states, model.day());
  });
  return all;
}

}  // namespace entente::bench
