// The agreement states divided by who then has which stake, and what each division takes.
#include "settlement/division.h"

namespace entente {
namespace {

constexpr std::uint32_t nobody = UINT32_MAX;

std::uint32_t number(std::optional<PartyId> party) {
  return party ? static_cast<std::uint32_t>(*party) : nobody;
}

std::optional<PartyId> party(std::uint32_t number) {
  return number == nobody ? std::nullopt : std::optional(static_cast<PartyId>(number));
}

/// Who has a stake in each of the agreement states.
std::vector<std::uint32_t> holders(const Model& model, const States& states, const Takes& takes,
                                   const Stake& stake) {
  std::vector<std::uint32_t> who(takes.states.size(), number(stake.holder));
  for (auto to = stake.to.rbegin(); to != stake.to.rend(); ++to) {
    const StateSet has = where(model.conditions, to->second, states);
    for (std::size_t k = 0; k < who.size(); ++k)
      if (has.contains(takes.states[k])) who[k] = number(to->first);
  }
  return who;
}

/// What tells divisions apart in each agreement state, column by column: the holder of each stake, or the
/// value of each option that counts for an agreement.
class Dividing {
 public:
  Dividing(const Model& model, const States& states, const Takes& takes)
      : alike_(takes.states.size()), keys_(alike_.classes()) {
    if (model.stakes.empty() && model.agreement) settled_ = model.conditions.options(model.agreement->when);
    for (const Stake& stake : model.stakes) {
      const std::vector<std::uint32_t> who = holders(model, states, takes, stake);
      split([&](std::size_t k) { return who[k]; });
    }
    for (const OptionId option : settled_)
      split([&](std::size_t k) { return states.value(takes.states[k], option); });
  }

  /// The agreement states of each division, by their numbers in the takes.
  std::vector<std::vector<std::uint32_t>> members() const { return alike_.members(); }

  /// Names what a class has in common.
  void name(std::size_t c, Division& division) const {
    for (std::size_t k = 0; k < keys_[c].size(); ++k) {
      if (settled_.empty()) division.holders.push_back(party(keys_[c][k]));
      if (!settled_.empty()) division.settled.emplace_back(settled_[k], keys_[c][k]);
    }
  }

 private:
  template <class Key>
  void split(const Key& key) {
    std::vector<std::vector<std::uint32_t>> keys;
    for (const auto& [before, asked] : alike_.split(key)) {
      keys.push_back(keys_[before]);
      keys.back().push_back(asked);
    }
    keys_ = std::move(keys);
  }

  std::vector<OptionId> settled_;
  Partition alike_;
  std::vector<std::vector<std::uint32_t>> keys_;  // of each class
};

}  // namespace

std::vector<Division> divisions(const Model& model, const States& states, const Takes& takes,
                                const Depths& depths, Room& room) {
  const Dividing dividing(model, states, takes);
  const auto members = dividing.members();
  std::vector<Division> divisions;
  for (std::size_t c = 0; c < members.size() && room.take(); ++c) {
    Division& division = divisions.emplace_back();
    dividing.name(c, division);
    division.states = StateSet(states.size());
    for (const std::uint32_t k : members[c]) division.states.insert(takes.states[k]);
    division.openings = openings(takes, members[c], depths, states.size(), room);
  }
  return divisions;
}

}  // namespace entente
