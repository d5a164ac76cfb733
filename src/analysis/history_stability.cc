// Whether the states of the past were stable for those who left them.
#include <optional>

#include "analysis/history.h"
#include "engine/explicit/fitting.h"

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
  Then(const Model& model, const States& states, Date day)
      : engine_(model, states, day), stable_(model.parties.size()) {}
  Then(const Then&) = delete;
  Then& operator=(const Then&) = delete;

  std::array<bool, concepts.size()> stable(PartyId party, StateId s) {
    std::optional<std::array<StateSet, concepts.size()>>& known = stable_[index(party)];
    if (!known) {
      known.emplace();
      for (const Concept c : concepts)
        known->at(static_cast<std::size_t>(c)) =
            engine_.visit([&](const auto& engine) { return entente::stable(engine, party, c); });
    }
    std::array<bool, concepts.size()> verdicts{};
    for (std::size_t c = 0; c < concepts.size(); ++c) verdicts.at(c) = known->at(c).contains(s);
    return verdicts;
  }

 private:
  FittingEngine engine_;
  std::vector<std::optional<std::array<StateSet, concepts.size()>>> stable_;  // one a party
};

}  // namespace

void add_stability(History& history, const Model& model, const States& states) {
  std::optional<InForce> known;
  std::optional<Then> then;
  for (std::size_t k = 0; k < history.events.size(); ++k) {
    PastEvent& past = history.events[k];
    const std::optional<StateId> before = states.find(past.before);
    if (past.doings.empty() || !before) continue;
    const Date day = model.events[k].date.first;
    if (InForce now = in_force(model, day); known != now) {
      then.emplace(model, states, day);
      known = std::move(now);
    }
    for (Doing& doing : past.doings) doing.stable = then->stable(doing.party, *before);
  }
}

}  // namespace entente
