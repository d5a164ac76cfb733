// Ways in words.
#include "words/path_words.h"

#include <map>

#include "states/rank.h"
#include "words/english.h"

namespace entente {
namespace {

/// ", and step 3 is the long one, from 1 May to 1 June"
std::string longest_words(const Model& model, const WaySeen& way) {
  const std::optional<std::size_t>& longest = way.schedule->longest;
  if (!longest) return {};
  const Date begun = *longest == 0 ? *model.day() : *way.steps[*longest - 1].done;
  return ", and step " + std::to_string(*longest + 1) + " is the long one, from " + long_date(begun) +
         " to " + long_date(*way.steps[*longest].done);
}

}  // namespace

std::string concessions_words(const Voice& voice, const std::vector<PartyId>& conceding) {
  std::map<PartyId, std::uint64_t> by;
  for (const PartyId party : conceding) ++by[party];
  if (by.empty()) return "no concession";
  std::vector<std::string> all;
  for (const auto& [party, n] : by)
    all.push_back((by.size() > 1 ? in_words(n) + " " : "") + "by " + voice.name(party));
  return counted(conceding.size(), "concession") + ", " + listed(all);
}

std::string concessions_words(const Voice& voice, const WaySeen& way) {
  std::vector<PartyId> conceding;
  for (const WayStep& step : way.steps)
    if (step.kind == StepKind::concession) conceding.push_back(step.move.party);
  return concessions_words(voice, conceding);
}

std::string in_time_words(const WaySeen& way, const std::string& day) {
  if (!way.in_time)
    return "That is too late for " + day + "; whether another way is in time was not found out";
  return *way.in_time ? "That is in time for " + day
                      : "That is too late for " + day + ", and no way is quicker";
}

std::string deadline_words(const Model& model, const WaySeen& way) {
  if (!model.agreement || !model.agreement->by || !way.done) return {};
  std::string text = in_time_words(way, "the deadline, " + long_date(model.agreement->by->last));
  if (way.in_time && way.schedule) {
    text += *way.in_time ? "; the first step has to be begun by "
                         : "; the first step would have had to be begun by ";
    text += long_date(way.schedule->latest) + longest_words(model, way);
  }
  return text + ".";
}

std::string exposure_words(const View& view, const Voice& voice, const WaySeen& way) {
  const Model& model = view.model();
  for (std::size_t k = 0; k + 1 < way.steps.size(); ++k) {
    const WayStep& step = way.steps[k];
    const PartyId i = step.move.party;
    if (step.kind != StepKind::concession ||
        compare(model, i, view.layout(), step.move.to, way.start, model.day()) >= 0)
      continue;
    return "After step " + std::to_string(k + 1) + " " + voice.name(i) + " " + voice.verb(i, "has", "have") +
           " given way and " + voice.verb(i, "is", "are") +
           " worse off than today; that lasts until others have moved.";
  }
  return {};
}

}  // namespace entente
