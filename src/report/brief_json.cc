// The whole brief as JSON.
#include "report/brief_json.h"

#include "analysis/brief.h"
#include "report/citation.h"
#include "report/history_json.h"
#include "states/patterns.h"

namespace entente {
namespace {

class Writer {
 public:
  explicit Writer(const Analysis& analysis)
      : a_(analysis),
        model_(analysis.model()),
        layout_(analysis.states().layout()),
        brief_(brief(analysis)) {}

  Json all() const {
    Json json = {{"schema", analysis_schema}, {"case", head()}, {"status_quo", place(a_.status_quo())}};
    json["verdicts"] = verdicts();
    json["outlook"] = outlook();
    json["rest"] = rest();
    json["settlement"] = settle_json(a_);
    json["way"] = way();
    json["coalitions"] = coalitions();
    json["history"] = model_.events.empty() ? Json(nullptr) : score_json(history(model_, a_.states()).score);
    json["equilibria"] = equilibria();
    json["assumptions"] = assumptions();
    json["evidence"] = evidence();
    json["sources"] = sources();
    json["not_analysed"] = {"robustness"};
    return json;
  }

 private:
  Json party(PartyId i) const { return model_[i].id; }

  Json head() const {
    Json parties = Json::array();
    for (const Party& p : model_.parties)
      parties.push_back({{"id", p.id}, {"name", p.name}, {"people", p.people}});
    Json json = {{"title", model_.title}, {"summary", model_.summary}};
    json["date"] = model_.date ? Json(iso(*model_.date)) : Json(nullptr);
    json["parties"] = parties;
    json["options"] = options();
    json["states"] = a_.states().size();
    return json;
  }

  Json options() const {
    Json all = Json::array();
    for (const Option& o : model_.options)
      all.push_back({{"party", model_[o.party].id},
                     {"id", o.id},
                     {"name", o.name},
                     {"values", o.values},
                     {"labels", o.labels}});
    return all;
  }

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
    Json options = Json::object();
    for (std::size_t o = 0; o < model_.options.size(); ++o) {
      Json values = Json::array();
      for (Value v : p.values[o]) values.push_back(model_.options[o].values[v]);
      const std::string id = model_[model_.options[o].party].id + "." + model_.options[o].id;
      options[id] = p.free[o] ? Json("-") : values;
    }
    return {{"options", options}, {"states", p.covers.count()}};
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

  Json ids(const std::vector<EvidenceId>& evidence) const {
    Json all = Json::array();
    for (EvidenceId e : evidence) all.push_back(model_[e].id);
    return all;
  }

  Json assumption(const std::string& kind, const std::string& text, const Grounds& grounds) const {
    return {{"kind", kind},
            {"text", text},
            {"why", grounds.why},
            {"evidence", ids(grounds.evidence)},
            {"doubted_by", ids(grounds.doubted_by)}};
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

  Json assumptions() const {
    Json all = Json::array();
    for (PartyId i : model_.party_ids())
      for (std::size_t k = 0; k < model_[i].preferences.size(); ++k) all.push_back(preference(i, k));
    for (const Option& o : model_.options)
      if (o.moves.kind != Moves::Kind::free || o.when)
        all.push_back(assumption("moves", model_[o.party].id + "." + o.id, o.grounds));
    for (const Rule& r : model_.rules)
      all.push_back(assumption(r.forbid ? "forbid" : "require", r.text, r.grounds));
    return all;
  }

  Json preference(PartyId i, std::size_t k) const {
    const Preference& p = model_[i].preferences[k];
    Json json = assumption(p.demand ? "demand" : "preference", p.text, p.grounds);
    json["party"] = model_[i].id;
    json["number"] = k + 1;
    json["in_force"] = p.in_force(model_.day());
    return json;
  }

  Json evidence() const {
    Json all = Json::array();
    for (const Evidence& e : model_.evidence) {
      Json json = {{"id", e.id}, {"source", model_[e.source].id}, {"claim", e.claim}, {"by", e.by}};
      json["at"] = e.at ? Json(*e.at) : Json(nullptr);
      json["basis"] = e.basis == Basis::none ? Json(nullptr) : Json(basis_word(e.basis));
      all.push_back(json);
    }
    return all;
  }

  Json sources() const {
    Json all = Json::array();
    for (const Source& s : model_.sources)
      all.push_back({{"id", s.id},
                     {"title", s.title},
                     {"publisher", s.publisher},
                     {"date", s.date ? Json(iso(*s.date)) : Json(nullptr)},
                     {"url", s.url},
                     {"grade", s.grade}});
    return all;
  }

  const Analysis& a_;
  const Model& model_;
  const Layout& layout_;
  Brief brief_;
};

}  // namespace

Json brief_json(const Analysis& analysis) {
  return Writer(analysis).all();
}

}  // namespace entente
