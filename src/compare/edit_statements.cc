// The edits of one party's preference statements.
#include "compare/edit_statements.h"

#include <algorithm>
#include <optional>

#include "compare/same_meaning.h"

namespace entente {
namespace {

using namespace casefile;
using Statements = std::vector<Preference>;

bool same(const Preference& a, const Preference& b) {
  return same_formula(a.statement, b.statement);
}

Statements::iterator find(Statements& all, const Preference& one) {
  return std::find_if(all.begin(), all.end(), [&](const Preference& p) { return same(p, one); });
}

bool has(const Statements& all, const Preference& one) {
  return std::any_of(all.begin(), all.end(), [&](const Preference& p) { return same(p, one); });
}

bool demanded(const Preference& p) {
  return p.demand && p.demand->value;
}

/// Puts a statement behind the nearest one that stands before it in `order` and is there already.
void insert_in_order(Statements& all, const Preference& one, const Statements& order) {
  auto at = all.begin();
  for (const Preference& before : order) {
    if (same(before, one)) break;
    if (auto it = find(all, before); it != all.end()) at = std::max(at, it + 1);
  }
  all.insert(at, one);
}

/// The statements of `some` that are among `others` too, in the order of `some`.
Statements common(const Statements& some, const Statements& others) {
  Statements all;
  std::copy_if(some.begin(), some.end(), std::back_inserter(all),
               [&](const Preference& p) { return has(others, p); });
  return all;
}

std::string place(const Statements& all, const Preference& one) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const Preference& p) { return same(p, one); });
  return std::to_string(it - all.begin() + 1);
}

class StatementEdits {
 public:
  StatementEdits(const Party& before, const Party& after)
      : before_(before.preferences), after_(after.preferences) {}

  std::vector<StatementEdit> all() {
    for (const Preference& p : before_)
      if (!has(after_, p))
        add("no longer prefers " + quoted(*p.statement), [p](Party& party) {
          if (auto it = find(party.preferences, p); it != party.preferences.end())
            party.preferences.erase(it);
        });
    for (const Preference& p : after_)
      if (!has(before_, p))
        add("prefers something new, as number " + place(after_, p) + ": " + quoted(*p.statement),
            [p, order = after_](Party& party) { insert_in_order(party.preferences, p, order); });
    moves();
    for (const Preference& p : after_) details(p);
    return std::move(all_);
  }

 private:
  void add(std::string what, std::function<void(Party&)> make) {
    all_.push_back({std::move(what), std::move(make)});
  }

  /// The fewest statements taken out and put back so that those in common stand in the new order: all but a
  /// longest run that keeps its order.
  void moves() {
    const Statements then = common(before_, after_);
    const Statements now = common(after_, before_);
    for (const Preference& p : now) {
      if (keeps_place(then, now, p)) continue;
      add("now has " + quoted(*p.statement) + " as number " + place(after_, p) + ", not " + place(before_, p),
          [p, order = after_](Party& party) {
            const auto it = find(party.preferences, p);
            if (it == party.preferences.end()) return;
            const Preference own = *it;
            party.preferences.erase(it);
            insert_in_order(party.preferences, own, order);
          });
    }
  }

  static bool keeps_place(const Statements& then, const Statements& now, const Preference& p) {
    const std::vector<std::size_t> kept = longest_run(then, now);
    const auto at =
        std::find_if(now.begin(), now.end(), [&](const Preference& q) { return same(p, q); }) - now.begin();
    return std::binary_search(kept.begin(), kept.end(), static_cast<std::size_t>(at));
  }

  /// Indices into `now` of a longest run of statements that stand in the same order in `then`.
  static std::vector<std::size_t> longest_run(const Statements& then, const Statements& now) {
    std::vector<std::size_t> old_place;
    for (const Preference& p : now)
      old_place.push_back(static_cast<std::size_t>(
          std::find_if(then.begin(), then.end(), [&](const Preference& q) { return same(p, q); }) -
          then.begin()));
    std::vector<std::size_t> length(now.size(), 1);
    std::vector<std::size_t> before(now.size(), SIZE_MAX);
    for (std::size_t k = 0; k < now.size(); ++k)
      for (std::size_t j = 0; j < k; ++j)
        if (old_place[j] < old_place[k] && length[j] + 1 > length[k])
          length[k] = length[j] + 1, before[k] = j;
    std::vector<std::size_t> run;
    if (now.empty()) return run;
    const auto end = std::max_element(length.begin(), length.end()) - length.begin();
    for (auto k = static_cast<std::size_t>(end); k != SIZE_MAX; k = before[k]) run.push_back(k);
    std::reverse(run.begin(), run.end());
    return run;
  }

  void details(const Preference& now) {
    const auto then =
        std::find_if(before_.begin(), before_.end(), [&](const Preference& p) { return same(p, now); });
    if (then == before_.end()) return;
    const auto change = [&](const std::string& what, std::function<void(Preference&)> make) {
      add(what + " " + quoted(*now.statement), [now, make = std::move(make)](Party& party) {
        if (auto it = find(party.preferences, now); it != party.preferences.end()) make(*it);
      });
    };
    if (demanded(*then) != demanded(now))
      change(demanded(now) ? "now demands" : "no longer demands",
             [d = now.demand](Preference& p) { p.demand = d; });
    if (string_of(then->weight) != string_of(now.weight))
      change("gives another weight, " + (now.weight ? now.weight->value : std::string("none")) + ", to",
             [w = now.weight](Preference& p) { p.weight = w; });
    if (string_of(then->since) != string_of(now.since) || string_of(then->until) != string_of(now.until))
      change("has other dates for", [now](Preference& p) { p.since = now.since, p.until = now.until; });
  }

  const Statements& before_;
  const Statements& after_;
  std::vector<StatementEdit> all_;
};

}  // namespace

std::vector<StatementEdit> statement_edits(const Party& before, const Party& after) {
  return StatementEdits(before, after).all();
}

}  // namespace entente
