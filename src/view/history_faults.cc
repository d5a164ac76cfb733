// Events that the rules and moves of the case do not allow, told with both places.
#include "view/history_faults.h"

#include <fmt/format.h>

#include <algorithm>

#include "states/course.h"

namespace entente {
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
      if (from == to || std::find(by.begin(), by.end(), model_[o].party) == by.end()) continue;
      check_move(o, from, to, before, binding_.places.sets[event][k]);
    }
  }

  void check_move(OptionId o, Value from, Value to, Word before, Place at) {
    const Option& option = model_[o];
    const std::string change = fmt::format("'{}.{}' from '{}' to '{}'", model_[option.party].id, option.id,
                                           option.values[from], option.values[to]);
    if (!option.moves.allow(from, to))
      tell(at, "event-not-a-move",
           fmt::format("this event changes {}, a move that '{}' does not have", change,
                       model_[option.party].id),
           {binding_.places.moves[index(o)], "its moves stand here"});
    else if (option.when && !holds(model_.conditions, *option.when, states_.layout(), before))
      tell(at, "event-not-a-move",
           fmt::format("this event changes {} from a state where its 'when' does not hold", change),
           {binding_.places.when[index(o)], "it can be changed only where this holds"});
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
