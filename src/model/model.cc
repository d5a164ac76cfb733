// What a model says of itself: how its parties move, what is in force, whose consent counts.
#include "model/model.h"

#include <algorithm>

#include "model/wording.h"
#include "text/verb_forms.h"

namespace entente {

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

std::vector<EqualStatements> Party::strong(std::optional<Date> day) const {
  std::vector<EqualStatements> all = by_importance(day);
  std::erase_if(all, [&](const EqualStatements& equal) { return !preferences[equal.front()].strong; });
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

std::vector<MoverId> Model::mover_ids() const {
  std::vector<MoverId> ids;
  for (std::size_t m = 0; m < movers(); ++m) ids.emplace_back(m);
  return ids;
}

std::vector<PartyId> Model::members(MoverId mover) const {
  if (is_group(mover)) return groups[index(mover) - parties.size()].members;
  return {static_cast<PartyId>(index(mover))};
}

const std::vector<OptionId>& Model::options_of(MoverId mover) const {
  return is_group(mover) ? groups[index(mover) - parties.size()].options : parties[index(mover)].options;
}

const std::vector<ListedMove>& Model::listed_by(MoverId mover) const {
  static const std::vector<ListedMove> none;
  return is_group(mover) ? none : parties[index(mover)].moves;
}

namespace {

bool has(const std::vector<PartyId>& all, PartyId one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

std::vector<MoverId> Model::movers_without(const std::vector<PartyId>& among) const {
  std::vector<MoverId> all = mover_ids();
  std::erase_if(all, [&](MoverId mover) {
    const std::vector<PartyId> own = members(mover);
    return std::any_of(own.begin(), own.end(), [&](PartyId i) { return has(among, i); });
  });
  return all;
}

std::vector<MoverId> Model::movers_within(const std::vector<PartyId>& among) const {
  std::vector<MoverId> all = mover_ids();
  std::erase_if(all, [&](MoverId mover) {
    const std::vector<PartyId> own = members(mover);
    return !std::all_of(own.begin(), own.end(), [&](PartyId i) { return has(among, i); });
  });
  return all;
}

std::string Model::reference(OptionId option) const {
  const Option& o = (*this)[option];
  if (!o.owner.empty()) return o.owner + "." + o.id;
  return (is_group(o.mover) ? std::string(joint_owner) : parties[index(o.mover)].id) + "." + o.id;
}

std::string Model::name(MoverId mover) const {
  std::string all;
  for (const PartyId i : members(mover)) all += (all.empty() ? "" : " + ") + (*this)[i].name;
  return all;
}

std::string Model::id(MoverId mover) const {
  if (!is_group(mover)) return parties[index(mover)].id;
  std::string id = std::string(joint_owner) + ":";
  for (const PartyId i : members(mover)) id += (id.back() == ':' ? "" : "+") + (*this)[i].id;
  return id;
}

bool Model::still(MoverId mover) const {
  const std::vector<OptionId>& own = options_of(mover);
  return std::all_of(own.begin(), own.end(),
                     [&](OptionId id) { return (*this)[id].moves.kind == Moves::Kind::fixed; });
}

bool Model::transitive(MoverId mover) const {
  const std::vector<OptionId>& own = options_of(mover);
  return listed_by(mover).empty() && std::all_of(own.begin(), own.end(), [&](OptionId id) {
           const Option& option = (*this)[id];
           return !option.when && option.moves.transitive();
         });
}

bool Model::by_options(MoverId mover) const {
  const std::vector<OptionId>& own = options_of(mover);
  return listed_by(mover).empty() &&
         std::all_of(own.begin(), own.end(), [&](OptionId id) { return (*this)[id].moves.guarded.empty(); });
}

bool Model::unrestricted(MoverId mover) const {
  const std::vector<OptionId>& own = options_of(mover);
  return by_options(mover) && std::all_of(own.begin(), own.end(), [&](OptionId id) {
           const Option& option = (*this)[id];
           const std::size_t values = option.values.size();
           const bool all_pairs =
               option.moves.kind == Moves::Kind::pairs && option.moves.pairs.size() == values * (values - 1);
           return !option.when && (option.moves.kind == Moves::Kind::free || all_pairs);
         });
}

}  // namespace entente
