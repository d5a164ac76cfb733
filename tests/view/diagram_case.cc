// Random cases small enough to be listed and looked at in diagrams.
#include "diagram_case.h"

namespace entente {
namespace {

/// Where some options are as in one state.
ConditionId as_in(Model& model, const States& states, StateId s, const std::vector<OptionId>& options) {
  Condition all{.kind = Condition::Kind::conjunction};
  for (const OptionId o : options)
    all.of.push_back(
        model.conditions.add({.kind = Condition::Kind::choice, .option = o, .values = {states.value(s, o)}}));
  return model.conditions.add(std::move(all));
}

/// No party likes what it would have to do for a state: ways to it cost concessions.
void resist(Model& model, const States& states, StateId s) {
  for (Party& party : model.parties)
    if (!party.weighted && party.ranking.empty() && !party.options.empty())
      party.preferences.insert(
          party.preferences.begin(),
          {.statement = model.conditions.negation(as_in(model, states, s, party.options))});
}

void list(Case& c) {
  c.states = std::get<States>(feasible_states(c.model));
  c.status_quo = *c.states.find(status_quo(c.model, c.states.layout()));
}

}  // namespace

Case random_case_to_list(std::uint64_t seed, const oracle::Shape& shape) {
  std::mt19937_64 random(seed);
  Case c{oracle::random_model(random, shape), {}, 0};
  if (seed % 4 == 3) c.model.replies = seed % 8 == 3 ? Replies::once : Replies::one;
  list(c);
  return c;
}

std::unique_ptr<DiagramView> in_diagrams(const Model& model) {
  return std::get<0>(DiagramView::open(model, {}));
}

std::vector<Word> words(const States& states, const StateSet& set) {
  std::vector<Word> all;
  set.for_each([&](StateId s) { all.push_back(states[s]); });
  return all;
}

std::vector<Word> words(const Set& set) {
  return set ? set->first(SIZE_MAX) : std::vector<Word>();
}

CaseWithQuestion random_question(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const oracle::Shape shape{.options = 9, .combinations = 600, .statements = 6, .restricted = seed % 4 != 0};
  CaseWithQuestion asked{{oracle::random_model(random, shape), {}, 0}};
  Case& c = asked.listed;
  asked.from = oracle::random_condition(random, c.model, 2);
  list(c);
  const auto state = static_cast<StateId>(oracle::draw(random, c.states.size()));
  std::vector<OptionId> options;
  for (const PartyId i : c.model.party_ids())
    options.insert(options.end(), c.model[i].options.begin(), c.model[i].options.end());
  asked.to =
      seed % 5 == 0 ? oracle::random_condition(random, c.model, 2) : as_in(c.model, c.states, state, options);
  if (seed % 5 == 1 || seed % 5 == 2) resist(c.model, c.states, state);
  return asked;
}

}  // namespace entente
