// The stories behind verdicts as JSON.
#include "brief/why_report.h"

namespace entente {
namespace {

/// Where a state stands for a party: 1 is what it likes best.
std::uint64_t place(const Analysis& analysis, PartyId party, StateId s) {
  const Ranks& r = analysis.ranks()[index(party)];
  return std::uint64_t{classes(r)} - r[s];
}

const char* effect(const Ranks& r, const AnswerStep& step) {
  return r[step.to] > r[step.from] ? "gain" : r[step.to] < r[step.from] ? "loss" : "same";
}

Json steps_json(const Analysis& analysis, const std::vector<AnswerStep>& steps) {
  const Model& model = analysis.model();
  Json all = Json::array();
  for (const AnswerStep& step : steps) {
    Json sets = Json::object();
    for (OptionId o : analysis.moves()[index(step.party)].changes(step.from, step.to))
      sets[model[step.party].id + "." + model[o].id] = model[o].values[analysis.states().value(step.to, o)];
    all.push_back({{"party", model[step.party].id},
                   {"sets", sets},
                   {"effect", effect(analysis.ranks()[index(step.party)], step)},
                   {"state", number(step.to)}});
  }
  return all;
}

/// {party: place of a state}.
Json places_json(const Analysis& analysis, const Coalition& who, StateId s) {
  Json json = Json::object();
  for (PartyId i : who) json[analysis.model()[i].id] = place(analysis, i, s);
  return json;
}

Json told_json(const Analysis& analysis, const Story& story, const Told& told) {
  const bool deterred = told.answer.has_value();
  const std::vector<AnswerStep>& answer = deterred ? *told.answer : told.shortfall->steps;
  const StateId end = answer.empty() ? told.to : answer.back().to;
  Json json = {{"state", number(told.to)},
               {"ranks", places_json(analysis, story.who, told.to)},
               {"steps", steps_json(analysis, told.steps)},
               {"deterred", deterred},
               {"answer", steps_json(analysis, answer)},
               {"ends", number(end)},
               {"ends_ranks", places_json(analysis, story.who, end)}};
  if (!deterred && !told.shortfall->escape.empty())
    json["escape"] = steps_json(analysis, told.shortfall->escape);
  return json;
}

Json story_json(const Analysis& analysis, const Story& story) {
  Json who = Json::array();
  for (PartyId i : story.who) who.push_back(analysis.model()[i].id);
  Json told = Json::array();
  for (const Told& t : story.told) told.push_back(told_json(analysis, story, t));
  return {{"who", who},
          {"stable", story.stable},
          {"ranks", places_json(analysis, story.who, story.at)},
          {"improvements", story.improvements},
          {"told", told}};
}

}  // namespace

Json why_json(const Analysis& analysis, const WhyAsked& asked, const std::vector<Story>& stories) {
  Json all = Json::array();
  for (const Story& s : stories) all.push_back(story_json(analysis, s));
  return {{"concept", id(asked.seen)},
          {"state", number(asked.at)},
          {"options", state_json(analysis.model(), analysis.states().layout(), analysis.states()[asked.at])},
          {"other_states", asked.others},
          {"stories", all}};
}

}  // namespace entente
