// Ways in words.
#include "words/path_words.h"

#include <algorithm>
#include <map>

#include "states/rank.h"
#include "words/english.h"

namespace entente {
namespace {

/// " Step 3 is the long one, from 1 May to 1 June."
std::string longest_words(const Model& model, const WaySeen& way) {
  const std::optional<std::size_t>& longest = way.schedule->longest;
  if (!longest) return {};
  const Date begun = *longest == 0 ? *model.day() : *way.steps[*longest - 1].done;
  return " Step " + std::to_string(*longest + 1) + " is the long one, from " + long_date(begun) + " to " +
         long_date(*way.steps[*longest].done) + ".";
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

std::vector<PartyId> conceding(const Model& model, const WayStep& step) {
  const std::vector<PartyId> members = model.members(step.move.mover);
  std::vector<PartyId> all;
  for (std::size_t m = 0; m < members.size(); ++m)
    if (step.kinds.members[m] == StepKind::concession) all.push_back(members[m]);
  return all;
}

std::vector<PartyId> conceding(const Model& model, const WaySeen& way) {
  std::vector<PartyId> all;
  for (const WayStep& step : way.steps)
    for (const PartyId i : conceding(model, step)) all.push_back(i);
  return all;
}

std::string concessions_words(const Voice& voice, const WaySeen& way) {
  return concessions_words(voice, conceding(voice.model(), way));
}

std::string in_time_words(const WaySeen& way, const std::string& day) {
  if (!way.in_time)
    return "That is too late for " + day + "; whether another way is in time was not found out";
  return *way.in_time ? "That is in time for " + day
                      : "That is too late for " + day + ": with one step after another no way is in time";
}

std::string deadline_words(const Model& model, const WaySeen& way) {
  if (!model.agreement || !model.agreement->by || !way.done) return {};
  std::string text = in_time_words(way, "the deadline, " + long_date(model.agreement->by->last)) + ".";
  if (!way.in_time || !way.schedule) return text;
  return text +
         (*way.in_time ? " The first step has to be begun by "
                       : " The first step would have had to be begun by ") +
         long_date(way.schedule->latest) + "." + longest_words(model, way);
}

std::string together_words(const WaySeen& way, const std::optional<Date>& deadline) {
  if (!way.done_together || !way.done || *way.done_together >= *way.done) return {};
  std::string text = "With steps side by side it is done by " + long_date(*way.done_together);
  if (deadline && *way.done > *deadline)
    text += *way.done_together <= *deadline ? ", which is in time" : ", which is too late as well";
  return text + ".";
}

namespace {

bool has(const std::vector<PartyId>& parties, PartyId i) {
  return std::find(parties.begin(), parties.end(), i) != parties.end();
}

/// Whether a party could be meant by a way's end: it consents, or has given something away for it.
bool has_a_part(const Model& model, const WaySeen& way, PartyId i) {
  const std::vector<PartyId> consenting = model.consenting();
  return has(consenting, i) || has(conceding(model, way), i);
}

/// "Japan is worse off than today from step 2 until step 4"; empty where no step leaves it so.
std::string below_words(const View& view, const Voice& voice, const WaySeen& way, PartyId i) {
  std::vector<std::size_t> below;  // the steps that do
  for (std::size_t k = 0; k < way.steps.size(); ++k)
    if (compare(view.model(), i, view.layout(), way.steps[k].move.to, view.status_quo(), view.model().day()) <
        0)
      below.push_back(k + 1);
  if (below.empty()) return {};
  const std::string so = voice.name(i) + " " + voice.verb(i, "is", "are") + " worse off than today";
  const std::size_t last = way.steps.size();
  const bool at_once = below.back() - below.front() + 1 == below.size();
  if (at_once && below.back() == last)
    return so + (below.size() == 1 ? " at the end"
                                   : " from step " + std::to_string(below.front()) + " to the end");
  if (at_once)
    return so + " from step " + std::to_string(below.front()) + " until step " +
           std::to_string(below.back() + 1) + " is done";
  std::vector<std::string> all;
  for (const std::size_t step : below) all.push_back(std::to_string(step));
  return so + " after steps " + listed(all);
}

}  // namespace

std::string exposure_words(const View& view, const Voice& voice, const WaySeen& way) {
  std::vector<std::string> all;
  for (const PartyId i : view.model().party_ids())
    if (has_a_part(view.model(), way, i))
      if (std::string below = below_words(view, voice, way, i); !below.empty())
        all.push_back(std::move(below));
  return sentence(capitalised(listed(all)));
}

}  // namespace entente
