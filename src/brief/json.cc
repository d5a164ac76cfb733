// What every answer as JSON is made of.
#include "brief/json.h"

#include <array>

#include "brief/case_json.h"
#include "view/state_ids.h"

namespace entente {
namespace {

constexpr Count largest_exact = Count{1} << 53;  // of a double
// Where no state is listed: all states of a set that has no more than `whole`, else the first few.
constexpr std::size_t whole = 1000;
constexpr std::size_t few_numbers = 10;
constexpr std::size_t few_patterns = 8;

constexpr std::array<std::string_view, 3> kind_ids = {"improvement", "neutral", "concession"};

Json waiver_json(const Model& model, const Waiver& waiver) {
  Json json = {{"party", model[waiver.party].id}};
  if (!waiver.demand) {
    json["below_status_quo"] = true;
    return json;
  }
  json["demand"] = *waiver.demand + 1;
  const std::string& id = model[waiver.party].preferences[*waiver.demand].id;
  if (!model.disputes.empty() && !id.empty()) json["statement"] = id;
  return json;
}

Json first_numbers(const View& view, const Set& set, std::size_t most) {
  Json all = Json::array();
  for (const Word word : set->first(most)) all.push_back(number_json(view, word));
  return all;
}

}  // namespace

Json count_json(Count count) {
  if (count <= largest_exact) return static_cast<std::uint64_t>(count);
  return decimal_digits(count);
}

Json number_json(const View& view, Word word) {
  if (!view.model().named_states.empty()) view.note_told(word);
  return count_json(view.number(word));
}

Json with_ids(Json json, const View& view) {
  if (view.model().named_states.empty()) return json;
  Json ids = Json::object();
  for (const Word word : view.told())
    if (const NamedState* const state = named_state(view.model(), view.layout(), word))
      ids[decimal_digits(view.number(word))] = state->id;
  json["ids"] = std::move(ids);
  return json;
}

Json numbers(const View& view, const Set& set) {
  return first_numbers(view, set, SIZE_MAX);
}

void put_set(Json& json, const char* key, const View& view, const Set& set) {
  json[key] = nullptr;
  if (view.states() != nullptr) {
    if (set) json[key] = numbers(view, set);
    return;
  }
  json["sets"][key] = nullptr;
  if (!set) return;
  const bool all = set->count() <= whole;
  const Json first = first_numbers(view, set, all ? whole : few_numbers);
  json["sets"][key] = {
      {"count", count_json(set->count())}, {"first", first}, {"patterns", patterns_json(view, set)}};
  if (all) json[key] = first;
}

Json size_json(const Set& set) {
  return set ? count_json(set->count()) : Json(nullptr);
}

Json patterns_json(const View& view, const Set& set) {
  const auto found = set ? set->patterns(view.states() != nullptr ? SIZE_MAX : few_patterns) : std::nullopt;
  if (!found) return nullptr;
  Json all = Json::array();
  for (const ShownPattern& p : found->few)
    all.push_back(
        {{"options", pattern_json(view.model(), p.values, p.free)}, {"states", count_json(p.states)}});
  return all;
}

Json verdict_json(Verdict verdict) {
  return verdict == Verdict::undecided ? Json(nullptr) : Json(verdict == Verdict::stable);
}

Json sets_json(const View& view, const WordStep& move) {
  const Model& model = view.model();
  Json sets = Json::object();
  for (const OptionId o : model.options_of(move.mover))
    if (const Value value = view.layout().value(move.to, o); value != view.layout().value(move.from, o))
      sets[model.reference(o)] = model[o].values[value];
  return sets;
}

Json mover_json(const Model& model, MoverId mover) {
  Json json = Json::object();
  if (!model.is_group(mover)) {
    json["party"] = model.id(mover);
    return json;
  }
  json["by"] = Json::array();
  for (const PartyId i : model.members(mover)) json["by"].push_back(model[i].id);
  return json;
}

Json kinds_json(const Model& model, MoverId mover, const StepKinds& kinds) {
  const std::vector<PartyId> members = model.members(mover);
  Json json = Json::object();
  for (std::size_t m = 0; m < members.size(); ++m) json[model[members[m]].id] = kind_id(kinds.members[m]);
  return json;
}

Json waivers_json(const Model& model, const Waivers& waivers) {
  Json all = Json::array();
  for (const Waiver& waiver : waivers) all.push_back(waiver_json(model, waiver));
  return all;
}

std::string_view kind_id(StepKind kind) {
  return kind_ids.at(static_cast<std::size_t>(kind));
}

Json state_json(const Model& model, const Layout& layout, Word word) {
  Json json = Json::object();
  for (std::size_t k = 0; k < model.options.size(); ++k) {
    const auto o = static_cast<OptionId>(k);
    json[model.reference(o)] = model[o].values[layout.value(word, o)];
  }
  return json;
}

Json holders_json(const Model& model, const Layout& layout, Word word) {
  Json json = Json::object();
  for (const Stake& stake : model.stakes) {
    const std::optional<PartyId> party = holder(model, stake, layout, word);
    json[stake.id] = party ? Json(model[*party].id) : Json(nullptr);
  }
  return json;
}

std::string text(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

namespace {

/// Adds where something stands.
Json at(Json json, Place place, const Text& text) {
  const Position position = text.position(place.begin);
  json["line"] = position.line;
  json["column"] = position.column;
  json["from"] = place.begin - text.begin(place.begin);
  json["to"] = place.end - text.begin(place.begin);
  return json;
}

/// A note in another text says in which.
Json note_json(const Note& note, const Text& text) {
  Json json = {{"message", note.message}};
  if (note.text)
    json["in"] = note.text->name();
  else if (text.begin(note.at.begin) != 0)
    json["in"] = text.name(note.at.begin);
  return at(std::move(json), note.at, note.text ? *note.text : text);
}

Json fault_json(const Diagnostic& d, const Text& text) {
  Json json = {{"severity", d.severity == Severity::error ? "error" : "warning"},
               {"code", d.code},
               {"message", d.message}};
  if (text.begin(d.at.begin) != 0) json["in"] = text.name(d.at.begin);
  json = at(std::move(json), d.at, text);
  json["hint"] = d.help;
  json["notes"] = Json::array();
  for (const Note& note : d.notes) json["notes"].push_back(note_json(note, text));
  return json;
}

}  // namespace

Json faults_json(const Diagnostics& diagnostics, const Text& text) {
  Json all = Json::array();
  for (const Diagnostic& d : diagnostics.sorted()) all.push_back(fault_json(d, text));
  return all;
}

}  // namespace entente
