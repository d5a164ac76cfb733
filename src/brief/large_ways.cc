// Ways in a large case, where it is heading and where it could rest, for people.
#include <map>

#include "brief/large_text.h"
#include "brief/large_words.h"
#include "brief/patterns_text.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/history_words.h"

namespace entente {
namespace {

constexpr std::size_t shown_orders = 5;

/// "one concession, by Japan"; "no concession".
std::string cost_words(const Voice& voice, const LargeWay& way) {
  std::map<PartyId, std::uint64_t> by;
  for (const LargeStep& step : way.steps)
    if (step.kind == StepKind::concession) ++by[step.move.party];
  if (by.empty()) return "no concession";
  std::vector<std::string> all;
  for (const auto& [party, n] : by)
    all.push_back((by.size() > 1 ? in_words(n) + " " : "") + "by " + voice.name(party));
  return counted(way.concessions, "concession") + ", " + listed(all);
}

/// Whether that is in time: of ways that cost the same, or more, another one may be done earlier.
std::string time_words(const LargeWay& way, const std::optional<Date>& deadline) {
  if (!deadline || !way.done) return {};
  if (*way.done <= *deadline) return "That is in time for " + long_date(*deadline) + ".";
  return "That is too late for " + long_date(*deadline) +
         "; whether another way is in time was not looked for, since situations are not looked at one by "
         "one.";
}

std::string situations(Count count) {
  return grouped_count(count) + (count == 1 ? " situation" : " situations");
}

void tell_heading(Sheet& page, const Voice& voice, const LargeOutlook& outlook) {
  page.heading("Heading");
  if (outlook.heading.count == 1)
    return page.paragraph(outlook.heading_decided ? "The present lasts."
                                                  : "Where it leads could not be decided within the budget.");
  page.paragraph("From the present, improvements that nothing deters lead to " +
                 std::string(outlook.heading_decided ? "" : "at least ") +
                 grouped_count(outlook.heading.count - 1) +
                 (outlook.heading.count == 2 ? " other situation" : " other situations") +
                 ". As patterns, the present with them:");
  show_patterns(page, voice, outlook.heading.patterns, outlook.heading.count);
}

void tell_resting(Sheet& page, const Voice& voice, const LargeOutlook& outlook) {
  page.heading("Resting");
  if (!outlook.resting) return page.paragraph("Not decided within the budget.");
  if (outlook.resting->count == 0) return page.paragraph("It comes to rest nowhere on this way.");
  show_patterns(page, voice, outlook.resting->patterns, outlook.resting->count);
}

void tell_order(Sheet& page, const Voice& voice, const LargeOutlook& outlook) {
  page.heading("All situations that are stable for every party, by the fewest concessions of a path there");
  if (outlook.order.empty() && !outlook.order_decided)
    return page.paragraph("Not decided within the budget.");
  for (std::size_t k = 0; k < std::min(outlook.order.size(), shown_orders); ++k) {
    const Reached& reached = outlook.order[k];
    page.gap();
    page.paragraph("With " + counted(reached.concessions, "concession") + ": " +
                   situations(reached.equilibria.count) + ".");
    show_patterns(page, voice, reached.equilibria.patterns, reached.equilibria.count);
  }
  if (outlook.order.size() > shown_orders)
    page.paragraph("And more, with up to " + counted(outlook.order.back().concessions, "concession") + ".");
  if (!outlook.order_decided) page.paragraph("Which others there are was not decided within the budget.");
  if (outlook.unreachable && *outlook.unreachable > 0)
    page.paragraph("No path leads to " + grouped_count(*outlook.unreachable) + " others.");
}

}  // namespace

void tell_way(Sheet& page, const PartialAnalysis& analysis, const Voice& voice, const std::string& target,
              const LargeWay& way, const std::optional<Date>& deadline) {
  page.paragraph("The best way to " + target + " takes " + counted(way.steps.size(), "move") + " and " +
                 cost_words(voice, way) + ".");
  if (way.steps.empty()) return page.paragraph("It holds already: nothing has to be done.");
  for (std::size_t k = 0; k < way.steps.size(); ++k) {
    const LargeStep& step = way.steps[k];
    std::string text = capitalised(step_words(analysis, voice, step.move)) + " - " +
                       kind_words(voice, step.move.party, step.kind);
    if (step.done) text += ", done by " + long_date(*step.done);
    page.item(std::to_string(k + 1) + ".", sentence(text));
  }
  page.paragraph(time_words(way, deadline));
}

std::string large_path_text(const PartialAnalysis& analysis, const WayFound& found, const PathAsked& asked,
                            const Face& face) {
  const Voice voice(analysis.model());
  Sheet page(face);
  if (!found.decided)
    page.paragraph("Whether a way leads to " + asked.target + " could not be decided within the budget.");
  else if (!found.way)
    page.paragraph("No sequence of moves" +
                   std::string(asked.safe ? " that leaves nobody worse off than today" : "") + " leads to " +
                   asked.target + ".");
  else
    tell_way(page, analysis, voice, asked.target, *found.way, asked.deadline);
  return page.text() + undecided_words(analysis);
}

std::string large_outlook_text(const PartialAnalysis& analysis, Concept seen, const Face& face) {
  const Voice voice(analysis.model());
  const LargeOutlook outlook = analysis.outlook(seen, {.patterns = 3});
  Sheet page(face);
  page.paragraph("Under " + full_name(seen) + " (a situation is stable where " + explained(seen) + "):");
  tell_heading(page, voice, outlook);
  tell_resting(page, voice, outlook);
  tell_order(page, voice, outlook);
  return page.text() + undecided_words(analysis);
}

}  // namespace entente
