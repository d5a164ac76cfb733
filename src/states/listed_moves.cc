// What `when` of single changes and [[party.move]] say of the feasible states.
#include "states/listed_moves.h"

#include <algorithm>
#include <utility>

namespace entente {

GuardedChanges::GuardedChanges(const Model& model, const States& states, OptionId option) {
  for (const GuardedChange& one : model[option].moves.guarded)
    changes_.push_back({one.from, one.to, where(model.conditions, one.when, states)});
}

bool GuardedChanges::holds(StateId s, Value from, Value to) const {
  const auto it = std::lower_bound(changes_.begin(), changes_.end(), std::pair(from, to),
                                   [](const Guarded& one, const std::pair<Value, Value>& change) {
                                     return std::pair(one.from, one.to) < change;
                                   });
  return it == changes_.end() || it->from != from || it->to != to || it->where.contains(s);
}

ListedMoves::ListedMoves(const Model& model, const States& states, MoverId mover)
    : tables_(model.listed_by(mover).size()) {
  if (tables_ == 0) return;
  for (Side* side : {&from_, &to_}) {
    side->of.assign(states.size(), 0);
    side->tables.resize(1);
  }
  for (std::uint32_t k = 0; k < tables_; ++k) {
    states.stop().look();
    from_.divide(k, where(model.conditions, model.listed_by(mover)[k].from, states));
    to_.divide(k, where(model.conditions, model.listed_by(mover)[k].to, states));
  }
}

// The states of a class for which a table holds become a class of their own.
void ListedMoves::Side::divide(std::uint32_t table, const StateSet& holds) {
  constexpr std::uint32_t none = UINT32_MAX;
  std::vector<std::uint32_t> with(tables.size(), none);
  holds.for_each([&](StateId s) {
    std::uint32_t& now = with[of[s]];
    if (now == none) {
      now = static_cast<std::uint32_t>(tables.size());
      std::vector<std::uint32_t> more = tables[of[s]];
      more.push_back(table);
      tables.push_back(std::move(more));
    }
    of[s] = now;
  });
}

bool ListedMoves::meet(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size(); a[i] < b[j] ? ++i : ++j)
    if (a[i] == b[j]) return true;
  return false;
}

bool listed(const Model& model, MoverId mover, const Layout& layout, Word from, Word to) {
  const std::vector<ListedMove>& all = model.listed_by(mover);
  return all.empty() || std::any_of(all.begin(), all.end(), [&](const ListedMove& one) {
           return holds(model.conditions, one.from, layout, from) &&
                  holds(model.conditions, one.to, layout, to);
         });
}

bool open(const Model& model, OptionId option, const Layout& layout, Word from, Value to) {
  const Option& o = model[option];
  if (o.when && !holds(model.conditions, *o.when, layout, from)) return false;
  const GuardedChange* guard = o.moves.guard(layout.value(from, option), to);
  return guard == nullptr || holds(model.conditions, guard->when, layout, from);
}

}  // namespace entente
