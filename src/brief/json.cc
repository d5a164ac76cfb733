// The answers as JSON for other programs.
#include "brief/json.h"

#include <array>

#include "view/holding.h"

namespace entente {
namespace {

Json waiver_json(const Model& model, const Waiver& waiver) {
  Json json = {{"party", model[waiver.party].id}};
  if (waiver.demand)
    json["demand"] = *waiver.demand + 1;
  else
    json["below_status_quo"] = true;
  return json;
}

Json opening_json(const Model& model, const Opening& opening) {
  return {{"waive", waivers_json(model, opening.waive)},
          {"opens", opening.opens.count()},
          {"recommended", numbers(opening.recommended)}};
}

Json openings_json(const Model& model, const std::vector<Opening>& openings) {
  Json all = Json::array();
  for (const Opening& opening : openings) all.push_back(opening_json(model, opening));
  return all;
}

/// The openings of the gap, and which of what they open holds.
Json gap_json(const Analysis& analysis) {
  Json all = Json::array();
  for (const Opening& opening : analysis.settlement().gap) {
    const Holding held = holding(analysis, opening.opens, opening.waive);
    Json json = opening_json(analysis.model(), opening);
    json["holding"] = held.holds.count();
    json["recommended_holding"] = numbers(held.recommended);
    all.push_back(json);
  }
  return all;
}

Json party_or_null(const Model& model, std::optional<PartyId> party) {
  return party ? Json(model[*party].id) : Json(nullptr);
}

Json division_json(const Model& model, const Division& division) {
  Json json = Json::object();
  if (!division.holders.empty()) {
    Json holders = Json::object();
    for (std::size_t k = 0; k < division.holders.size(); ++k)
      holders[model.stakes[k].id] = party_or_null(model, division.holders[k]);
    json["holders"] = holders;
  } else {
    Json settled = Json::object();
    for (const auto& [option, value] : division.settled)
      settled[option_id(model, option)] = model[option].values[value];
    json["settled"] = settled;
  }
  json["states"] = division.states.count();
  json["openings"] = openings_json(model, division.openings);
  return json;
}

Json recommended_holders(const Analysis& analysis) {
  Json all = Json::array();
  analysis.settlement().recommended.for_each([&](StateId s) {
    const Word word = analysis.states()[s];
    all.push_back({{"state", number(s)},
                   {"holders", holders_json(analysis.model(), analysis.states().layout(), word)}});
  });
  return all;
}

constexpr std::array<std::string_view, 3> step_kinds = {"improvement", "neutral", "concession"};

Json step_json(const Analysis& analysis, const Step& step) {
  const Model& model = analysis.model();
  Json sets = Json::object();
  for (OptionId o : analysis.moves()[index(step.party)].changes(step.from, step.to))
    sets[option_id(model, o)] = model[o].values[analysis.states().value(step.to, o)];
  Json json = {{"party", model[step.party].id},
               {"sets", sets},
               {"kind", kind_id(step.kind)},
               {"state", number(step.to)}};
  if (step.done) json["done"] = iso(*step.done);
  return json;
}

}  // namespace

Json waivers_json(const Model& model, const Waivers& waivers) {
  Json all = Json::array();
  for (const Waiver& waiver : waivers) all.push_back(waiver_json(model, waiver));
  return all;
}

std::string option_id(const Model& model, OptionId option) {
  return model[model[option].party].id + "." + model[option].id;
}

std::string_view kind_id(StepKind kind) {
  return step_kinds.at(static_cast<std::size_t>(kind));
}

Json numbers(const StateSet& set) {
  Json all = Json::array();
  set.for_each([&](StateId s) { all.push_back(number(s)); });
  return all;
}

Json state_json(const Model& model, const Layout& layout, Word word) {
  Json json = Json::object();
  for (std::size_t k = 0; k < model.options.size(); ++k) {
    const auto o = static_cast<OptionId>(k);
    json[option_id(model, o)] = model[o].values[layout.value(word, o)];
  }
  return json;
}

Json holders_json(const Model& model, const Layout& layout, Word word) {
  Json json = Json::object();
  for (const Stake& stake : model.stakes)
    json[stake.id] = party_or_null(model, holder(model, stake, layout, word));
  return json;
}

Json settle_json(const Analysis& analysis) {
  const Settlement& s = analysis.settlement();
  const Model& model = analysis.model();
  Json accepts = Json::object();
  for (std::size_t k = 0; k < s.consenting.size(); ++k)
    accepts[model[s.consenting[k]].id] = s.accepts[k].count();
  Json json = {{"agreement", s.agreement.count()},
               {"accepts", accepts},
               {"zone", numbers(s.zone)},
               {"efficient", numbers(s.efficient)},
               {"recommended", numbers(s.recommended)}};
  if (s.zone.empty()) json["gap"] = gap_json(analysis);
  json["holds"] = Json::object();
  for (Concept c : concepts)
    json["holds"][std::string(id(c))] = numbers(zone_holds(analysis)[static_cast<std::size_t>(c)]);
  json["recommended_holding"] = numbers(holding(analysis, s.zone, {}).recommended);
  json["stakes"] = recommended_holders(analysis);
  Json divisions = Json::array();
  for (const Division& division : s.divisions) divisions.push_back(division_json(model, division));
  json["divisions"] = divisions;
  return json;
}

Json outlook_json(const Analysis& analysis, Concept concept_asked) {
  const Outlook& outlook = analysis.outlook(concept_asked);
  Json equilibria = Json::array();
  for (const auto& [state, concessions] : outlook.equilibria)
    equilibria.push_back({{"state", number(state)}, {"concessions", concessions}});
  return {{"concept", id(concept_asked)},
          {"heading", numbers(outlook.heading)},
          {"resting", numbers(outlook.resting)},
          {"equilibria", equilibria},
          {"unreachable", outlook.unreachable}};
}

Json path_json(const Analysis& analysis, const std::optional<Path>& path, bool deadline) {
  if (!path) return {{"reachable", false}};
  Json steps = Json::array();
  for (const Step& step : path->steps) steps.push_back(step_json(analysis, step));
  Json json = {{"reachable", true},
               {"concessions", path->concessions},
               {"moves", path->steps.size()},
               {"steps", steps}};
  if (path->done) json["done"] = iso(*path->done);
  if (deadline) json["in_time"] = path->in_time;
  return json;
}

std::string text(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace entente
