// What several sections of the brief say.
#include "brief/brief_sections.h"

#include "view/story.h"

namespace entente {

std::string target_words(const Telling& t, std::size_t way) {
  const SettlementSeen& s = *t.view.settlement();
  const std::optional<HoldingSeen> holding = t.view.holding(way);
  const std::string that = holding && holding->holds && !holding->holds->empty() ? " that holds" : "";
  if (!s.zone->empty() || s.gap.empty()) return "the recommended settlement" + that;
  return s.gap.size() > 1 ? "the settlement recommended under " + std::to_string(way + 1)
                          : "the recommended settlement" + that;
}

std::string would_rather(const Telling& t, const WordStep& move) {
  const std::vector<Course> changes = t.voice.changes(move.mover, t.view.layout(), move.from, move.to);
  return t.voice.would_surely(changes, "would rather ")
      .value_or(t.voice.name(move.mover) + " would gain if " + t.voice.clause(changes));
}

std::string nobody_gains(const Model& model, const RestSeen& rest) {
  const bool jointly = !model.groups.empty();
  for (std::size_t i = 0; i < rest.departures.size(); ++i)
    if (!rest.departures[i].empty() || rest.others[i] != Count{0}) return {};
  return std::string("nobody has anything to gain ") + (rest.road.empty() ? "" : "there ") + "by " +
         (jointly ? "moving alone or by a joint act" : "moving alone");
}

std::string because(const Telling& t, const WordStep& step) {
  const Model& model = t.view.model();
  Grounds all;
  bool grounded = false;
  for (const PartyId i : model.members(step.mover)) {
    const EqualStatements statements = decisive(model, t.view.layout(), i, step.from, step.to);
    const Grounds& ranked = model[i].ranking_grounds;
    if (statements.empty() && ranked.evidence.empty()) continue;
    grounded = true;
    add(all, statements.empty() ? ranked : grounds_of(model[i], statements));
  }
  return grounded ? cited(model, all, citing(t)) : std::string{};
}

bool all_coalitions(const CoalitionsSeen& facts) {
  bool all = facts.now.complete && (!facts.rest || facts.rest->complete);
  for (const std::vector<GainsSeen>& of_way : facts.settlements)
    for (const GainsSeen& gains : of_way) all = all && gains.complete;
  return all;
}

}  // namespace entente
