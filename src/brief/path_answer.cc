// The best path: for people, and as JSON.
#include "brief/path_answer.h"

#include <algorithm>

#include "settlement/takes.h"
#include "states/rank.h"
#include "words/english.h"
#include "words/history_words.h"
#include "words/path_words.h"
#include "words/settle_words.h"
#include "words/situation.h"
#include "words/undecided_words.h"

namespace entente {
namespace {

bool is_settlement(const View& view, Word state) {
  const Model& model = view.model();
  return model.agreement && holds(model.conditions, model.agreement->when, view.layout(), state);
}

/// Whether the settlement that a path leads to would hold; empty where it leads to none, or that is not
/// known.
std::string hold_words(const View& view, const Voice& voice, Word settlement) {
  if (!is_settlement(view, settlement)) return {};
  const std::optional<HoldingSeen> held =
      view.holding(view.only(settlement), takes(view.model(), view.layout(), settlement));
  if (!held) return {};
  if (held->rests->contains(settlement)) return "That settlement would hold as it is.";
  const std::string sequel = sequel_words(view, voice, *held, settlement);
  if (held->holds->contains(settlement))
    return "That settlement would hold" + (sequel.empty() ? "" : ", though " + sequel) + ".";
  return "That settlement would break" + (sequel.empty() ? "" : ": " + sequel) + ".";
}

/// What the settlement at its end takes of those whose consent it needs; empty where that is nothing, or it
/// leads to none.
std::string takes_words(const View& view, const Voice& voice, Word end) {
  if (!is_settlement(view, end)) return {};
  const Waivers taken = takes(view.model(), view.layout(), end);
  return taken.empty() ? "" : "In that settlement " + waivers_words(voice, taken) + ".";
}

/// "three moves, one of them a concession, by Japan", "three moves and two concessions, by Japan"
std::string moves_words(const Voice& voice, const WaySeen& way) {
  const std::string moves = counted(way.steps.size(), "move");
  const std::vector<PartyId> by = conceding(voice.model(), way);
  if (way.steps.size() == 1)
    return by.empty()       ? moves + ", no concession"
           : by.size() == 1 ? moves + ", a concession by " + voice.name(by[0])
                            : moves + " and " + concessions_words(voice, by);
  if (by.empty()) return moves + ", none of them a concession";
  if (by.size() == 1) return moves + ", one of them a concession, by " + voice.name(by[0]);
  return moves + " and " + concessions_words(voice, by);
}

std::string target_words(const View& view, const PathAsked& asked) {
  switch (asked.target) {
    case Target::zone: return "a settlement accepted by " + all_words(Voice(view.model()));
    case Target::agreement: return "a settlement";
    default: return asked.asked;
  }
}

/// Why it leads to a settlement that not all accept.
std::string instead_words(const View& view, const PathAsked& asked) {
  if (asked.target != Target::agreement) return {};
  if (const Set zone = view.zone(); zone && zone->empty())
    return "No settlement is accepted by " + all_words(Voice(view.model())) +
           "; this way leads to one all the same.";
  return std::string("No sequence of moves") +
         (asked.safe ? " that leaves nobody worse off than today" : "") +
         " leads to a settlement that all accept.";
}

/// Whether that is in time for the day that was asked for.
std::string time_words(const WaySeen& way, const std::optional<Date>& deadline) {
  return deadline && way.done ? in_time_words(way, long_date(*deadline)) + "." : "";
}

Json step_json(const View& view, const WayStep& step) {
  const Model& model = view.model();
  Json json = mover_json(model, step.move.mover);
  json["sets"] = sets_json(view, step.move);
  json["kind"] = kind_id(step.kind());
  if (model.is_group(step.move.mover)) json["kinds"] = kinds_json(model, step.move.mover, step.kinds);
  json["state"] = number_json(view, step.move.to);
  if (step.done) json["done"] = iso(*step.done);
  return json;
}

}  // namespace

void tell_steps(Sheet& sheet, const View& view, const Voice& voice, const WaySeen& way) {
  if (way.steps.empty()) return sheet.paragraph("It holds already: nothing has to be done.");
  for (std::size_t k = 0; k < way.steps.size(); ++k) {
    const WayStep& step = way.steps[k];
    std::string text = capitalised(move_words(voice, view.layout(), step.move)) + " - " +
                       kinds_words(voice, step.move.mover, step.kinds);
    if (step.done) text += ", done by " + long_date(*step.done);
    sheet.item(std::to_string(k + 1) + ".", sentence(text));
  }
}

std::string path_text(const View& view, const Face& face, const WayFound& found, const PathAsked& asked) {
  const Voice voice(view.model());
  Sheet sheet(face);
  const std::string target = target_words(view, asked);
  if (asked.target != Target::asked && !view.model().agreement) {
    sheet.paragraph(sentence(capitalised(no_agreement_words())));
    return sheet.text() + undecided_words(view);
  }
  if (found.way) sheet.paragraph(instead_words(view, asked));
  if (!found.decided) {
    sheet.paragraph("Whether a way leads to " + target + " was not decided.");
  } else if (!found.way) {
    sheet.paragraph("No sequence of moves" +
                    std::string(asked.safe ? " that leaves nobody worse off than today" : "") + " leads to " +
                    target + ".");
    sheet.paragraph(asked.closed);
  } else {
    const WaySeen& way = *found.way;
    if (!way.steps.empty())
      sheet.paragraph("The best way to " + target + " takes " + moves_words(voice, way) + ".");
    tell_steps(sheet, view, voice, way);
    sheet.paragraph(time_words(way, asked.deadline));
    sheet.paragraph(together_words(way, asked.deadline));
    sheet.paragraph(exposure_words(view, voice, way));
    sheet.paragraph(takes_words(view, voice, way.end()));
    sheet.paragraph(hold_words(view, voice, way.end()));
  }
  return sheet.text() + undecided_words(view);
}

namespace {

/// The consenting parties that are worse off in a state than today, in file order.
Json below_json(const View& view, Word end) {
  const Model& model = view.model();
  const std::vector<PartyId> consenting = model.consenting();
  Json below = Json::array();
  for (const PartyId i : model.party_ids())
    if (std::find(consenting.begin(), consenting.end(), i) != consenting.end() &&
        compare(model, i, view.layout(), end, view.status_quo(), model.day()) < 0)
      below.push_back(model[i].id);
  return below;
}

}  // namespace

Json path_json(const View& view, const WayFound& found, const PathAsked& asked) {
  if (!found.decided) return {{"reachable", nullptr}};
  if (!found.way) return {{"reachable", false}};
  const WaySeen& way = *found.way;
  Json steps = Json::array();
  for (const WayStep& step : way.steps) steps.push_back(step_json(view, step));
  Json json = {
      {"reachable", true}, {"concessions", way.concessions}, {"moves", way.steps.size()}, {"steps", steps}};
  if (way.done) json["done"] = iso(*way.done);
  if (asked.deadline) json["in_time"] = way.in_time ? Json(*way.in_time) : Json(nullptr);
  if (way.done) json["done_together"] = way.done_together ? Json(iso(*way.done_together)) : Json(nullptr);
  if (way.done && asked.deadline)
    json["in_time_together"] =
        way.done_together ? Json(*way.done_together <= *asked.deadline) : Json(nullptr);
  if (asked.target == Target::asked) return json;
  json["target"] = asked.target == Target::zone ? "zone" : "agreement";
  json["takes"] = waivers_json(view.model(), takes(view.model(), view.layout(), way.end()));
  json["below"] = below_json(view, way.end());
  return json;
}

}  // namespace entente
