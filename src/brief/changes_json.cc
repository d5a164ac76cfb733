// What a case assumes and the changes that can be made to it, as JSON.
#include "brief/changes_json.h"

#include <array>

#include "brief/robust_report.h"
#include "whatif/changes.h"
#include "words/change_words.h"

namespace entente {
namespace {

constexpr std::array<const char*, 5> assumption_kinds = {"statement", "demand", "rule", "moves", "when"};

Json assumption_json(const Voice& voice, const Assumption& a) {
  const Model& model = voice.model();
  return {{"id", a.id},
          {"kind", assumption_kinds.at(static_cast<std::size_t>(a.kind))},
          {"party", a.party ? Json(model[*a.party].id) : Json(nullptr)},
          {"sentence", assumption_words(voice, a)},
          {"firmness", firmness_json(a.firmness)},
          {"changes", Json::array()}};
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
