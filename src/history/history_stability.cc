// Whether the states of the past were stable for those who left them.
#include <optional>

#include "engine/explicit/fitting.h"
#include "history/history.h"
#include "view/analysis.h"

namespace entente {
namespace {

/// Which statements are in force on a day: for each party, one flag a statement.
using InForce = std::vector<std::vector<bool>>;

InForce in_force(const Model& model, Date day) {
  InForce all;
  for (const Party& party : model.parties) {
    all.emplace_back();
    for (const Preference& p : party.preferences) all.back().push_back(p.in_force(day));
  }
  return all;
}

/// The verdicts of days on which the same statements are in force.
class Then {
 public:
  Then(const Analysis& analysis, Date day)
      : engine_(analysis.model(), analysis.states(), day, analysis.frame()),
        stable_(analysis.model().parties.size()) {}
  Then(const Then&) = delete;
  Then& operator=(const Then&) = delete;

  std::array<bool, concepts.size()> stable(PartyId party, StateId s) {
    return stable_under([&](Concept c) { return set(party, c).contains(s); });
  }

 private:
  const StateSet& set(PartyId party, Concept c) {
    std::optional<StateSet>& known = stable_[index(party)].at(slot(c));
    if (!known) known = engine_.visit([&](const auto& engine) { return entente::stable(engine, party, c); });
    return *known;
  }

  FittingEngine engine_;
  // One a party; made when asked for.
  std::vector<std::array<std::optional<StateSet>, concepts.size()>> stable_;
};

void add_all(History& history, const Analysis& analysis) {
  const Model& model = analysis.model();
  std::optional<InForce> known;
  std::optional<Then> then;
  for (std::size_t k = 0; k < history.events.size(); ++k) {
    PastEvent& past = history.events[k];
    const std::optional<StateId> before = analysis.states().find(past.before);
    if (past.doings.empty() || !before) continue;
    const Date day = model.events[k].date.first;
    if (InForce now = in_force(model, day); known != now) {
      then.emplace(analysis, day);
      known = std::move(now);
    }
    for (Doing& doing : past.doings) doing.stable = then->stable(doing.party, *before);
  }
}

}  // namespace

void add_stability(History& history, const Analysis& analysis) {
  try {
    add_all(history, analysis);
  } catch (const Stopped&) {
    history.ended = true;
  }
}

}  // namespace entente
