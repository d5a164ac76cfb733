// Paths in words.
#include "words/path_words.h"

#include <algorithm>
#include <map>

#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

/// ", and step 3 takes longest, seven months"
std::string longest_words(const Model& model, const Path& path, const Schedule& schedule) {
  if (!schedule.longest) return {};
  const Date begun = *schedule.longest == 0 ? *model.day() : *path.steps[*schedule.longest - 1].done;
  return ", and step " + std::to_string(*schedule.longest + 1) + " is the long one, from " +
         long_date(begun) + " to " + long_date(*path.steps[*schedule.longest].done);
}

}  // namespace

std::string concessions_words(const Voice& voice, const Path& path) {
  std::map<PartyId, std::uint64_t> by;
  for (const Step& step : path.steps)
    if (step.kind == StepKind::concession) ++by[step.party];
  if (by.empty()) return "no concession";
  std::vector<std::string> all;
  for (const auto& [party, n] : by)
    all.push_back((by.size() > 1 ? in_words(n) + " " : "") + "by " + voice.name(party));
  return counted(path.concessions, "concession") + ", " + listed(all);
}

std::string deadline_words(const Model& model, const Path& path, const std::optional<Schedule>& schedule) {
  if (!model.agreement || !model.agreement->by || !path.done) return {};
  const std::string day = long_date(model.agreement->by->last);
  std::string text = path.in_time ? "That is in time for the deadline, " + day
                                  : "That is too late for the deadline, " + day + ", and no way is quicker";
  if (schedule) {
    text += path.in_time ? "; the first step has to be begun by "
                         : "; the first step would have had to be begun by ";
    text += long_date(schedule->latest) + longest_words(model, path, *schedule);
  }
  return text + ".";
}

std::string exposure_words(const Analysis& analysis, const Voice& voice, const Path& path) {
  for (std::size_t k = 0; k + 1 < path.steps.size(); ++k) {
    const Step& step = path.steps[k];
    const Ranks& r = analysis.ranks()[index(step.party)];
    if (step.kind != StepKind::concession || r[step.to] >= r[path.start]) continue;
    return "After step " + std::to_string(k + 1) + " " + voice.name(step.party) + " " +
           voice.verb(step.party, "has", "have") + " given way and " + voice.verb(step.party, "is", "are") +
           " worse off than today; that lasts until others have moved.";
  }
  return {};
}

}  // namespace entente
