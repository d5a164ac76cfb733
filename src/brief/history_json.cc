// The history as JSON: the start, each event with the state after it and its moves, and the score.
#include "brief/history_json.h"

#include <array>

namespace entente {
namespace {

Json place_json(const Analysis& analysis, Word word) {
  const std::optional<StateId> s = analysis.states().find(word);
  return {{"state", s ? Json(number(*s)) : Json(nullptr)},
          {"options", state_json(analysis.model(), analysis.states().layout(), word)}};
}

Json doing_json(const Model& model, const Doing& doing) {
  Json stable = nullptr;
  if (doing.stable)
    for (const Concept c : concepts)
      stable[std::string(id(c))] = doing.stable->at(static_cast<std::size_t>(c));
  return {{"party", model[doing.party].id},
          {"kind", kind_id(doing.kind)},
          {"kind_undated", kind_id(doing.undated)},
          {"stable_before", stable}};
}

Json ids_json(const Model& model, const std::vector<EvidenceId>& evidence) {
  Json ids = Json::array();
  for (const EvidenceId e : evidence) ids.push_back(model[e].id);
  return ids;
}

Json event_json(const Analysis& analysis, const Event& event, const PastEvent& past) {
  const Model& model = analysis.model();
  Json by = Json::array();
  for (const PartyId party : event.by) by.push_back(model[party].id);
  Json sets = Json::object();
  for (const auto& [o, value] : event.sets)
    sets[model[model[o].party].id + "." + model[o].id] = model[o].values[value];
  Json json = {{"date", iso(event.date)}, {"what", event.what}, {"by", by}, {"sets", sets}};
  json["evidence"] = ids_json(model, event.grounds.evidence);
  json["doubted_by"] = ids_json(model, event.grounds.doubted_by);
  json.update(place_json(analysis, past.after));
  json["moves"] = Json::array();
  for (const Doing& doing : past.doings) json["moves"].push_back(doing_json(model, doing));
  return json;
}

}  // namespace

Json score_json(const PastScore& score) {
  return {{"moves", score.moves},
          {"expected", score.expected},
          {"expected_undated", score.undated},
          {"dated", score.dated}};
}

Json history_json(const Analysis& analysis, const History& all) {
  const Model& model = analysis.model();
  Json events = Json::array();
  for (std::size_t k = 0; k < all.events.size(); ++k)
    events.push_back(event_json(analysis, model.events[k], all.events[k]));
  const Word start = all.events.empty() ? analysis.states()[analysis.status_quo()] : all.events[0].before;
  return {{"start", place_json(analysis, start)}, {"events", events}, {"score", score_json(all.score)}};
}

}  // namespace entente
