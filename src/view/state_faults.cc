// The faults of a case that only its states and its history show.
#include "view/state_faults.h"

#include <fmt/format.h>
#include <algorithm>

#include "states/course.h"
#include "states/listed_moves.h"
#include "view/state_ids.h"

namespace entente {
namespace {

/// "north.sign = no, north.share = 50" of some options.
std::string in_words(const Model& model, const Layout& layout, Word word,
                     const std::vector<OptionId>& options) {
  std::string list;
  for (const OptionId id : options) {
    list += fmt::format("{}{} = {}", list.empty() ? "" : ", ", model.reference(id),
                        model[id].values[layout.value(word, id)]);
  }
  return list;
}

std::string in_words(const Model& model, const States& states, StateId state) {
  return state_in_words(model, states.layout(), states[state]);
}

/// "5", "5, s9".
std::string numbered(const Model& model, const States& states, StateId state) {
  const NamedState* const named = named_state(model, states.layout(), states[state]);
  return std::to_string(number(state)) + (named == nullptr ? "" : ", " + named->id);
}

/// The feasible states that no class of a ranking takes.
StateSet left_out(const Model& model, const Party& party, const States& states) {
  constexpr std::size_t at_once = 32;
  StateSet left(states.size(), true);
  for (std::size_t begin = 0; begin < party.ranking.size() && !left.empty(); begin += at_once) {
    std::vector<ConditionId> classes;
    for (std::size_t i = begin; i < std::min(begin + at_once, party.ranking.size()); ++i)
      classes.push_back(party.ranking[i].condition);
    for (const StateSet& met : where(model.conditions, classes, states)) left -= met;
  }
  return left;
}

void check_ranking(const Binding& binding, std::size_t party, const States& states,
                   Diagnostics& diagnostics) {
  const Party& one = binding.model.parties[party];
  const StateSet left = left_out(binding.model, one, states);
  if (left.empty()) return;
  const StateId first = *left.first();
  diagnostics.report(
      {Severity::error, "ranking-incomplete", *binding.places.rankings[party],
       fmt::format("the ranking of party '{}' leaves out {} of the {} feasible states, first state {}: {}",
                   one.id, left.count(), states.size(), numbered(binding.model, states, first),
                   in_words(binding.model, states, first)),
       "end it with \"true\", which takes all that is left"});
}

/// Tells each state with an id that there is not, and each that shares one with a state before it.
void check_named(const Binding& binding, const States& states, Diagnostics& diagnostics) {
  const Model& model = binding.model;
  if (model.named_states.empty()) return;
  std::vector<std::uint32_t> named(states.size(), UINT32_MAX);
  for (std::uint32_t k = 0; k < model.named_states.size(); ++k) {
    if (!binding.state_known[k]) continue;
    const StateSet at = where(model.conditions, model.named_states[k].at, states);
    if (at.empty()) tell_nowhere(binding, k, diagnostics);
    std::optional<StateId> both;
    at.for_each([&](StateId s) {
      if (named[s] == UINT32_MAX)
        named[s] = k;
      else if (!both)
        both = s;
    });
    if (both) tell_named_twice(binding, named[*both], k, in_words(model, states, *both), diagnostics);
  }
}

/// Tells for each formula of `to` the first before it that holds in one of its states too.
void check_stake(const Binding& binding, std::size_t number_of_stake, const States& states,
                 Diagnostics& diagnostics) {
  const Model& model = binding.model;
  const Stake& stake = model.stakes[number_of_stake];
  const std::vector<Place>& places = binding.places.to[number_of_stake];
  std::vector<ConditionId> conditions;
  for (const auto& [party, condition] : stake.to) conditions.push_back(condition);
  const std::vector<StateSet> has = where(model.conditions, conditions, states);
  for (std::size_t second = 1; second < has.size(); ++second)
    for (std::size_t first = 0; first < second; ++first) {
      const StateSet both = has[first] & has[second];
      if (both.empty()) continue;
      const StateId state = *both.first();
      diagnostics.report(
          {Severity::error,
           "stake-held-twice",
           places[second],
           fmt::format(
               "parties '{}' and '{}' have the stake '{}' at once in {} feasible states, first state {}: {}",
               model[stake.to[first].first].id, model[stake.to[second].first].id, stake.id, both.count(),
               numbered(model, states, state), in_words(model, states, state)),
           "make the formulas exclude each other",
           {{places[first], fmt::format("'{}' has it where this holds", model[stake.to[first].first].id)}}});
      break;
    }
}

}  // namespace

void tell_nowhere(const Binding& binding, std::size_t state, Diagnostics& diagnostics) {
  diagnostics.report({Severity::error, "state-nowhere", binding.places.states[state],
                      fmt::format("there is no state '{}': no feasible state meets its formula",
                                  binding.model.named_states[state].id)});
}

void tell_named_twice(const Binding& binding, std::size_t first, std::size_t second, const std::string& state,
                      Diagnostics& diagnostics) {
  const std::string& one = binding.model.named_states[first].id;
  diagnostics.report({Severity::error,
                      "state-named-twice",
                      binding.places.states[second],
                      fmt::format("the state where {} is both '{}' and '{}'", state, one,
                                  binding.model.named_states[second].id),
                      "make the formulas exclude each other",
                      {{binding.places.states[first], fmt::format("it is '{}' here", one)}}});
}

std::string state_in_words(const Model& model, const Layout& layout, Word word) {
  std::vector<OptionId> all(model.options.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<OptionId>(i);
  const std::string list = in_words(model, layout, word, all);
  return list.empty() ? "the only one" : list;
}

void check_status_quo(const Binding& binding, Diagnostics& diagnostics) {
  constexpr std::size_t most_notes = 8;
  const Model& model = binding.model;
  const Layout layout(model);
  const Word word = status_quo(model, layout);
  std::vector<std::size_t> broken;
  for (std::size_t i = 0; i < model.rules.size(); ++i)
    if (!holds(model.conditions, model.rules[i].holds, layout, word)) broken.push_back(i);
  if (broken.empty()) return;
  const std::vector<OptionId> options = model.conditions.options(model.rules[broken[0]].holds);
  if (options.empty()) return;  // a rule that nothing meets leaves no state at all, which is told
  std::vector<Note> notes;
  for (std::size_t i = 0; i < std::min(broken.size(), most_notes); ++i)
    notes.push_back({binding.places.rules[broken[i]], "it breaks this rule"});
  diagnostics.report({Severity::error,
                      "infeasible-status-quo",
                      binding.places.status_quo[index(options[0])],
                      fmt::format("the status quo is not feasible: with {} it breaks a rule",
                                  in_words(model, layout, word, options)),
                      {},
                      std::move(notes)});
}

void check_states(const Binding& binding, const States& states, Diagnostics& diagnostics) {
  for (std::size_t p = 0; p < binding.model.parties.size(); ++p)
    if (binding.ranking_known[p]) check_ranking(binding, p, states, diagnostics);
  check_named(binding, states, diagnostics);
  for (std::size_t s = 0; s < binding.model.stakes.size(); ++s)
    if (binding.stake_known[s]) check_stake(binding, s, states, diagnostics);
}

namespace {

/// A history as rough as this is told to be by its first places.
constexpr std::size_t most_warnings = 16;

class HistoryFaults {
 public:
  HistoryFaults(const Binding& binding, const States& states, Diagnostics& diagnostics)
      : binding_(binding), model_(binding.model), states_(states), diagnostics_(diagnostics) {}

  void check() {
    const std::vector<Word> words = course(model_, states_.layout());
    if (!model_.events.empty() && !states_.find(words[0])) tell_start(words[0]);
    for (std::size_t k = 0; k < model_.events.size() && told_ < most_warnings; ++k) {
      check_moves(k, words[k], words[k + 1]);
      if (states_.find(words[k]) && !states_.find(words[k + 1])) tell_broken(k, words[k], words[k + 1]);
    }
  }

 private:
  /// The first rule that does not hold in a state; only asked where there is one.
  std::size_t broken(Word word) const {
    for (std::size_t r = 0; r < model_.rules.size(); ++r)
      if (!holds(model_.conditions, model_.rules[r].holds, states_.layout(), word)) return r;
    return 0;
  }

  std::string settings_of(std::size_t rule, Word word) const {
    return settings(model_, states_.layout(), word, model_.conditions.options(model_.rules[rule].holds));
  }

  void tell(Place at, std::string code, std::string message, Note note) {
    ++told_;
    diagnostics_.report({Severity::warning, std::move(code), at, std::move(message), {}, {std::move(note)}});
  }

  void tell_start(Word word) {
    const std::size_t rule = broken(word);
    const std::vector<OptionId> options = model_.conditions.options(model_.rules[rule].holds);
    if (options.empty()) return;
    const auto has_history = [&](OptionId o) { return model_[o].start != model_[o].status_quo; };
    auto it = std::find_if(options.begin(), options.end(), has_history);
    if (it == options.end()) it = options.begin();
    tell(binding_.places.start[index(*it)], "event-breaks-rule",
         fmt::format("before the first event a rule does not hold: {}", settings_of(rule, word)),
         {binding_.places.rules[rule], "it breaks this rule"});
  }

  void tell_broken(std::size_t event, Word before, Word after) {
    const std::size_t rule = broken(after);
    const std::vector<OptionId> options = model_.conditions.options(model_.rules[rule].holds);
    const auto& sets = model_.events[event].sets;
    for (std::size_t k = 0; k < sets.size(); ++k) {
      const bool changes = states_.layout().value(before, sets[k].first) != sets[k].second;
      if (!changes || !std::binary_search(options.begin(), options.end(), sets[k].first)) continue;
      return tell(binding_.places.sets[event][k], "event-breaks-rule",
                  fmt::format("this event leads to a state that breaks a rule: {}", settings_of(rule, after)),
                  {binding_.places.rules[rule], "it breaks this rule"});
    }
  }

  /// Changes of the options of those whose doing it was; an event may set others' options too.
  void check_moves(std::size_t event, Word before, Word after) {
    const auto& sets = model_.events[event].sets;
    const std::vector<PartyId>& by = model_.events[event].by;
    for (std::size_t k = 0; k < sets.size(); ++k) {
      const OptionId o = sets[k].first;
      const Value from = states_.layout().value(before, o);
      const Value to = states_.layout().value(after, o);
      if (from == to || !by_all(by, model_.members(model_[o].mover))) continue;
      check_move(o, from, to, before, binding_.places.sets[event][k]);
    }
    if (by.size() == 1 && !sets.empty()) check_listed(by[0], before, after, binding_.places.sets[event][0]);
  }

  static bool by_all(const std::vector<PartyId>& by, const std::vector<PartyId>& members) {
    return std::all_of(members.begin(), members.end(),
                       [&](PartyId i) { return std::find(by.begin(), by.end(), i) != by.end(); });
  }

  /// A change of one party's own options alone against the moves that it lists.
  void check_listed(PartyId party, Word before, Word after, Place at) {
    const Layout& layout = states_.layout();
    const bool own = ((before ^ after) & ~layout.mask(party)) == 0;
    if (before == after || !own || listed(model_, party, layout, before, after)) return;
    tell(at, "event-not-a-move",
         fmt::format("this event is a move of '{}' that none of its [[party.move]] lists", model_[party].id),
         {binding_.places.listed[index(party)][0], "its moves are listed from here on"});
  }

  void check_move(OptionId o, Value from, Value to, Word before, Place at) {
    const Option& option = model_[o];
    const std::string change =
        fmt::format("'{}' from '{}' to '{}'", model_.reference(o), option.values[from], option.values[to]);
    if (!option.moves.allow(from, to))
      tell(at, "event-not-a-move",
           fmt::format("this event changes {}, a move that '{}' does not have", change,
                       model_.id(option.mover)),
           {binding_.places.moves[index(o)], "its moves stand here"});
    else if (!open(model_, o, states_.layout(), before, to))
      tell(at, "event-not-a-move",
           fmt::format("this event changes {} from a state where its 'when' does not hold", change),
           {place_of_when(o, before), "it can be changed only where this holds"});
  }

  /// The option's `when` where that does not hold; else its changes, one of which has a `when` of its own.
  Place place_of_when(OptionId o, Word before) const {
    const std::optional<ConditionId>& when = model_[o].when;
    const bool own = when && !holds(model_.conditions, *when, states_.layout(), before);
    return own ? binding_.places.when[index(o)] : binding_.places.moves[index(o)];
  }

  const Binding& binding_;
  const Model& model_;
  const States& states_;
  Diagnostics& diagnostics_;
  std::size_t told_ = 0;
};

}  // namespace

void check_history(const Binding& binding, const States& states, Diagnostics& diagnostics) {
  HistoryFaults(binding, states, diagnostics).check();
}

}  // namespace entente
