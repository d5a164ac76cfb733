// What a case may not have in any state, looked for through diagrams.
#include "view/diagrams/forbidden_states.h"

#include <fmt/format.h>

#include "view/state_faults.h"

namespace entente {
namespace {

ConditionId left_out(Model& model, const Party& party) {
  Condition any{.kind = Condition::Kind::disjunction};
  for (const RankClass& c : party.ranking) any.of.push_back(c.condition);
  return model.conditions.negation(model.conditions.add(std::move(any)));
}

ConditionId both(Model& model, ConditionId a, ConditionId b) {
  return model.conditions.add({.kind = Condition::Kind::conjunction, .of = {a, b}});
}

/// "situation of many: north.sign = no, north.share = 50"; nothing where no state meets the condition.
std::optional<std::string> example(const View& view, ConditionId condition) {
  const Set set = view.where(condition);
  const std::vector<Word> first = set ? set->first(1) : std::vector<Word>();
  if (first.empty()) return std::nullopt;
  return state_in_words(view.model(), view.layout(), first.front());
}

/// What is known of the states with an id that there are not, or that have two.
void check_named(const Binding& binding, const View& view, Diagnostics& diagnostics) {
  const std::vector<NamedState>& all = binding.model.named_states;
  Set before;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Set at = binding.state_known[k] ? view.where(all[k].at) : nullptr;
    if (!at) continue;
    if (at->empty()) tell_nowhere(binding, k, diagnostics);
    if (const Set both = before ? view.both(before, at) : nullptr; both && !both->empty()) {
      const Word word = both->first(1).front();
      std::size_t first = 0;
      while (!binding.state_known[first] ||
             !holds(view.model().conditions, all[first].at, view.layout(), word))
        ++first;
      tell_named_twice(binding, first, k, state_in_words(view.model(), view.layout(), word), diagnostics);
    }
    before = before ? view.either(before, at) : at;
  }
}

}  // namespace

ForbiddenStates forbidden_states(Binding& binding) {
  ForbiddenStates forbidden;
  Model& model = binding.model;
  for (std::size_t p = 0; p < model.parties.size(); ++p)
    if (binding.ranking_known[p] && !model.parties[p].ranking.empty())
      forbidden.left_out.emplace_back(p, left_out(model, model.parties[p]));
  for (std::size_t s = 0; s < model.stakes.size(); ++s) {
    const auto& to = model.stakes[s].to;
    for (std::size_t second = 1; binding.stake_known[s] && second < to.size(); ++second)
      for (std::size_t first = 0; first < second; ++first)
        forbidden.held_twice.push_back({s, first, second, both(model, to[first].second, to[second].second)});
  }
  return forbidden;
}

void check_forbidden(const Binding& binding, const ForbiddenStates& forbidden, const View& view,
                     Diagnostics& diagnostics) {
  const Model& model = binding.model;
  if (view.situations() == 0)
    return diagnostics.report({Severity::error, "no-state", binding.places.rules[0],
                               "no state is feasible: the rules together leave none",
                               "take a rule out or loosen it"});
  for (const auto& [party, condition] : forbidden.left_out)
    if (const auto state = example(view, condition))
      diagnostics.report({Severity::error, "ranking-incomplete", *binding.places.rankings[party],
                          fmt::format("the ranking of party '{}' leaves out feasible states, first: {}",
                                      model.parties[party].id, *state),
                          "end it with \"true\", which takes all that is left"});
  check_named(binding, view, diagnostics);
  for (const ForbiddenStates::Both& both : forbidden.held_twice)
    if (const auto state = example(view, both.condition)) {
      const Stake& stake = model.stakes[both.stake];
      const std::vector<Place>& places = binding.places.to[both.stake];
      const std::string& first = model[stake.to[both.first].first].id;
      diagnostics.report({Severity::error,
                          "stake-held-twice",
                          places[both.second],
                          fmt::format("parties '{}' and '{}' have the stake '{}' at once, first where {}",
                                      first, model[stake.to[both.second].first].id, stake.id, *state),
                          "make the formulas exclude each other",
                          {{places[both.first], fmt::format("'{}' has it where this holds", first)}}});
    }
}

}  // namespace entente
