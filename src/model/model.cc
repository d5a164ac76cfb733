// What a model says of itself: how its parties move, what is in force, whose consent counts.
#include "model/model.h"

#include <algorithm>

#include "model/wording.h"
#include "text/verb_forms.h"

namespace entente {

bool Preference::in_force(std::optional<Date> day) const {
  if (!day) return !since && !until;
  return (!since || *since <= *day) && (!until || *day < *until);
}

std::vector<EqualStatements> Party::by_importance(std::optional<Date> day,
                                                  const std::vector<std::size_t>& left_out) const {
  std::vector<EqualStatements> all;
  bool fresh = true;
  for (std::size_t p = 0; p < preferences.size(); ++p) {
    fresh = fresh || !preferences[p].equal;
    if (!preferences[p].in_force(day) || std::count(left_out.begin(), left_out.end(), p) != 0) continue;
    if (fresh) all.emplace_back();
    all.back().push_back(p);
    fresh = false;
  }
  return all;
}

EqualStatements Party::equals(std::size_t preference) const {
  std::size_t first = preference;
  while (preferences[first].equal) --first;
  EqualStatements all = {first};
  for (std::size_t p = first + 1; p < preferences.size() && preferences[p].equal; ++p) all.push_back(p);
  return all;
}

std::vector<PartyId> Model::party_ids() const {
  std::vector<PartyId> ids;
  for (std::size_t i = 0; i < parties.size(); ++i) ids.push_back(static_cast<PartyId>(i));
  return ids;
}

bool Model::many(PartyId party) const {
  const Party& of = (*this)[party];
  if (of.plural) return *of.plural;
  int one = 0;
  int more = 0;
  for (const OptionId o : of.options)
    for (const std::string& label : (*this)[o].labels)
      if (!begins_unsurely(label)) (third_person(folded(label)) ? one : more) += 1;
  return more > one;
}

std::vector<PartyId> Model::consenting() const {
  return agreement ? agreement->needs : party_ids();
}

std::optional<Date> Model::deadline() const {
  return agreement && agreement->by ? std::optional(agreement->by->last) : std::nullopt;
}
std::optional<Date> Model::day() const {
  if (!date) return std::nullopt;
  return date->first;
}

bool Model::still(PartyId party) const {
  const std::vector<OptionId>& own = (*this)[party].options;
  return std::all_of(own.begin(), own.end(),
                     [&](OptionId id) { return (*this)[id].moves.kind == Moves::Kind::fixed; });
}

bool Model::transitive(PartyId party) const {
  const std::vector<OptionId>& own = (*this)[party].options;
  return (*this)[party].moves.empty() && std::all_of(own.begin(), own.end(), [&](OptionId id) {
           const Option& option = (*this)[id];
           return !option.when && option.moves.transitive();
         });
}

bool Model::by_options(PartyId party) const {
  const std::vector<OptionId>& own = (*this)[party].options;
  return (*this)[party].moves.empty() &&
         std::all_of(own.begin(), own.end(), [&](OptionId id) { return (*this)[id].moves.guarded.empty(); });
}

bool Model::unrestricted(PartyId party) const {
  const std::vector<OptionId>& own = (*this)[party].options;
  return by_options(party) && std::all_of(own.begin(), own.end(), [&](OptionId id) {
           const Option& option = (*this)[id];
           const std::size_t values = option.values.size();
           const bool all_pairs =
               option.moves.kind == Moves::Kind::pairs && option.moves.pairs.size() == values * (values - 1);
           return !option.when && (option.moves.kind == Moves::Kind::free || all_pairs);
         });
}

}  // namespace entente
