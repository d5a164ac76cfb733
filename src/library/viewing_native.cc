// How a case is looked at: its situations listed, or in diagrams where they are too many.
#include <algorithm>

#include "library/ending.h"
#include "library/viewing.h"
#include "view/diagrams/diagram_view.h"
#include "view/diagrams/forbidden_states.h"
#include "warnings/meanings.h"
#include "words/english.h"

namespace entente {
namespace {

/// Diagrams have what the process does not take yet.
WorkBudget work_budget(const Opened& opened) {
  const Limits& limits = opened.input.limits;
  WorkBudget budget;
  if (const auto time = opened.stop.left()) budget.seconds = std::chrono::duration<double>(*time).count();
  if (const std::optional<std::uint64_t> most = opened.stop.bytes()) {
    const std::uint64_t left = *most - std::min(*most, resident_bytes().value_or(0));
    budget.bytes = limits.bytes ? left : std::min(budget.bytes, left);
  }
  budget.nodes = limits.nodes;
  budget.cancelled = limits.cancelled;
  budget.stages = limits.stages;
  return budget;
}

/// Why there is no view.
std::string none_words(const Opened& opened, Spent out_of) {
  switch (out_of) {
    case Spent::cancelled: return ended_words(opened) + " before anything was known.\n";
    case Spent::waiting:
      return "the time was spent waiting for another large case that this process looks at; give more with "
             "--budget, or ask again when that is done.\n";
    case Spent::time:
    case Spent::nodes: break;
  }
  return "the budget is too small even for the diagrams of the ranks; give more with --budget.\n";
}

/// In diagrams: what is met where.
MetBy met_in(const View& view) {
  return [&view](const std::vector<ConditionId>& conditions) {
    std::vector<std::optional<Met>> all;
    for (const ConditionId condition : conditions) {
      const Set set = view.where(condition);
      all.push_back(!set                                ? std::nullopt
                    : set->empty()                      ? std::optional(Met::never)
                    : set->count() == view.situations() ? std::optional(Met::always)
                                                        : std::optional(Met::sometimes));
    }
    return all;
  };
}

/// The view, without faults; nothing, and the answer says why, where there is none.
std::unique_ptr<DiagramView> in_diagrams(Opened& opened) {
  Binding& binding = *opened.reading.large;
  const ForbiddenStates forbidden = forbidden_states(binding);
  auto made = DiagramView::open(binding.model, work_budget(opened));
  if (const Spent* out_of = std::get_if<Spent>(&made)) {
    opened.answer.status = over_budget;
    opened.answer.err += none_words(opened, *out_of);
    return nullptr;
  }
  auto view = std::get<std::unique_ptr<DiagramView>>(std::move(made));
  Diagnostics faults;
  check_forbidden(binding, forbidden, *view, faults);
  for (const Diagnostic& one : faults.sorted()) opened.reading.diagnostics.report(one);
  if (faults.faulty()) {
    opened.answer.err += printed(faults, opened.reading.text, {.colour = opened.look.colour_faults});
    return opened.answer.status = faulty, nullptr;
  }
  if (opened.input.changes.empty())
    warn_of_situations(
        opened.reading.written, binding.model, met_in(*view),
        [&](PartyId i, std::size_t table) { return view->makes(i, table); }, opened.reading.diagnostics);
  tell_warnings(opened);
  return view;
}

}  // namespace

Answer with_view(Opened& opened, const TellView& tell) {
  if (opened.large()) {
    const std::unique_ptr<DiagramView> view = in_diagrams(opened);
    return view ? tell(*view, nullptr) : opened.answer;
  }
  const Analysis analysis(*opened.reading.found, verdicts_by(opened.input), opened.input.limits.stages);
  const ListedView view(analysis);
  return unless_ended(opened, "the answer was whole", [&] { return tell(view, &view); });
}

}  // namespace entente
