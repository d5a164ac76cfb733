// The brief of a case that was looked at in part only, and why a state of it is stable or not, as JSON.
#include "brief/brief_json.h"
#include "brief/case_json.h"
#include "brief/large_json.h"
#include "states/rank.h"

namespace entente {
namespace {

Json verdict_json(Verdict verdict) {
  return verdict == Verdict::undecided ? Json(nullptr) : Json(verdict == Verdict::stable);
}

/// A state with what holds in it.
Json place_json(const PartialAnalysis& a, Word word) {
  const Model& model = a.model();
  Json json = {{"state", count_json(a.number(word))}, {"options", state_json(model, a.layout(), word)}};
  if (!model.stakes.empty()) json["holders"] = holders_json(model, a.layout(), word);
  for (const Concept c : concepts)
    for (const PartyId i : model.party_ids())
      json["stable"][std::string(id(c))][model[i].id] = verdict_json(a.verdict(c, i, word));
  return json;
}

/// The number under `key`; where it is not known null, and its bounds under `bounds`, `key`.
void put_tally(Json& json, Json& bounds, const std::string& key, const Tally& tally) {
  json[key] = tally.decided() ? count_json(tally.least) : Json(nullptr);
  if (!tally.decided()) bounds[key] = {count_json(tally.least), count_json(tally.most)};
}

Json concept_json(const PartialAnalysis& a, Concept c) {
  Json json = {{"stable", Json::object()}};
  Json bounds = Json::object();
  for (const PartyId i : a.model().party_ids())
    put_tally(json["stable"], bounds["stable"], a.model()[i].id, a.stable(c, i));
  put_tally(json, bounds, "equilibria", a.equilibria(c));
  if (bounds["stable"].empty()) bounds.erase("stable");
  if (!bounds.empty()) json["bounds"] = bounds;
  return json;
}

Json verdicts_json(const PartialAnalysis& a) {
  Json json = Json::object();
  for (const Concept c : concepts) json[std::string(id(c))] = concept_json(a, c);
  return json;
}

Json equilibria_json(const PartialAnalysis& a) {
  Json json = Json::object();
  for (const Concept c : concepts) {
    const auto found = a.patterns({.only = c, .where = {}}, shown_in_json.patterns);
    json[std::string(id(c))] = found ? patterns_json(a.model(), *found) : Json(nullptr);
  }
  return json;
}

Json outlook_json(const PartialAnalysis& a) {
  Json json = large_outlook_json(a, Concept::seq);
  json["road"] = nullptr;
  const Json& resting = json["sets"]["resting"];
  json["resting_patterns"] = resting.is_null() ? Json(nullptr) : resting["patterns"];
  return json;
}

Json way_json(const PartialAnalysis& a) {
  const auto& agreement = a.model().agreement;
  const std::optional<SetFacts> target = a.recommended_first(shown_in_json);
  if (!agreement || (target && target->count == 0)) return nullptr;
  Json json = Json::object();
  put_set(json, "target", a, target);
  json["path"] = large_path_json(a, a.way_to_recommended(),
                                 agreement->by ? std::optional(agreement->by->last) : std::nullopt);
  json["concessions_by_division"] = nullptr;
  return json;
}

/// {party: place of a state}.
Json ranks_json(const PartialAnalysis& a, PartyId i, Word word) {
  const std::optional<std::size_t> place = a.place(i, word);
  return {{a.model()[i].id, place ? Json(*place) : Json(nullptr)}};
}

Json steps_json(const PartialAnalysis& a, const std::vector<WordStep>& steps) {
  const Model& model = a.model();
  Json all = Json::array();
  for (const WordStep& step : steps) {
    const int sign = compare(model, step.party, a.layout(), step.from, step.to, model.day());
    all.push_back({{"party", model[step.party].id},
                   {"sets", sets_json(a, step, true)},
                   {"effect", sign < 0   ? "gain"
                              : sign > 0 ? "loss"
                                         : "same"},
                   {"state", count_json(a.number(step.to))}});
  }
  return all;
}

/// The improvement that the story tells; its answer is null where the shortest one was not found.
Json told_json(const PartialAnalysis& a, PartyId i, Word at, const PartialAnalysis::Departed& d) {
  const Word to = d.undeterred.value_or(*d.improvement);
  const Word end = d.answer.empty() ? to : d.answer.back().to;
  const bool known = d.undeterred || !d.answer.empty();
  return {{"state", count_json(a.number(to))},
          {"ranks", ranks_json(a, i, to)},
          {"steps", steps_json(a, {{i, at, to}})},
          {"deterred", !d.undeterred},
          {"answer", known ? steps_json(a, d.answer) : Json(nullptr)},
          {"ends", known ? count_json(a.number(end)) : Json(nullptr)},
          {"ends_ranks", known ? ranks_json(a, i, end) : Json(nullptr)}};
}

Json story_json(const PartialAnalysis& a, PartyId i, Word at, Concept seen) {
  const std::optional<PartialAnalysis::Departed> d = a.departed(seen, i, at);
  Json told = Json::array();
  if (d && d->improvement) told.push_back(told_json(a, i, at, *d));
  return {{"who", {a.model()[i].id}},
          {"stable", verdict_json(a.verdict(seen, i, at))},
          {"ranks", ranks_json(a, i, at)},
          {"improvements", d ? count_json(d->improvements) : Json(nullptr)},
          {"told", told}};
}

}  // namespace

Json large_why_json(const PartialAnalysis& analysis, Word at, Count others,
                    const std::vector<PartyId>& parties, Concept seen) {
  Json all = Json::array();
  for (const PartyId i : parties) all.push_back(story_json(analysis, i, at, seen));
  return {{"concept", id(seen)},
          {"state", count_json(analysis.number(at))},
          {"options", state_json(analysis.model(), analysis.layout(), at)},
          {"other_states", count_json(others)},
          {"stories", all}};
}

// What is quick comes before what may spend the budget.
Json large_brief_json(const PartialAnalysis& analysis) {
  const Model& model = analysis.model();
  Json json = {{"schema", analysis_schema},
               {"case", case_json(model, count_json(analysis.situations()))},
               {"status_quo", place_json(analysis, analysis.status_quo())},
               {"verdicts", verdicts_json(analysis)}};
  json["outlook"] = outlook_json(analysis);
  json["rest"] = nullptr;
  json["settlement"] = large_settle_json(analysis);
  json["way"] = way_json(analysis);
  json["coalitions"] = nullptr;
  json["history"] = nullptr;
  json["equilibria"] = equilibria_json(analysis);
  put_grounds(json, model);
  json["rests_on"] = nullptr;
  json["not_analysed"] = {"robustness", "rest", "road", "divisions", "coalitions", "history"};
  json["engine"] = analysis.listed() ? "explicit" : "symbolic";
  return json;
}

}  // namespace entente
