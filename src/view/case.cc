// A case read from its text to its states, with every fault that can be told at each step.
#include "view/case.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <variant>

#include "casefile/casefile.h"
#include "links/joined.h"
#include "states/moves.h"
#include "view/state_faults.h"
#include "warnings/meanings.h"
#include "warnings/uses.h"
#include "warnings/words.h"

namespace entente {
namespace {

/// The feasible states where there are any and they are not too many; what they show is told.
std::optional<States> states_of(const Binding& binding, Budget budget, CaseReading& reading) {
  std::variant<States, TooMany> found = feasible_states(binding.model, std::move(budget));
  if (const TooMany* too_many = std::get_if<TooMany>(&found)) {
    reading.too_many = *too_many;
    if (binding.status_quo_known) check_status_quo(binding, reading.diagnostics);
    return std::nullopt;
  }
  States& states = std::get<States>(found);
  if (states.size() == 0) {
    reading.diagnostics.report({Severity::error, "no-state", binding.places.rules[0],
                                "no state is feasible: the rules together leave none",
                                "take a rule out or loosen it"});
    return std::nullopt;
  }
  if (binding.status_quo_known) check_status_quo(binding, reading.diagnostics);
  check_states(binding, states, reading.diagnostics);
  return std::move(states);
}

/// Looks at the states of what was bound; what was reported stays.
void complete(Binding binding, Budget budget, CaseReading& reading) {
  std::optional<States> states;
  if (binding.states_known) states = states_of(binding, std::move(budget), reading);
  if (reading.diagnostics.faulty()) return;
  if (reading.too_many) {
    reading.large = std::move(binding);
    return;
  }
  if (!states) return;
  check_history(binding, *states, reading.diagnostics);
  const std::optional<StateId> now = states->find(status_quo(binding.model, states->layout()));
  if (now) reading.found = Case{std::move(binding.model), std::move(*states), *now};
}

/// Whether among some states, spread over all, there are both, those that meet a condition and others.
bool differs_in_some(const Model& model, ConditionId condition, const States& states) {
  constexpr std::size_t most = 256;
  const std::size_t step = std::max<std::size_t>(1, states.size() / most);
  const bool first = holds(model.conditions, condition, states.layout(), states[0]);
  for (std::size_t s = states.size() - 1, k = 0; k < most && s > 0; ++k, s -= std::min(s, step))
    if (holds(model.conditions, condition, states.layout(), states[static_cast<StateId>(s)]) != first)
      return true;
  return false;
}

/// By listing: what is met where. Few conditions are met everywhere or nowhere, and only where that may be so
/// all states are looked at.
MetBy met_in(const Model& model, const States& states) {
  return [&](const std::vector<ConditionId>& conditions) {
    std::vector<std::optional<Met>> all(conditions.size(), Met::sometimes);
    std::vector<ConditionId> open;
    std::vector<std::size_t> places;
    for (std::size_t k = 0; k < conditions.size(); ++k)
      if (!differs_in_some(model, conditions[k], states)) {
        open.push_back(conditions[k]);
        places.push_back(k);
      }
    const std::vector<StateSet> met = where(model.conditions, open, states);
    for (std::size_t k = 0; k < open.size(); ++k)
      if (const std::size_t n = met[k].count(); n == 0 || n == states.size())
        all[places[k]] = n == 0 ? Met::never : Met::always;
    return all;
  };
}

/// By listing: which tables list a move that can be made; nothing beyond some million moves.
MadeBy made_in(const Model& model, const States& states) {
  constexpr std::uint64_t most = 4'000'000;
  auto moves = std::make_shared<std::map<PartyId, MoverMoves>>();
  return [&, moves, looked_at = std::uint64_t{0}](PartyId i, std::size_t table) mutable {
    const MoverMoves& own = moves->try_emplace(i, model, states, i).first->second;
    const StateSet from = where(model.conditions, model[i].moves[table].from, states);
    const StateSet to = where(model.conditions, model[i].moves[table].to, states);
    for (StateId s = 0; s < states.size(); ++s) {
      if (!from.contains(s)) continue;
      if (looked_at > most) return std::optional<bool>();
      const std::vector<StateId> reached = own.from(s);
      looked_at += 1 + reached.size();
      if (std::any_of(reached.begin(), reached.end(), [&](StateId t) { return to.contains(t); }))
        return std::optional(true);
    }
    return std::optional(false);
  };
}

/// What of a case without faults is probably not meant. What only situations show of a case that has too many
/// is for those who look at it in diagrams.
void warn(CaseReading& reading) {
  if (!reading.found && !reading.large) return;
  const Model& model = reading.found ? reading.found->model : reading.large->model;
  warn_of_use(reading.written, model, reading.diagnostics);
  warn_of_text(reading.written, model, reading.diagnostics);
  if (reading.found) try {
      const States& states = reading.found->states;
      warn_of_situations(reading.written, model, met_in(model, states), made_in(model, states),
                         reading.diagnostics);
    } catch (const Stopped&) {
      reading.warned = false;  // what is known of the case goes on
    }
}

}  // namespace

namespace {

/// What is wrong with an included case by itself; what is probably not meant is told of the whole.
void tell_faults_of(const Dispute& dispute, const Budget& budget, Diagnostics& told) {
  const CaseReading alone = read_case(dispute.written, budget);
  for (Diagnostic& fault : alone.diagnostics.sorted())
    if (fault.severity == Severity::error) told.report(std::move(fault));
}

}  // namespace

ReadCase read_written(Text& text, const std::vector<IncludedFile>& files, const Budget& budget,
                      Diagnostics& told) {
  Linked linked = read_linked(text, files, told);
  if (!linked.links()) return {std::move(linked.linking)};
  for (const Dispute& dispute : linked.disputes) tell_faults_of(dispute, budget, told);
  if (told.faulty()) return {linked.linking, std::move(linked), false};
  std::optional<casefile::Case> whole = joined(linked, told);
  if (!whole) return {linked.linking, std::move(linked), false};
  return {std::move(*whole), std::move(linked)};
}

CaseReading read_case(Text text, Budget budget, const std::optional<std::string>& sources,
                      const std::vector<IncludedFile>& included) {
  Diagnostics told;
  ReadCase read = read_written(text, included, budget, told);
  CaseReading reading =
      read_case(std::move(text), std::move(told), std::move(read), std::move(budget), sources);
  warn(reading);
  return reading;
}

CaseReading read_case(Text text, Diagnostics told, ReadCase read, Budget budget,
                      const std::optional<std::string>& sources) {
  CaseReading reading;
  reading.text = std::move(text);
  reading.written = std::move(read.written);
  reading.linked = std::move(read.linked);
  reading.diagnostics = std::move(told);
  if (!read.whole) return reading;
  Binding binding = bind(reading.written, reading.diagnostics);
  if (sources) reading.verification = verify_sources(binding, *sources, reading.diagnostics);
  complete(std::move(binding), std::move(budget), reading);
  return reading;
}

CaseReading read_case(const casefile::Case& written, Budget budget) {
  CaseReading reading;
  complete(bind(written, reading.diagnostics), std::move(budget), reading);
  return reading;
}

CaseReading read_case(Binding bound, Budget budget) {
  CaseReading reading;
  complete(std::move(bound), std::move(budget), reading);
  return reading;
}

std::optional<Case> case_of(const casefile::Case& written, Budget budget) {
  return read_case(written, std::move(budget)).found;
}

}  // namespace entente
