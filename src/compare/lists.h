// Lists of two cases compared: what each element is known by, and the order in which they stand.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "casefile/casefile.h"
#include "casefile/rows.inc"
#include "compare/same_meaning.h"

namespace entente {

/// The order that a list is to have, and those of it that stand elsewhere so far.
struct Order {
  std::vector<std::string> ids;
  std::vector<std::string> moving = {};
};

/// The place in `all` behind the nearest element that stands before `id` in the order and is there already.
/// One that is still to be moved is no guide.
std::size_t place_in_order(const std::vector<std::string>& all, const std::string& id, const Order& order);

/// The fewest elements taken out and put back so that those in common stand in the order of `now`: all but a
/// longest run that keeps its order.
std::vector<std::string> out_of_order(const std::vector<std::string>& then,
                                      const std::vector<std::string>& now);

/// What an element of a list is known by.
inline std::string identity(const casefile::Preference& p) {
  return p.statement ? formula_meaning(*p.statement) : "";
}

inline std::string identity(const casefile::Option& option) {
  return option.owner.empty() ? text_of(option.id) : option.owner + "." + text_of(option.id);
}

inline std::string identity(const casefile::Joint& joint) {
  return identity(static_cast<const casefile::Option&>(joint));
}

template <class T>
constexpr bool known_by_meaning = std::same_as<T, casefile::Rule>;  // its id is for other keys

template <class T>
    std::string identity(const T& one) requires(!known_by_meaning<T>) && requires {
  one.id;
}
{ return text_of(one.id); }

template <class T>
std::string identity(const T& one) {
  std::string all;
  casefile::each_key<T>([&](const auto& row) {
    if (row.key.bearing == casefile::Bearing::conclusions) all += meaning(row.key, row.of(one)) + "\n";
  });
  return all;
}

/// What each element is known by; equal ones are told apart by how many came before.
template <class T>
std::vector<std::string> identities(const std::vector<T>& all) {
  std::map<std::string, std::size_t> met;
  std::vector<std::string> each;
  for (const T& one : all) {
    std::string id = identity(one);
    const std::size_t before = met[id]++;
    each.push_back(before == 0 ? std::move(id) : id + "\n" + std::to_string(before));
  }
  return each;
}

inline std::optional<std::size_t> place_of(const std::vector<std::string>& all, const std::string& id) {
  const auto it = std::find(all.begin(), all.end(), id);
  return it == all.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - all.begin()));
}

/// A list in both cases, its elements known by what they are.
template <class T>
struct Lists {
  const std::vector<T>& then;
  const std::vector<T>& now;
  std::vector<std::string> then_ids = identities(then);
  std::vector<std::string> now_ids = identities(now);
  std::vector<std::string> moving = {};  // of a list whose order counts
  std::set<std::string> told = {};       // of then and now: one stands in the place of the other
  std::map<std::string, const T*> by_id = [this] {
    std::map<std::string, const T*> all;
    for (std::size_t k = 0; k < then.size(); ++k) all[then_ids[k]] = &then[k];
    return all;
  }();

  /// What an element of `now` was; null where it is new.
  const T* old(std::size_t k) const {
    const auto it = by_id.find(now_ids[k]);
    return it == by_id.end() ? nullptr : it->second;
  }

  /// Those gone and those new that stand between the same neighbours, one for one: places of then and now.
  std::vector<std::pair<std::size_t, std::size_t>> in_place() const {
    const auto gone = between(then_ids, now_ids);
    const auto fresh = between(now_ids, then_ids);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [neighbour, places] : gone)
      if (const auto it = fresh.find(neighbour); it != fresh.end() && it->second.size() == places.size())
        for (std::size_t k = 0; k < places.size(); ++k) pairs.emplace_back(places[k], it->second[k]);
    return pairs;
  }

 private:
  /// The places of those that the other list has not, by the last before them that it has and that stays.
  std::map<std::string, std::vector<std::size_t>> between(const std::vector<std::string>& ids,
                                                          const std::vector<std::string>& others) const {
    const std::set<std::string> other(others.begin(), others.end());
    std::map<std::string, std::vector<std::size_t>> places;
    std::string last;
    for (std::size_t k = 0; k < ids.size(); ++k)
      if (!other.contains(ids[k]))
        places[last].push_back(k);
      else if (std::find(moving.begin(), moving.end(), ids[k]) == moving.end())
        last = ids[k];
    return places;
  }
};

/// Puts an element that is known as `id` where `order` has it.
template <class U>
void insert(std::vector<U>& all, const U& one, const std::string& id, const Order& order) {
  all.insert(all.begin() + static_cast<std::ptrdiff_t>(place_in_order(identities(all), id, order)), one);
}

/// The element known as that, out of a list that may have it.
template <class U>
std::optional<U> take_out(std::vector<U>& all, const std::string& id) {
  const auto place = place_of(identities(all), id);
  if (!place) return std::nullopt;
  const auto at = all.begin() + static_cast<std::ptrdiff_t>(*place);
  std::optional<U> out = std::move(*at);
  all.erase(at);
  return out;
}

}  // namespace entente
