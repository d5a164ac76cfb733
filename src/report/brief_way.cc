// The best path to a settlement, step by step, with who gains, who concedes and by when.
#include <algorithm>

#include "report/brief_sections.h"
#include "report/english.h"
#include "report/path_words.h"
#include "report/situation.h"

namespace entente {
namespace {

std::string target_words(const Telling& t) {
  const Settlement& s = t.analysis.settlement();
  if (!s.zone.empty()) return "the recommended settlement";
  return s.gap.size() > 1 ? "the settlement that way 1 opens" : "the settlement that this opens";
}

void tell_costs(const Telling& t) {
  const std::vector<Division>& divisions = t.analysis.settlement().divisions;
  std::vector<std::string> all;
  for (const DivisionCost& cost : t.brief.costs) {
    if (!(divisions[cost.division].states & t.brief.way->target).empty()) continue;
    const std::string words = division_words(t.voice, divisions[cost.division]);
    all.push_back(words + (cost.concessions == unreachable ? ": no path leads there" : ": " + counted(cost.concessions, "concession")));
  }
  if (all.empty() || all.size() > 6) return;
  t.page.paragraph("The fewest concessions on a path to the other divisions:");
  for (const std::string& line : all) t.page.item("-", sentence(capitalised(line)));
}

}  // namespace

void tell_way(const Telling& t) {
  if (!t.brief.way) return;
  const std::optional<Path>& path = t.brief.way->path;
  if (!path) {
    t.page.heading("NO WAY LEADS TO A SETTLEMENT");
    t.page.paragraph("No sequence of moves that the parties can make leads from the present to " + target_words(t) + ".");
    return;
  }
  t.page.heading(capitals("The shortest way to " + target_words(t) + ": " + concessions_words(t.voice, *path)));
  tell_steps(t.page, t.analysis, t.voice, *path);
  t.page.paragraph(deadline_words(t.analysis.model(), *path));
  t.page.paragraph(exposure_words(t.analysis, t.voice, *path));
  tell_costs(t);
}

}  // namespace entente
