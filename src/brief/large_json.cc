// Settlements, outlook and ways of a large case as JSON.
#include "brief/large_json.h"

#include <algorithm>

#include "brief/case_json.h"
#include "engine/symbolic/tally.h"

namespace entente {
namespace {

constexpr Count largest_exact = Count{1} << 53;  // of a double

Json facts_json(const PartialAnalysis& analysis, const SetFacts& facts) {
  Json first = Json::array();
  for (const Word word : facts.first) first.push_back(count_json(analysis.number(word)));
  return {{"count", count_json(facts.count)},
          {"first", first},
          {"patterns", facts.patterns ? patterns_json(analysis.model(), *facts.patterns) : Json(nullptr)}};
}

Json opening_json(const PartialAnalysis& analysis, const LargeOpening& opening) {
  Json json = {{"waive", waivers_json(analysis.model(), opening.waive)},
               {"opens", count_json(opening.opens)}};
  put_set(json, "recommended", analysis, opening.recommended);
  json["holding"] = opening.holding ? count_json(opening.holding->count) : Json(nullptr);
  put_set(json, "recommended_holding", analysis, opening.recommended_holding);
  return json;
}

Json gap_json(const PartialAnalysis& analysis, const LargeSettlement& s) {
  Json all = Json::array();
  for (const LargeOpening& opening : s.gap) all.push_back(opening_json(analysis, opening));
  return all;
}

/// Who has what in the recommended settlements.
Json stakes_json(const PartialAnalysis& analysis, const SetFacts& recommended) {
  if (!recommended.whole()) return nullptr;
  Json all = Json::array();
  for (const Word word : recommended.first)
    all.push_back({{"state", count_json(analysis.number(word))},
                   {"holders", holders_json(analysis.model(), analysis.layout(), word)}});
  return all;
}

void put_holding(Json& json, const PartialAnalysis& analysis, const LargeSettlement& s) {
  Json holds = Json::object();
  for (const Concept c : concepts)
    put_set(holds, std::string(id(c)).c_str(), analysis, s.holds.at(static_cast<std::size_t>(c)));
  json["holds"] = holds;
  put_set(json, "recommended_holding", analysis, s.recommended_holding);
}

/// [{"state", "concessions"}] by state; null where they are not all known.
Json equilibria_json(const PartialAnalysis& analysis, const LargeOutlook& outlook) {
  std::vector<std::pair<Word, std::uint32_t>> all;
  for (const Reached& reached : outlook.order) {
    if (!reached.equilibria.whole()) return nullptr;
    for (const Word word : reached.equilibria.first) all.emplace_back(word, reached.concessions);
  }
  if (!outlook.order_decided) return nullptr;
  std::sort(all.begin(), all.end());
  Json json = Json::array();
  for (const auto& [word, concessions] : all)
    json.push_back({{"state", count_json(analysis.number(word))}, {"concessions", concessions}});
  return json;
}

Json step_json(const PartialAnalysis& analysis, const LargeStep& step) {
  Json json = {{"party", analysis.model()[step.move.party].id},
               {"sets", sets_json(analysis, step.move, false)},
               {"kind", kind_id(step.kind)},
               {"state", count_json(analysis.number(step.move.to))}};
  if (step.done) json["done"] = iso(*step.done);
  return json;
}

/// Whether the best way is in time: a way that is late decides it only where no change takes time.
Json in_time(const Model& model, Date done, Date deadline) {
  const bool timed = std::any_of(model.options.begin(), model.options.end(),
                                 [](const Option& o) { return o.takes.has_value(); });
  if (done <= deadline) return true;
  return timed ? Json(nullptr) : Json(false);
}

}  // namespace

Json count_json(Count count) {
  if (count <= largest_exact) return static_cast<std::uint64_t>(count);
  return decimal_digits(count);
}

Json patterns_json(const Model& model, const std::vector<PatternOfMany>& patterns) {
  Json all = Json::array();
  for (const PatternOfMany& p : patterns)
    all.push_back({{"options", pattern_json(model, p.values, p.free)}, {"states", count_json(p.states)}});
  return all;
}

void put_set(Json& json, const char* key, const PartialAnalysis& analysis,
             const std::optional<SetFacts>& facts) {
  json[key] = nullptr;
  json["sets"][key] = facts ? facts_json(analysis, *facts) : Json(nullptr);
  if (facts && facts->whole()) json[key] = json["sets"][key]["first"];
}

Json large_settle_json(const PartialAnalysis& analysis) {
  std::optional<LargeSettlement> found = analysis.settlement(shown_in_json);
  if (!found)
    return {{"agreement", nullptr}, {"accepts", nullptr},     {"zone", nullptr},
            {"efficient", nullptr}, {"recommended", nullptr}, {"gap", nullptr}};
  analysis.look_further(*found, shown_in_json);
  const Model& model = analysis.model();
  Json accepts = Json::object();
  for (std::size_t k = 0; k < found->consenting.size(); ++k)
    accepts[model[found->consenting[k]].id] = count_json(found->accepts[k]);
  Json json = {{"agreement", count_json(found->agreement)}, {"accepts", accepts}};
  const SetFacts recommended = found->recommended.value_or(SetFacts());
  put_set(json, "zone", analysis, found->zone);
  put_set(json, "efficient", analysis, found->efficient);
  put_set(json, "recommended", analysis, recommended);
  if (found->zone.count == 0) {
    json["gap"] = gap_json(analysis, *found);
    json["gap_complete"] = !found->gap_cut;
  }
  put_holding(json, analysis, *found);
  json["stakes"] = stakes_json(analysis, recommended);
  json["divisions"] = nullptr;
  return json;
}

Json large_outlook_json(const PartialAnalysis& analysis, Concept seen) {
  const LargeOutlook outlook = analysis.outlook(seen, shown_in_json);
  Json json = {{"concept", id(seen)}};
  put_set(json, "heading", analysis, outlook.heading);
  if (!outlook.heading_decided) json["heading"] = nullptr;
  put_set(json, "resting", analysis, outlook.resting);
  json["equilibria"] = equilibria_json(analysis, outlook);
  json["unreachable"] = outlook.unreachable ? count_json(*outlook.unreachable) : Json(nullptr);
  Json order = Json::array();
  for (const Reached& reached : outlook.order) {
    order.push_back({{"concessions", reached.concessions}});
    order.back().update(facts_json(analysis, reached.equilibria));
  }
  json["order"] = order;
  json["heading_complete"] = outlook.heading_decided;
  json["order_complete"] = outlook.order_decided;
  return json;
}

Json sets_json(const PartialAnalysis& analysis, const WordStep& step, bool whose) {
  const Model& model = analysis.model();
  Json sets = Json::object();
  for (const OptionId o : model[step.party].options) {
    const Value value = analysis.layout().value(step.to, o);
    if (value != analysis.layout().value(step.from, o))
      sets[whose ? option_id(model, o) : model[o].id] = model[o].values[value];
  }
  return sets;
}

Json large_path_json(const PartialAnalysis& analysis, const WayFound& found,
                     const std::optional<Date>& deadline) {
  if (!found.decided) return {{"reachable", nullptr}};
  if (!found.way) return {{"reachable", false}};
  Json steps = Json::array();
  for (const LargeStep& step : found.way->steps) steps.push_back(step_json(analysis, step));
  Json json = {{"reachable", true},
               {"concessions", found.way->concessions},
               {"moves", found.way->steps.size()},
               {"steps", steps}};
  if (found.way->done) json["done"] = iso(*found.way->done);
  if (found.way->done && deadline) json["in_time"] = in_time(analysis.model(), *found.way->done, *deadline);
  return json;
}

}  // namespace entente
