// What each conclusion rests on, as JSON.
#include "brief/case_json.h"
#include "brief/robust.h"
#include "words/change_words.h"
#include "words/citation.h"
#include "words/conclusion_words.h"

namespace entente {
namespace {

Json resting_json(const Variants& v, const Robustness& r, std::size_t c) {
  Json one = {{"id", v.plain().found[c].id},
              {"value", value_text(v.plain().found[c].kind, v.plain().found[c].value)},
              {"sentence", conclusion_words(v, c)}};
  // Of carriers that are not all known the weakest is not, either.
  one["firmness"] = r.firmness[c] && r.searched > 0 ? firmness_json(*r.firmness[c]) : Json(nullptr);
  one["carried_by"] = Json::array();
  for (const std::size_t a : r.carriers[c]) one["carried_by"].push_back(v.assumptions()[a].id);
  one["evidence"] = evidence_ids(v.model(), evidence_below(v.assumptions(), r.carriers[c]));
  return one;
}

class Answer {
 public:
  Answer(const Variants& variants, const Robustness& robustness)
      : v_(variants), r_(robustness), voice_(variants.model()) {}

  Json json(const About& about) const {
    if (about.conclusion)
      return {{"conclusion", conclusion(*about.conclusion)},
              {"searched_up_to", r_.searched},
              {"asked_up_to", r_.asked}};
    if (about.assumption)
      return {{"assumption", assumptions()[*about.assumption]}, {"changes", changes_to(*about.assumption)}};
    Json answer = {{"assumptions", assumptions()}, {"conclusions", conclusions()}, {"evidence", evidence()}};
    answer["decide_nothing"] = Json::array();
    for (const std::size_t a : deciding_nothing(v_, r_))
      answer["decide_nothing"].push_back(v_.assumptions()[a].id);
    answer["no_valid_case"] = Json::array();
    for (const Effect& e : r_.singles)
      if (!e.fault.empty())
        answer["no_valid_case"].push_back({{"change", name(e.changes.front())}, {"fault", e.fault}});
    answer["tried_alone"] = tried_alone(r_);
    answer["searched_up_to"] = r_.searched;
    answer["asked_up_to"] = r_.asked;
    return answer;
  }

 private:
  std::string name(const Change& c) const { return id(c, v_.assumptions()); }

  Json assumptions() const {
    Json all = Json::array();
    for (const Assumption& a : v_.assumptions())
      all.push_back({{"id", a.id},
                     {"sentence", assumption_words(voice_, a)},
                     {"firmness", firmness_json(a.firmness)},
                     {"evidence", evidence_ids(v_.model(), a.grounds.evidence)},
                     {"doubted_by", evidence_ids(v_.model(), a.grounds.doubted_by)}});
    return all;
  }

  Json conclusions() const {
    Json all = Json::array();
    for (std::size_t c = 0; c < v_.plain().found.size(); ++c) all.push_back(conclusion(c));
    return all;
  }

  Json conclusion(std::size_t c) const {
    Json one = resting_json(v_, r_, c);
    one["flipped_by"] = flips_of(c);
    one["breaking"] = overturning(r_.overturning[c]);
    return one;
  }

  Json flips_of(std::size_t conclusion) const {
    Json all = Json::array();
    for (const Effect& e : r_.singles)
      for (const Flip& f : e.flips)
        if (f.conclusion == conclusion)
          all.push_back({{"change", name(e.changes.front())}, {"value", value(f)}, {"sentence", f.sentence}});
    return all;
  }

  Json value(const Flip& f) const {
    return f.value ? Json(value_text(v_.plain().found[f.conclusion].kind, *f.value)) : Json(nullptr);
  }

  Json overturning(const Overturning& b) const {
    if (b.size == 0) return nullptr;
    Json sets = Json::array();
    for (const std::vector<std::size_t>& set : b.sets) {
      Json names = Json::array();
      for (const std::size_t k : set) names.push_back(name(v_.changes()[k]));
      sets.push_back(std::move(names));
    }
    return {{"size", b.size}, {"sets", std::move(sets)}};
  }

  Json changes_to(std::size_t assumption) const {
    Json all = Json::array();
    for (const Effect& e : r_.singles) {
      if (e.changes.front().assumption != assumption) continue;
      Json one = {{"change", name(e.changes.front())}};
      put_falls(one, e);
      all.push_back(std::move(one));
    }
    return all;
  }

  Json evidence() const {
    Json all = Json::array();
    for (std::size_t e = 0; e < r_.evidence.size(); ++e) {
      const Effect& effect = r_.evidence[e];
      Json one = {{"id", v_.model().evidence[e].id}, {"drops", Json::array()}};
      for (const Change& c : effect.changes) one["drops"].push_back(name(c));
      put_falls(one, effect);
      all.push_back(std::move(one));
    }
    return all;
  }

  void put_falls(Json& one, const Effect& effect) const {
    one["falls"] = effect.known ? Json::array() : Json(nullptr);
    if (!effect.fault.empty()) one["fault"] = effect.fault;
    for (const Flip& f : effect.flips)
      one["falls"].push_back(
          {{"conclusion", v_.plain().found[f.conclusion].id}, {"value", value(f)}, {"sentence", f.sentence}});
  }

  const Variants& v_;
  const Robustness& r_;
  Voice voice_;
};

}  // namespace

Json firmness_json(const Firmness& f) {
  return {{"basis", f.basis == Basis::none ? "none" : basis_word(f.basis)},
          {"grade", f.grade.empty() ? Json(nullptr) : Json(f.grade)},
          {"doubted", f.doubted}};
}

Json resting_json(const Variants& variants, const Robustness& robustness) {
  Json all = Json::array();
  for (std::size_t c = 0; c < variants.plain().found.size(); ++c)
    all.push_back(resting_json(variants, robustness, c));
  return all;
}

Json robust_json(const Variants& variants, const Robustness& robustness, const About& about) {
  return Answer(variants, robustness).json(about);
}

}  // namespace entente
