// How a case is looked at: its situations listed, or in diagrams where they are too many.
#include <algorithm>

#include "library/ending.h"
#include "library/viewing.h"
#include "view/diagram_view.h"
#include "view/forbidden_states.h"
#include "words/english.h"

namespace entente {
namespace {

/// Diagrams have what the process does not take yet.
WorkBudget work_budget(const Asked& asked) {
  const Limits& limits = asked.input.limits;
  WorkBudget budget;
  if (const auto time = asked.stop.left()) budget.seconds = std::chrono::duration<double>(*time).count();
  if (const std::optional<std::uint64_t> most = asked.stop.bytes()) {
    const std::uint64_t left = *most - std::min(*most, resident_bytes().value_or(0));
    budget.bytes = limits.bytes ? left : std::min(budget.bytes, left);
  }
  budget.nodes = limits.nodes;
  budget.cancelled = limits.cancelled;
  budget.stages = limits.stages;
  return budget;
}

/// Why there is no view.
std::string none_words(const Asked& asked, Spent out_of) {
  switch (out_of) {
    case Spent::cancelled: return ended_words(asked) + " before anything was known.\n";
    case Spent::waiting:
      return "the time was spent waiting for another large case that this process looks at; give more with "
             "--budget, or ask again when that is done.\n";
    case Spent::time:
    case Spent::nodes: break;
  }
  return "the budget is too small even for the diagrams of the ranks; give more with --budget.\n";
}

/// The view, without faults; nothing, and the answer says why, where there is none.
std::unique_ptr<DiagramView> opened(Asked& asked) {
  Binding& binding = *asked.reading.large;
  const ForbiddenStates forbidden = forbidden_states(binding);
  auto made = DiagramView::open(binding.model, work_budget(asked));
  if (const Spent* out_of = std::get_if<Spent>(&made)) {
    asked.answer.status = over_budget;
    asked.answer.err += none_words(asked, *out_of);
    return nullptr;
  }
  auto view = std::get<std::unique_ptr<DiagramView>>(std::move(made));
  Diagnostics faults;
  check_forbidden(binding, forbidden, *view, faults);
  asked.answer.err += printed(faults, asked.reading.text, {.colour = asked.look.colour_faults});
  for (Diagnostic& one : faults.sorted()) asked.reading.diagnostics.report(std::move(one));
  if (faults.faulty()) return asked.answer.status = faulty, nullptr;
  return view;
}

}  // namespace

Answer with_view(Asked& asked, const TellView& tell) {
  if (asked.large()) {
    const std::unique_ptr<DiagramView> view = opened(asked);
    return view ? tell(*view, nullptr) : asked.answer;
  }
  const Analysis analysis(*asked.reading.found, verdicts_by(asked.input), asked.input.limits.stages);
  const ListedView view(analysis);
  return unless_ended(asked, "the answer was whole", [&] { return tell(view, &view); });
}

}  // namespace entente
