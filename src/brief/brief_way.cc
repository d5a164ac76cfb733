// The best path to a settlement, step by step, with who gains, who concedes and by when.
#include "brief/answers.h"
#include "brief/brief_sections.h"
#include "words/english.h"
#include "words/path_words.h"

namespace entente {
namespace {

/// Whether the way passes another settlement that holds.
std::string passed_words(const Telling& t, const WaySeen& way) {
  const std::optional<HoldingSeen> holding = t.view.holding(std::size_t{0});
  if (!holding || !holding->holds) return {};
  for (std::size_t k = 0; k + 1 < way.steps.size(); ++k)
    if (holding->holds->contains(way.steps[k].move.to))
      return "After step " + std::to_string(k + 1) +
             " another settlement that holds is reached; what follows leads to the recommended one.";
  return {};
}

}  // namespace

std::string target_words(const Telling& t, std::size_t way) {
  const SettlementSeen& s = *t.view.settlement();
  const std::optional<HoldingSeen> holding = t.view.holding(way);
  const std::string that = holding && holding->holds && !holding->holds->empty() ? " that holds" : "";
  if (!s.zone->empty() || s.gap.empty()) return "the recommended settlement" + that;
  return "the recommended settlement" + (s.gap.size() > 1 ? " of way " + std::to_string(way + 1) : "") + that;
}

void tell_way(const Telling& t) {
  const Model& model = t.view.model();
  const SettlementSeen* s = t.view.settlement();
  if (s == nullptr || s->agreement->empty()) return;
  const Set target = t.view.recommended_first();
  const WayFound found = t.view.way({.to = target ? target : s->agreement, .deadline = model.deadline()});
  const std::string where = target ? target_words(t, 0) : "a settlement";
  if (!found.decided) {
    t.page.heading("The shortest way to a settlement");
    return t.page.paragraph("That was not decided.");
  }
  if (!found.way) {
    t.page.heading("No way leads to a settlement");
    t.page.paragraph("No sequence of moves that the parties can make leads from the present to " + where +
                     ".");
    return;
  }
  t.page.heading("The shortest way to " + where + ": " + concessions_words(t.voice, *found.way));
  tell_steps(t.page, t.view, t.voice, *found.way);
  t.page.paragraph(deadline_words(model, *found.way));
  t.page.paragraph(exposure_words(t.view, t.voice, *found.way));
  t.page.paragraph(passed_words(t, *found.way));
}

}  // namespace entente
