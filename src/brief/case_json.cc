// What the case itself says, as JSON: the same however its states are looked at.
#include "brief/case_json.h"

#include <array>
#include <utility>

#include "brief/robust.h"
#include "whatif/changes.h"
#include "words/change_words.h"
#include "words/citation.h"

namespace entente {
namespace {

Json options_json(const Model& model) {
  Json all = Json::array();
  for (const Option& o : model.options) {
    Json json = mover_json(model, o.mover);
    json["id"] = o.id;
    json["name"] = o.name;
    json["values"] = o.values;
    json["labels"] = o.labels;
    all.push_back(std::move(json));
  }
  return all;
}

Json assumption(const Model& model, const std::string& kind, const std::string& text,
                const Grounds& grounds) {
  Json json = {{"kind", kind},
               {"text", text},
               {"why", grounds.why},
               {"evidence", evidence_ids(model, grounds.evidence)},
               {"doubted_by", evidence_ids(model, grounds.doubted_by)}};
  if (grounds.draft) json["draft"] = true;
  return json;
}

Json preference(const Model& model, PartyId i, std::size_t k) {
  const Preference& p = model[i].preferences[k];
  Json json = assumption(model, p.demand ? "demand" : "preference", p.text, p.grounds);
  json["party"] = model[i].id;
  json["number"] = k + 1;
  json["in_force"] = p.in_force(model.day());
  if (p.equal) json["equal"] = true;
  if (p.strong) json["strong"] = true;
  if (!p.id.empty()) json["id"] = p.id;
  return json;
}

Json evidence_json(const Model& model) {
  Json all = Json::array();
  for (const Evidence& e : model.evidence) {
    Json json = {{"id", e.id}, {"source", model[e.source].id}, {"claim", e.claim}, {"by", e.by}};
    json["at"] = e.at ? Json(*e.at) : Json(nullptr);
    json["basis"] = e.basis == Basis::none ? Json(nullptr) : Json(basis_word(e.basis));
    if (!e.quote.empty()) json["quote"] = e.quote;
    if (!e.hash.empty()) json["hash"] = e.hash;
    all.push_back(json);
  }
  return all;
}

Json sources_json(const Model& model) {
  Json all = Json::array();
  for (const Source& s : model.sources)
    all.push_back({{"id", s.id},
                   {"title", s.title},
                   {"publisher", s.publisher},
                   {"date", s.date ? Json(iso(*s.date)) : Json(nullptr)},
                   {"url", s.url},
                   {"grade", s.grade}});
  return all;
}

Json assumptions_json(const Model& model) {
  Json all = Json::array();
  for (PartyId i : model.party_ids())
    for (std::size_t k = 0; k < model[i].preferences.size(); ++k) all.push_back(preference(model, i, k));
  for (PartyId i : model.party_ids())
    for (const RankClass& c : model[i].ranking)
      all.push_back(assumption(model, "class", c.text, model[i].ranking_grounds));
  for (std::size_t o = 0; o < model.options.size(); ++o)
    if (model.options[o].moves.kind != Moves::Kind::free || model.options[o].when)
      all.push_back(
          assumption(model, "moves", model.reference(static_cast<OptionId>(o)), model.options[o].grounds));
  for (const Party& p : model.parties)
    for (const ListedMove& m : p.moves)
      all.push_back(assumption(model, "move", p.id + ": " + m.from_text + " -> " + m.to_text, m.grounds));
  for (const Rule& r : model.rules) {
    if (r.definition) continue;
    all.push_back(assumption(model, r.forbid ? "forbid" : "require", r.text, r.grounds));
    if (!r.id.empty()) all.back()["id"] = r.id;
  }
  return all;
}

}  // namespace

Json evidence_ids(const Model& model, const std::vector<EvidenceId>& evidence) {
  Json all = Json::array();
  for (EvidenceId e : evidence) all.push_back(model[e].id);
  return all;
}

Json case_json(const Model& model, Json states) {
  Json parties = Json::array();
  for (const Party& p : model.parties) {
    parties.push_back({{"id", p.id}, {"name", p.name}, {"people", p.people}});
    if (!p.colour.empty()) parties.back()["colour"] = p.colour;
  }
  Json json = {{"title", model.title}, {"summary", model.summary}};
  json["date"] = model.date ? Json(iso(*model.date)) : Json(nullptr);
  json["parties"] = parties;
  json["options"] = options_json(model);
  json["states"] = std::move(states);
  return json;
}

Json pattern_json(const Model& model, const std::vector<std::vector<Value>>& values,
                  const std::vector<bool>& free) {
  Json options = Json::object();
  for (std::size_t o = 0; o < model.options.size(); ++o) {
    Json all = Json::array();
    for (const Value v : values[o]) all.push_back(model.options[o].values[v]);
    options[model.reference(static_cast<OptionId>(o))] = free[o] ? Json("-") : all;
  }
  return options;
}

void put_grounds(Json& json, const Model& model) {
  json["assumptions"] = assumptions_json(model);
  if (const std::size_t drafts = number_of_drafts(model); drafts > 0) json["drafts"] = drafts;
  json["evidence"] = evidence_json(model);
  json["sources"] = sources_json(model);
}

namespace {

constexpr std::array<const char*, 7> assumption_kinds = {"statement", "order", "demand", "rule",
                                                         "moves",     "when",  "move"};

Json assumption_json(const Voice& voice, const Assumption& a) {
  const Model& model = voice.model();
  Json json = {{"id", a.id}, {"kind", assumption_kinds.at(static_cast<std::size_t>(a.kind))}};
  json.update(a.mover ? mover_json(model, *a.mover) : Json{{"party", nullptr}});
  json["sentence"] = assumption_words(voice, a);
  json["firmness"] = firmness_json(a.firmness);
  json["changes"] = Json::array();
  return json;
}

}  // namespace

Json changes_json(const Model& model) {
  const Voice voice(model);
  const std::vector<Assumption> assumed = assumptions(model);
  Json all = Json::array();
  for (const Assumption& a : assumed) all.push_back(assumption_json(voice, a));
  for (const Change& c : changes(model, assumed))
    all[c.assumption]["changes"].push_back(
        {{"id", id(c, assumed)}, {"words", "if " + change_words(voice, assumed, c)}});
  return all;
}

}  // namespace entente
