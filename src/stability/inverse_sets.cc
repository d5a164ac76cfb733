// The minimal sets of states that a party must like no better. Moves of which no state can serve two are
// looked at apart, and what each part takes is put together, the smallest first: so are answers by the
// others' moves alone, which leave the party's own options as they are.
#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "stability/inverse.h"

namespace entente {
namespace {

constexpr std::size_t most_kept = 200'000;               // sets that wait
constexpr std::size_t most_states_found = 1'000'000;     // in all sets together
constexpr std::uint64_t most_looked_at = 1'000'000'000;  // ways

using Clauses = std::vector<Deterring>;

StateList united(const StateList& a, const StateList& b) {
  StateList both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

StateList without(const StateList& a, const StateList& b) {
  StateList rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

/// What every set has, and what is left to be met besides.
struct Rest {
  StateList always;
  Clauses clauses;
};

/// A clause with what is known to be no better taken out; nothing where it is met.
std::optional<Deterring> reduced(const Deterring& clause, const StateList& always) {
  Deterring rest{clause.any, {}};
  if (std::any_of(clause.any.begin(), clause.any.end(),
                  [&](StateId s) { return std::binary_search(always.begin(), always.end(), s); }))
    return std::nullopt;
  for (const StateList& all : clause.all) {
    rest.all.push_back(without(all, always));
    if (rest.all.back().empty()) return std::nullopt;
  }
  rest.tidy();
  return rest;
}

/// Where there is one way only, it is part of every set, and what it meets needs no other.
Rest rest_of(Clauses clauses) {
  Rest rest{{}, std::move(clauses)};
  for (bool found = true; found;) {
    StateList more;
    for (const Deterring& clause : rest.clauses)
      if (clause.ways() == 1) more = united(more, clause.any.empty() ? clause.all.front() : clause.any);
    found = !more.empty();
    rest.always = united(rest.always, more);
    Clauses left;
    for (const Deterring& clause : rest.clauses)
      if (auto one = reduced(clause, rest.always)) left.push_back(std::move(*one));
    rest.clauses = std::move(left);
  }
  std::sort(rest.clauses.begin(), rest.clauses.end(), [](const Deterring& a, const Deterring& b) {
    return std::make_pair(a.ways(), a.any) < std::make_pair(b.ways(), b.any);
  });
  return rest;
}

/// In parts: clauses of two parts have no state in common.
std::vector<Clauses> parts_of(Clauses clauses) {
  std::vector<std::size_t> part(clauses.size());
  std::iota(part.begin(), part.end(), std::size_t{0});
  const auto first = [&](std::size_t k) {
    while (part[k] != k) k = part[k] = part[part[k]];
    return k;
  };
  std::map<StateId, std::size_t> seen;
  const auto join = [&](const StateList& states, std::size_t k) {
    for (const StateId s : states) part[first(seen.try_emplace(s, k).first->second)] = first(k);
  };
  for (std::size_t k = 0; k < clauses.size(); ++k) {
    join(clauses[k].any, k);
    for (const StateList& every : clauses[k].all) join(every, k);
  }
  std::map<std::size_t, Clauses> parts;
  for (std::size_t k = 0; k < clauses.size(); ++k) parts[first(k)].push_back(std::move(clauses[k]));
  std::vector<Clauses> all;
  for (auto& [k, clauses_of] : parts) all.push_back(std::move(clauses_of));
  return all;
}

/// Any one: what each clause asks for first, and then without what can be spared.
StateList one_set(const Clauses& clauses) {
  StateList set;
  for (const Deterring& clause : clauses)
    if (!clause.met(set))
      set = united(set, clause.any.empty() ? clause.all.front() : StateList{clause.any.front()});
  for (const StateId s : StateList(set))
    if (const StateList less = without(set, {s}); deterred(clauses, less)) set = less;
  return set;
}

/// Sets grown from nothing by what some clause asks for, the smallest first: of those that meet all, one is
/// minimal where it has no smaller one within it, since every one of these was met before.
class SmallestFirst {
 public:
  SmallestFirst(const Clauses& clauses, const Stop& stop) : clauses_(clauses), lookout_(stop, 64) {
    waiting_[0].insert(StateList());
  }

  NoBetter found() {
    while (!waiting_.empty() && waiting_.begin()->first < lost_from_ && goes_on_) {
      auto& layer = waiting_.begin()->second;
      size_ = waiting_.begin()->first;
      for (auto set = layer.begin(); set != layer.end() && goes_on_; set = layer.erase(set), --kept_)
        look(*set);
      if (goes_on_) waiting_.erase(waiting_.begin());
    }
    found_.whole = goes_on_ && lost_from_ == SIZE_MAX;
    if (!found_.whole) found_.known_up_to = std::max<std::size_t>(goes_on_ ? lost_from_ : size_, 1) - 1;
    if (found_.sets.empty()) found_.sets.push_back(one_set(clauses_));
    return std::move(found_);
  }

 private:
  void look(const StateList& set) {
    lookout_();
    for (const StateList& smaller : found_.sets)
      if (std::includes(set.begin(), set.end(), smaller.begin(), smaller.end())) return;
    const Deterring* open = first_open(set);
    if (open == nullptr) return keep(set);
    for (const StateId s : open->any) grow(united(set, {s}));
    for (const StateList& every : open->all) grow(united(set, every));
    goes_on_ = looked_at_ < most_looked_at;
  }

  const Deterring* first_open(const StateList& set) {
    for (const Deterring& clause : clauses_) {
      looked_at_ += set.size() + clause.all.size() + 1;
      if (!clause.met(set)) return &clause;
    }
    return nullptr;
  }

  void grow(StateList set) {
    looked_at_ += set.size();
    if (set.size() >= lost_from_) return;
    if (kept_ >= most_kept) {
      lost_from_ = set.size();
      return;
    }
    if (waiting_[set.size()].insert(std::move(set)).second) ++kept_;
  }

  void keep(const StateList& set) {
    if (found_.sets.size() == most_no_better)
      goes_on_ = false;
    else
      found_.sets.push_back(set);
  }

  const Clauses& clauses_;
  Lookout lookout_;
  std::map<std::size_t, std::set<StateList>> waiting_;  // by size
  NoBetter found_;
  std::size_t kept_ = 1, size_ = 0;
  std::size_t lost_from_ = SIZE_MAX;  // the size from which on some were not kept
  std::uint64_t looked_at_ = 0;
  bool goes_on_ = true;
};

/// The fewest states that a set has, known or not.
std::size_t fewest(const NoBetter& sets) {
  const std::size_t known = sets.sets.front().size();
  return sets.whole ? known : std::min(known, sets.known_up_to + 1);
}

/// Up to which size all are known of those that are put together of these and others.
std::size_t known_with(const NoBetter& sets, const NoBetter& others) {
  return sets.whole ? SIZE_MAX : sets.known_up_to + fewest(others);
}

/// A set of the one with a set of the other, the smallest first. Of two of one size the lower one stays so
/// whatever it is put together with, since the two have no state in common.
NoBetter put_together(const NoBetter& a, const NoBetter& b) {
  NoBetter both;
  std::size_t known = std::min(known_with(a, b), known_with(b, a));
  std::map<std::pair<std::size_t, StateList>, std::pair<std::size_t, std::size_t>> next;
  const auto offer = [&](std::size_t i, std::size_t j) {
    if (i == a.sets.size() || j == b.sets.size()) return;
    StateList set = united(a.sets[i], b.sets[j]);
    const std::size_t size = set.size();
    next.try_emplace({size, std::move(set)}, i, j);
  };
  offer(0, 0);
  while (!next.empty() && both.sets.size() < most_no_better) {
    const auto least = next.extract(next.begin());
    const auto [i, j] = least.mapped();
    both.sets.push_back(least.key().second);
    offer(i + 1, j);
    offer(i, j + 1);
  }
  if (!next.empty()) known = std::min(known, next.begin()->first.first - 1);
  both.whole = known == SIZE_MAX;
  if (!both.whole) both.known_up_to = known;
  return both;
}

/// What every set has put into each, as long as that is not too much.
NoBetter with(const StateList& always, NoBetter found) {
  std::size_t states = 0;
  for (StateList& set : found.sets) {
    set = united(always, set);
    states += set.size();
    if (states <= most_states_found || &set == &found.sets.front()) continue;
    found.known_up_to =
        (found.whole ? set.size() : std::min(set.size(), found.known_up_to + always.size() + 1)) - 1;
    found.whole = false;
    found.sets.resize(static_cast<std::size_t>(&set - found.sets.data()));
    return found;
  }
  if (!found.whole) found.known_up_to += always.size();
  return found;
}

}  // namespace

NoBetter no_better(const Clauses& all, const Stop& stop) {
  Rest rest = rest_of(all);
  NoBetter found{.sets = {{}}};
  for (const Clauses& part : parts_of(std::move(rest.clauses)))
    found = put_together(found, SmallestFirst(part, stop).found());
  return with(rest.always, std::move(found));
}

}  // namespace entente
