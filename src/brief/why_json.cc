// The stories behind verdicts as JSON.
#include "brief/answers.h"
#include "states/rank.h"

namespace entente {
namespace {

Json effect_steps_json(const View& view, const std::vector<WordStep>& steps) {
  const Model& model = view.model();
  Json all = Json::array();
  for (const WordStep& step : steps) {
    const int seen = compare(model, step.party, view.layout(), step.to, step.from, model.day());
    all.push_back({{"party", model[step.party].id},
                   {"sets", sets_json(view, step)},
                   {"effect", seen > 0   ? "gain"
                              : seen < 0 ? "loss"
                                         : "same"},
                   {"state", number_json(view, step.to)}});
  }
  return all;
}

/// {party: place of a state}: 1 is what it likes best; null where that is not known.
Json places_json(const View& view, const Coalition& who, Word at) {
  Json json = Json::object();
  for (const PartyId i : who) {
    const std::optional<std::size_t> place = view.place(i, at);
    json[view.model()[i].id] = place ? Json(*place) : Json(nullptr);
  }
  return json;
}

/// The answer is null where it was not looked up.
Json improvement_json(const View& view, const Coalition& who, const ImprovementSeen& told) {
  const bool known = told.deterred ? !told.answer.empty() : true;
  const std::vector<WordStep>& answer =
      told.deterred || !told.shortfall ? told.answer : told.shortfall->steps;
  const Word end = answer.empty() ? told.to : answer.back().to;
  Json json = {{"state", number_json(view, told.to)},
               {"ranks", places_json(view, who, told.to)},
               {"steps", effect_steps_json(view, told.steps)},
               {"deterred", told.deterred},
               {"answer", known ? effect_steps_json(view, answer) : Json(nullptr)},
               {"ends", known ? number_json(view, end) : Json(nullptr)},
               {"ends_ranks", known ? places_json(view, who, end) : Json(nullptr)}};
  if (told.shortfall && !told.shortfall->escape.empty())
    json["escape"] = effect_steps_json(view, told.shortfall->escape);
  return json;
}

Json story_json(const View& view, const WhyAsked& asked, const Coalition& who) {
  const std::optional<StorySeen> found = view.story(who, asked.at, asked.seen, asked.in_full);
  const Verdict verdict = found             ? found->verdict
                          : who.size() == 1 ? view.verdict(asked.seen, who.front(), asked.at)
                                            : Verdict::undecided;
  Json ids = Json::array();
  for (const PartyId i : who) ids.push_back(view.model()[i].id);
  Json told = Json::array();
  if (found)
    for (const ImprovementSeen& one : found->told) told.push_back(improvement_json(view, who, one));
  return {{"who", ids},
          {"stable", verdict_json(verdict)},
          {"ranks", places_json(view, who, asked.at)},
          {"improvements", found && found->improvements ? count_json(*found->improvements) : Json(nullptr)},
          {"told", told}};
}

}  // namespace

Json why_json(const View& view, const WhyAsked& asked, const std::vector<Coalition>& whose) {
  Json all = Json::array();
  for (const Coalition& who : whose) all.push_back(story_json(view, asked, who));
  return {{"concept", id(asked.seen)},
          {"state", number_json(view, asked.at)},
          {"options", state_json(view.model(), view.layout(), asked.at)},
          {"other_states", count_json(asked.others)},
          {"stories", all}};
}

}  // namespace entente
