// The best path to a settlement, step by step, with who gains, who concedes and by when.
#include <algorithm>

#include "brief/answers.h"
#include "brief/brief_sections.h"
#include "words/english.h"
#include "words/path_words.h"
#include "words/situation.h"

namespace entente {
namespace {

/// Whether the way passes another settlement that holds.
std::string passed_words(const Telling& t, const Path& path) {
  if (t.brief.holding.empty()) return {};
  for (std::size_t k = 0; k + 1 < path.steps.size(); ++k)
    if (t.brief.holding.front().holds.contains(path.steps[k].to))
      return "After step " + std::to_string(k + 1) +
             " another settlement that holds is reached; what follows leads to the recommended one.";
  return {};
}

}  // namespace

std::string target_words(const Telling& t, std::size_t way) {
  const Settlement& s = t.analysis.settlement();
  const bool holds = way < t.brief.holding.size() && !t.brief.holding[way].holds.empty();
  const std::string that = holds ? " that holds" : "";
  if (!s.zone.empty() || s.gap.empty()) return "the recommended settlement" + that;
  return "the recommended settlement" + (s.gap.size() > 1 ? " of way " + std::to_string(way + 1) : "") + that;
}

void tell_way(const Telling& t) {
  if (!t.brief.way) return;
  const std::optional<Path>& path = t.brief.way->path;
  if (!path) {
    t.page.heading("No way leads to a settlement");
    t.page.paragraph("No sequence of moves that the parties can make leads from the present to " +
                     target_words(t, 0) + ".");
    return;
  }
  t.page.heading("The shortest way to " + target_words(t, 0) + ": " + concessions_words(t.voice, *path));
  tell_steps(t.page, t.analysis, t.voice, *path);
  t.page.paragraph(deadline_words(t.analysis.model(), *path, t.brief.way->schedule));
  t.page.paragraph(exposure_words(t.analysis, t.voice, *path));
  t.page.paragraph(passed_words(t, *path));
}

}  // namespace entente
