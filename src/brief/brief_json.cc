// The whole brief as JSON.
#include "brief/brief_json.h"

#include "brief/brief_sections.h"
#include "brief/case_json.h"
#include "brief/history_json.h"
#include "brief/robust_report.h"
#include "states/patterns.h"
#include "view/brief.h"

namespace entente {
namespace {

class Writer {
 public:
  explicit Writer(const Analysis& analysis)
      : a_(analysis),
        model_(analysis.model()),
        layout_(analysis.states().layout()),
        brief_(brief(analysis)) {}

  Json all(const Rests* rests) const {
    Json json = {{"schema", analysis_schema},
                 {"case", case_json(model_, a_.states().size())},
                 {"status_quo", place(a_.status_quo())}};
    json["verdicts"] = verdicts();
    json["outlook"] = outlook();
    json["rest"] = rest();
    json["settlement"] = settle_json(a_);
    json["way"] = way();
    json["coalitions"] = coalitions();
    json["history"] = model_.events.empty() ? Json(nullptr) : score_json(history(model_, a_.states()).score);
    json["equilibria"] = equilibria();
    put_grounds(json, model_);
    json["rests_on"] = rests ? resting_json(rests->variants, rests->robustness) : Json(nullptr);
    json["not_analysed"] = rests ? Json::array() : Json({"robustness"});
    return json;
  }

 private:
  Json party(PartyId i) const { return model_[i].id; }

  /// A state with what holds in it.
  Json place(StateId s) const {
    Json json = {{"state", number(s)}, {"options", state_json(model_, layout_, a_.states()[s])}};
    if (!model_.stakes.empty()) json["holders"] = holders_json(model_, layout_, a_.states()[s]);
    Json stable = Json::object();
    for (Concept c : concepts) {
      Json parties = Json::object();
      for (PartyId i : model_.party_ids())
        parties[model_[i].id] = a_.verdicts(c).stable[index(i)].contains(s);
      stable[std::string(id(c))] = parties;
    }
    json["stable"] = stable;
    return json;
  }

  /// How many states are stable: {concept: {party: n, "equilibria": n}}.
  Json verdicts() const {
    Json json = Json::object();
    for (Concept c : concepts) {
      Json parties = Json::object();
      for (PartyId i : model_.party_ids()) parties[model_[i].id] = a_.verdicts(c).stable[index(i)].count();
      json[std::string(id(c))] = {{"stable", parties}, {"equilibria", a_.verdicts(c).equilibria.count()}};
    }
    return json;
  }

  Json move(PartyId mover, StateId from, StateId to) const {
    return {{"party", party(mover)}, {"from", number(from)}, {"to", number(to)}};
  }

  Json outlook() const {
    Json json = outlook_json(a_, Concept::seq);
    Json road = Json::array();
    for (const Improvement& m : brief_.road) road.push_back(move(m.party, m.from, m.to));
    json["road"] = road;
    json["resting_patterns"] = patterns_json(a_.outlook(Concept::seq).resting);
    return json;
  }

  Json patterns_json(const StateSet& set) const {
    Json all = Json::array();
    for (const Pattern& p : patterns(model_, a_.states(), set)) all.push_back(pattern(p));
    return all;
  }

  Json pattern(const Pattern& p) const {
    return {{"options", pattern_json(model_, p.values, p.free)}, {"states", p.covers.count()}};
  }

  Json rest() const {
    if (!brief_.rests) return nullptr;
    Json json = place(brief_.rest);
    Json all = Json::array();
    for (const std::vector<Departure>& own : brief_.departures)
      for (const Departure& d : own) all.push_back(departure(d));
    json["departures"] = all;
    if (brief_.warning) json["if_nobody_minds"] = warning(*brief_.warning);
    return json;
  }

  Json departure(const Departure& d) const {
    Json json = move(d.party, d.from, d.to);
    json["answer"] = nullptr;
    if (!d.answer) return json;
    json["answer"] = Json::array();
    for (const AnswerStep& step : *d.answer) json["answer"].push_back(move(step.party, step.from, step.to));
    return json;
  }

  Json warning(const Warning& w) const {
    Json began = Json::array();
    Json worse = Json::array();
    for (PartyId i : w.began) began.push_back(party(i));
    for (PartyId i : w.worse) worse.push_back(party(i));
    return {{"endings", numbers(w.endings)}, {"began", began}, {"worse", worse}};
  }

  Json way() const {
    if (!brief_.way) return nullptr;
    const bool deadline = model_.agreement && model_.agreement->by;
    Json json = {{"target", numbers(brief_.way->target)},
                 {"path", path_json(a_, brief_.way->path, deadline)}};
    if (const std::optional<Schedule>& schedule = brief_.way->schedule)
      json["latest_start"] = iso(schedule->latest);
    Json costs = Json::array();
    for (const Division& d : a_.settlement().divisions) costs.push_back(fewest(d.states));
    json["concessions_by_division"] = costs;
    return json;
  }

  Json fewest(const StateSet& states) const {
    std::uint32_t least = unreachable;
    states.for_each([&](StateId s) { least = std::min(least, a_.concessions()[s]); });
    return least == unreachable ? Json(nullptr) : Json(least);
  }

  Json equilibria() const {
    Json json = Json::object();
    for (Concept c : concepts) json[std::string(id(c))] = patterns_json(a_.verdicts(c).equilibria);
    return json;
  }

  Json coalitions() const {
    const CoalitionFacts& facts = brief_.coalitions;
    Json settlements = Json::array();
    for (const std::vector<JointGains>& of_way : facts.settlements) {
      Json all = Json::array();
      for (const JointGains& gains : of_way) all.push_back(joint(gains));
      settlements.push_back(all);
    }
    Json json = {{"status_quo", joint(facts.now)}};
    json["rest"] = facts.rest ? joint(*facts.rest) : Json(nullptr);
    json["settlements"] = settlements;
    return json;
  }

  Json joint(const JointGains& gains) const {
    Json all = Json::array();
    for (const JointGain& gain : gains.gains) {
      Json members = Json::array();
      for (const PartyId i : gain.coalition) members.push_back(party(i));
      Json steps = Json::array();
      for (const AnswerStep& step : gain.steps) steps.push_back(move(step.party, step.from, step.to));
      all.push_back(
          {{"coalition", members}, {"to", number(gain.to)}, {"steps", steps}, {"alone", gain.alone}});
    }
    return {{"state", number(gains.at)}, {"complete", gains.complete}, {"gains", all}};
  }

  const Analysis& a_;
  const Model& model_;
  const Layout& layout_;
  Brief brief_;
};

}  // namespace

Json brief_json(const Analysis& analysis, const Rests* rests) {
  return Writer(analysis).all(rests);
}

}  // namespace entente
