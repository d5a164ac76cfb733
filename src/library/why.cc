// Why a state is stable, or is not: what is asked, and of whom.
#include <algorithm>

#include "brief/why_report.h"
#include "entente/entente.h"
#include "library/asking.h"
#include "library/asking_large.h"
#include "library/ending.h"
#include "library/naming.h"
#include "words/english.h"

namespace entente {
namespace {

std::optional<Coalition> coalition(Asked& asked, std::string_view words) {
  Coalition members;
  while (true) {
    const std::size_t comma = words.find(',');
    std::string_view word = words.substr(0, comma);
    while (word.starts_with(' ')) word.remove_prefix(1);
    while (word.ends_with(' ')) word.remove_suffix(1);
    const std::optional<PartyId> member = named_party(asked, "--coalition", word);
    if (!member) return std::nullopt;
    members.push_back(*member);
    if (comma == std::string_view::npos) break;
    words.remove_prefix(comma + 1);
  }
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return members;
}

/// Of whom the story is told: one party, one coalition, or each party.
std::vector<Coalition> subjects(Asked& asked, const WhyRequest& request) {
  std::vector<Coalition> all;
  if (request.coalition) {
    if (const auto members = coalition(asked, *request.coalition)) all.push_back(*members);
  } else if (request.party) {
    if (const auto one = named_party(asked, "--party", *request.party)) all.push_back({*one});
  } else {
    for (PartyId i : asked.model().party_ids()) all.push_back({i});
  }
  return all;
}

/// Those that are one party alone: in part nothing is told of coalitions.
std::vector<PartyId> single_parties(const std::vector<Coalition>& whose) {
  std::vector<PartyId> all;
  for (const Coalition& who : whose)
    if (who.size() == 1) all.push_back(who.front());
  return all;
}

/// Where: the status quo, a number, or the first state of a formula.
void place(Asked& asked, const WhyRequest& request, std::optional<ConditionId> at, WhyAsked& why) {
  const Case& found = *asked.reading.found;
  why.at = found.status_quo;
  if (request.state) {
    const std::optional<StateId> numbered = numbered_state(asked, *request.state);
    if (numbered) why.at = *numbered;
  } else if (at) {
    const StateSet holding = where(found.model.conditions, *at, found.states);
    if (holding.empty())
      return refuse(asked, "--at: error: '" + plain(*request.at) + "' holds in no possible situation");
    why.at = *holding.first();
    why.others = holding.count() - 1;
  }
}

}  // namespace

Answer why(const Input& input, const WhyRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.size = Size::any});
  if (!asked) return asked.answer;
  if (asked.large()) return large_why(asked, request, out);
  const std::optional<ConditionId> at = request.at ? formula(asked, "--at", *request.at) : std::nullopt;
  if (!asked) return asked.answer;
  WhyAsked told{.in_full = request.in_full};
  if (request.under) told.seen = concept_of(*request.under).value_or(Concept::seq);
  place(asked, request, at, told);
  const std::vector<Coalition> whose = subjects(asked, request);
  if (!asked) return asked.answer;
  const Analysis analysis(*asked.reading.found, VerdictsBy::listing, input.limits.stages);
  const auto whole = [&](const Sink& sink) {
    std::vector<Story> stories;
    for (const Coalition& who : whose)
      stories.push_back(story(analysis, who, told.at, told.seen, request.in_full));
    return finish(asked, sink(request.form == Form::json ? text(why_json(analysis, told, stories))
                                                         : why_text(analysis, face(look), told, stories)));
  };
  return until_ended(asked, analysis, out, whole, [&](const PartialAnalysis& known) {
    const Spot spot{analysis.states()[told.at], told.others};
    return why_in_part(asked, known, request, {spot, single_parties(whose)}, out);
  });
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente
