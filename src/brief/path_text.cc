// A path for people.
#include "brief/answers.h"
#include "words/english.h"
#include "words/history_words.h"
#include "words/holding_words.h"
#include "words/path_words.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

/// The demands that a settlement breaks, as waivers.
Waivers broken_demands(const Analysis& analysis, StateId settlement) {
  const Model& model = analysis.model();
  Waivers broken;
  for (const PartyId i : analysis.settlement().consenting)
    for (const std::size_t k : demands_in_force(model, i))
      if (!holds(model.conditions, model[i].preferences[k].statement, analysis.states().layout(),
                 analysis.states()[settlement]))
        broken.push_back({i, k});
  return broken;
}

/// Whether the settlement that a path leads to would hold.
std::string hold_words(const Analysis& analysis, const Voice& voice, StateId settlement) {
  StateSet alone(analysis.states().size());
  alone.insert(settlement);
  const Holding held = holding(analysis, alone, broken_demands(analysis, settlement));
  if (!held.holds.empty()) return "That settlement would hold once made.";
  return "That settlement would not hold once made: " + leaving_words(analysis, voice, held, settlement) +
         ", and nothing would stop that. The brief, 'entente analyze', tells which settlements hold.";
}

}  // namespace

void tell_steps(Sheet& page, const Analysis& analysis, const Voice& voice, const Path& path) {
  if (path.steps.empty()) return page.paragraph("It holds already: nothing has to be done.");
  for (std::size_t k = 0; k < path.steps.size(); ++k) {
    const Step& step = path.steps[k];
    std::string text = capitalised(move_words(analysis, voice, step.party, step.from, step.to)) + " - " +
                       kind_words(voice, step.party, step.kind);
    if (step.done) text += ", done by " + long_date(*step.done);
    page.item(std::to_string(k + 1) + ".", sentence(text));
  }
}

std::string path_text(const Analysis& analysis, const Face& face, const std::optional<Path>& path,
                      const PathAsked& asked) {
  const Voice voice(analysis.model());
  Sheet page(face);
  if (!path) {
    page.paragraph("No sequence of moves" +
                   std::string(asked.safe ? " that leaves nobody worse off than today" : "") + " leads to " +
                   asked.target + ".");
    return page.text();
  }
  page.paragraph("The best way to " + asked.target + " takes " + counted(path->steps.size(), "move") +
                 " and " + concessions_words(voice, *path) + ".");
  tell_steps(page, analysis, voice, *path);
  if (asked.deadline && path->done)
    page.paragraph(path->in_time
                       ? "That is in time for " + long_date(*asked.deadline) + "."
                       : "That is too late for " + long_date(*asked.deadline) + "; no way is quicker.");
  page.paragraph(exposure_words(analysis, voice, *path));
  const StateId end = path->steps.empty() ? path->start : path->steps.back().to;
  if (analysis.settlement().agreement.contains(end)) page.paragraph(hold_words(analysis, voice, end));
  return page.text();
}

}  // namespace entente
