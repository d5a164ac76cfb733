// A case put back to a day of its history.
#include "history/as_of.h"

#include <fmt/format.h>

#include <algorithm>

#include "states/course.h"

namespace entente {
namespace {

/// Why the state of a day is not feasible: the first rule that does not hold in it.
std::string infeasible(const Model& model, const Layout& layout, Word word, DateSpan date) {
  for (const Rule& rule : model.rules)
    if (!holds(model.conditions, rule.holds, layout, word))
      return fmt::format(
          "the state that the history leads to by {} is not feasible: with {} it breaks the rule '{} {}'",
          iso(date), settings(model, layout, word, model.conditions.options(rule.holds)),
          rule.forbid ? "forbid" : "require", rule.text);
  return fmt::format("the state that the history leads to by {} is not feasible", iso(date));
}

}  // namespace

std::optional<std::string> set_as_of(Case& of, const std::string& date) {
  const std::optional<DateSpan> day = date_span(date);
  if (!day) return fmt::format("'{}' is no date; write 2015-11-02, 2015-11 or 2015", date);
  if (!of.model.date) return "the case has no date, so it has no other day either; give it a 'date'";
  Model& model = of.model;
  const Layout& layout = of.states.layout();
  const auto later = [&](const Event& event) { return event.date.first > day->first; };
  std::vector<Event> events;
  std::remove_copy_if(model.events.begin(), model.events.end(), std::back_inserter(events), later);
  Word word = before_history(model, layout);
  for (const Event& event : events) word = after(event, layout, word);
  const std::optional<StateId> state = of.states.find(word);
  if (!state) return infeasible(model, layout, word, *day);
  model.events = std::move(events);
  model.date = *day;
  of.common = {};
  for (std::size_t k = 0; k < model.options.size(); ++k)
    model.options[k].status_quo = layout.value(word, static_cast<OptionId>(k));
  of.status_quo = *state;
  return std::nullopt;
}

}  // namespace entente
