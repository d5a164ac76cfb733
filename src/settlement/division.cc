// The agreement states divided by who then has which stake, and what each division takes.
#include "settlement/division.h"

namespace entente {
namespace {

constexpr std::uint32_t nobody = UINT32_MAX;

std::uint32_t number(std::optional<PartyId> party) {
  return party ? static_cast<std::uint32_t>(*party) : nobody;
}

/// Who has a stake in each of the agreement states.
std::vector<std::uint32_t> holders(const Model& model, const States& states, const Takes& takes,
                                   const Stake& stake) {
  std::vector<std::uint32_t> who(takes.states.size(), number(stake.holder));
  for (auto to = stake.to.rbegin(); to != stake.to.rend(); ++to) {
    states.stop().look();
    const StateSet has = where(model.conditions, to->second, states);
    for (std::size_t k = 0; k < who.size(); ++k)
      if (has.contains(takes.states[k])) who[k] = number(to->first);
  }
  return who;
}

/// The agreement states split by the holders of the stakes, or else by the values of the options `settled`.
Partition divided(const Model& model, const States& states, const Takes& takes,
                  const std::vector<OptionId>& settled) {
  Partition alike(takes.states.size());
  Lookout lookout(states.stop());
  for (const Stake& stake : model.stakes) {
    const std::vector<std::uint32_t> who = holders(model, states, takes, stake);
    alike.split([&](std::size_t k) { return lookout(), who[k]; });
  }
  for (const OptionId option : settled)
    alike.split([&](std::size_t k) { return lookout(), states.value(takes.states[k], option); });
  return alike;
}

/// What the agreement states of a division have in common, told by one of them.
void name(Division& division, const Model& model, const States& states, const std::vector<OptionId>& settled,
          StateId one) {
  for (const Stake& stake : model.stakes)
    division.holders.push_back(holder(model, stake, states.layout(), states[one]));
  for (const OptionId option : settled) division.settled.emplace_back(option, states.value(one, option));
}

}  // namespace

std::vector<Division> divisions(const Model& model, const States& states, const Takes& takes,
                                const Depths& depths, Room& room) {
  std::vector<OptionId> settled;
  if (model.stakes.empty() && model.agreement) settled = model.conditions.options(model.agreement->when);
  const Classes members = divided(model, states, takes, settled).members();
  std::vector<Division> divisions;
  for (std::uint32_t c = 0; c < members.size() && room.take(); ++c) {
    states.stop().look();
    Division& division = divisions.emplace_back();
    name(division, model, states, settled, takes.states[members[c].front()]);
    division.states = StateSet(states.size());
    for (const std::uint32_t k : members[c]) division.states.insert(takes.states[k]);
    division.openings = openings(takes, members[c], depths, states.size(), room);
  }
  return divisions;
}

}  // namespace entente
