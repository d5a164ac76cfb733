// A certificate line by line: the case, the states it names, what they are, the witnesses, the verdicts.
#include "brief/proof_lines.h"

#include "brief/json.h"
#include "text/sha256.h"

namespace entente {
namespace {

constexpr std::string_view role_words[] = {"status quo", "settlement", "equilibrium"};

class ProofWriter {
 public:
  ProofWriter(const Analysis& analysis, const Proof& proof)
      : states_(analysis.states()), model_(analysis.model()), proof_(proof) {}

  std::string write(std::string_view content) {
    head(content);
    named().for_each([&](StateId s) { line({{"state", number(s)}, {"values", values(s)}}); });
    for (const ProvenPlace& p : proof_.places)
      line({{"place", role_words[static_cast<std::size_t>(p.role)]}, {"state", number(p.state)}});
    for (std::size_t n = 0; n < proof_.answers.size(); ++n) answer(n);
    for (std::size_t n = 0; n < proof_.sets.size(); ++n) set(n);
    for (const ProvenVerdict& v : proof_.verdicts) verdict(v);
    line({{"sha256", sha256(lines_)}});
    return std::move(lines_);
  }

 private:
  void line(const Json& json) { lines_ += json.dump() + "\n"; }

  /// A party's id; of a group the list of its members' ids.
  Json mover(MoverId i) const {
    if (!model_.is_group(i)) return model_.id(i);
    return mover_json(model_, i)["by"];
  }

  void head(std::string_view content) {
    Json parties = Json::array();
    Json options = Json::array();
    for (const Party& p : model_.parties) parties.push_back(p.id);
    for (std::size_t o = 0; o < model_.options.size(); ++o)
      options.push_back(model_.reference(static_cast<OptionId>(o)));
    Json json = {{"proof", proof_schema}, {"case", sha256(content)}};
    if (model_.replies != Replies::legal) json["answers"] = id(model_.replies);
    json["parties"] = parties;
    json["options"] = options;
    line(json);
  }

  Json values(StateId s) const {
    Json all = Json::array();
    for (std::size_t o = 0; o < model_.options.size(); ++o)
      all.push_back(states_.value(s, static_cast<OptionId>(o)));
    return all;
  }

  /// Every state that a line names.
  StateSet named() const {
    StateSet all(states_.size());
    for (const ProvenPlace& p : proof_.places) all.insert(p.state);
    for (const ProvenAnswer& a : proof_.answers) {
      all.insert(a.from);
      for (const AnswerStep& step : a.steps) all.insert(step.to);
    }
    for (const ClosedSet& set : proof_.sets) {
      for (const Visit& v : set.visits) all.insert(v.state);
      for (const auto& [from, to] : set.escapes) all.insert(to);
    }
    for (const ProvenVerdict& v : proof_.verdicts)
      if (v.move) all.insert(*v.move);
    return all;
  }

  void answer(std::size_t n) {
    const ProvenAnswer& a = proof_.answers[n];
    Json steps = Json::array();
    for (const AnswerStep& step : a.steps) steps.push_back(Json::array({mover(step.mover), number(step.to)}));
    line({{"answer", n + 1}, {"against", mover(a.against)}, {"from", number(a.from)}, {"steps", steps}});
  }

  void set(std::size_t n) {
    const ClosedSet& set = proof_.sets[n];
    Json visits = Json::array();
    for (const Visit& v : set.visits) {
      Json visit = Json::array({number(v.state)});
      for (const MoverId j : v.barred) visit.push_back(mover(j));
      visits.push_back(v.barred.empty() ? Json(number(v.state)) : visit);
    }
    Json escapes = Json::array();
    for (const auto& [from, to] : set.escapes) escapes.push_back(Json::array({number(from), number(to)}));
    line({{"set", n + 1},
          {"against", mover(set.against)},
          {"moves", set.improving ? "improvements" : "all"},
          {"states", visits},
          {"escapes", escapes}});
  }

  void verdict(const ProvenVerdict& v) {
    Json concepts = Json::array();
    for (Concept c : v.concepts) concepts.push_back(id(c));
    Json json = {{"verdict", v.stable ? "stable" : "unstable"},
                 {"state", number(v.state)},
                 {"party", mover(v.mover)},
                 {"concepts", concepts}};
    if (v.stable) {
      json["answers"] = Json::array();
      for (const std::size_t n : v.answers) json["answers"].push_back(n + 1);
    }
    if (v.move) json["move"] = number(*v.move);
    if (v.set) json["set"] = *v.set + 1;
    line(json);
  }

  const States& states_;
  const Model& model_;
  const Proof& proof_;
  std::string lines_;
};

}  // namespace

std::string proof_lines(const Analysis& analysis, const Proof& proof, std::string_view content) {
  return ProofWriter(analysis, proof).write(content);
}

}  // namespace entente
