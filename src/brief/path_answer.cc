// The best path: for people, and as JSON.
#include "brief/path_answer.h"

#include "words/english.h"
#include "words/history_words.h"
#include "words/path_words.h"
#include "words/settle_words.h"
#include "words/situation.h"
#include "words/undecided_words.h"

namespace entente {
namespace {

/// The demands that a settlement breaks, as waivers.
Waivers broken_demands(const View& view, Word settlement) {
  const Model& model = view.model();
  Waivers broken;
  for (const PartyId i : view.settlement()->consenting)
    for (const std::size_t k : demands_in_force(model, i))
      if (!holds(model.conditions, model[i].preferences[k].statement, view.layout(), settlement))
        broken.push_back({i, k});
  return broken;
}

/// Whether the settlement that a path leads to would hold; empty where it leads to none, or that is not
/// known.
std::string hold_words(const View& view, const Voice& voice, Word settlement) {
  const SettlementSeen* s = view.settlement();
  if (s == nullptr || !s->agreement->contains(settlement)) return {};
  const std::optional<HoldingSeen> held =
      view.holding(view.only(settlement), broken_demands(view, settlement));
  if (!held || !held->holds) return {};
  if (!held->holds->empty()) return "That settlement would hold once made.";
  const std::string leaving = leaving_words(view, voice, *held, settlement);
  if (leaving.empty()) return "That settlement would not hold once made.";
  return "That settlement would not hold once made: " + leaving +
         ", and nothing would stop that. The brief, 'entente analyze', tells which settlements hold.";
}

/// Whether that is in time for the day that was asked for.
std::string time_words(const WaySeen& way, const std::optional<Date>& deadline) {
  return deadline && way.done ? in_time_words(way, long_date(*deadline)) + "." : "";
}

Json step_json(const View& view, const WayStep& step) {
  Json json = {{"party", view.model()[step.move.party].id},
               {"sets", sets_json(view, step.move)},
               {"kind", kind_id(step.kind)},
               {"state", number_json(view, step.move.to)}};
  if (step.done) json["done"] = iso(*step.done);
  return json;
}

}  // namespace

void tell_steps(Sheet& sheet, const View& view, const Voice& voice, const WaySeen& way) {
  if (way.steps.empty()) return sheet.paragraph("It holds already: nothing has to be done.");
  for (std::size_t k = 0; k < way.steps.size(); ++k) {
    const WayStep& step = way.steps[k];
    std::string text = capitalised(move_words(voice, view.layout(), step.move)) + " - " +
                       kind_words(voice, step.move.party, step.kind);
    if (step.done) text += ", done by " + long_date(*step.done);
    sheet.item(std::to_string(k + 1) + ".", sentence(text));
  }
}

std::string path_text(const View& view, const Face& face, const WayFound& found, const PathAsked& asked) {
  const Voice voice(view.model());
  Sheet sheet(face);
  if (!found.decided) {
    sheet.paragraph("Whether a way leads to " + asked.target + " was not decided.");
  } else if (!found.way) {
    sheet.paragraph("No sequence of moves" +
                    std::string(asked.safe ? " that leaves nobody worse off than today" : "") + " leads to " +
                    asked.target + ".");
  } else {
    const WaySeen& way = *found.way;
    sheet.paragraph("The best way to " + asked.target + " takes " + counted(way.steps.size(), "move") +
                    " and " + concessions_words(voice, way) + ".");
    tell_steps(sheet, view, voice, way);
    sheet.paragraph(time_words(way, asked.deadline));
    sheet.paragraph(exposure_words(view, voice, way));
    sheet.paragraph(hold_words(view, voice, way.end()));
  }
  return sheet.text() + undecided_words(view);
}

Json path_json(const View& view, const WayFound& found, bool deadline) {
  if (!found.decided) return {{"reachable", nullptr}};
  if (!found.way) return {{"reachable", false}};
  const WaySeen& way = *found.way;
  Json steps = Json::array();
  for (const WayStep& step : way.steps) steps.push_back(step_json(view, step));
  Json json = {
      {"reachable", true}, {"concessions", way.concessions}, {"moves", way.steps.size()}, {"steps", steps}};
  if (way.done) json["done"] = iso(*way.done);
  if (deadline) json["in_time"] = way.in_time ? Json(*way.in_time) : Json(nullptr);
  return json;
}

}  // namespace entente
