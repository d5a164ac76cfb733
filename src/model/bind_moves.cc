// The changes of an option, and the moves that a party lists, bound.
#include "model/bind_moves.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "model/limits.h"

namespace entente {
namespace {

/// A change, and the condition that it has of its own.
struct BoundChange {
  std::pair<Value, Value> change;
  std::optional<ConditionId> when;
};

/// Nothing where a change has faults, which are told.
std::optional<BoundChange> bound(Binder& binder, OptionId id, const casefile::Change& written) {
  const std::optional<Value> from = binder.formulas.value(id, written.from);
  const std::optional<Value> to = binder.formulas.value(id, written.to);
  const std::optional<ConditionId> when = written.when ? binder.formulas.bind(*written.when) : std::nullopt;
  if (from && to && *from == *to)
    binder.teller.fault("bad-move", written.at,
                        fmt::format("a move from '{}' to itself is none", written.from.value));
  if (!from || !to || *from == *to || (written.when && !when)) return std::nullopt;
  return BoundChange{{*from, *to}, when};
}

/// Of several entries for one change any one is enough: its condition is that one of theirs holds, and it has
/// none where one has none.
void add_changes(Binder& binder, Moves& found, const std::vector<BoundChange>& all) {
  std::map<std::pair<Value, Value>, std::vector<std::optional<ConditionId>>> by_change;
  for (const BoundChange& one : all) by_change[one.change].push_back(one.when);
  for (const auto& [change, whens] : by_change) {
    found.pairs.push_back(change);
    std::vector<ConditionId> any;
    for (const std::optional<ConditionId>& when : whens)
      if (when) any.push_back(*when);
    if (any.size() < whens.size()) continue;
    const ConditionId either =
        any.size() == 1 ? any[0]
                        : binder.model.conditions.add({.kind = Condition::Kind::disjunction, .of = any});
    found.guarded.push_back({change.first, change.second, either});
  }
}

}  // namespace

Moves moves(Binder& binder, OptionId id, const casefile::Option& option) {
  if (!option.moves) return {};
  if (const auto& word = option.moves->word) {
    if (word->value == "forward") return {Moves::Kind::forward};
    if (word->value == "backward") return {Moves::Kind::backward};
    if (word->value == "fixed") return {Moves::Kind::fixed};
    return {};
  }
  Moves found{Moves::Kind::pairs};
  std::vector<BoundChange> all;
  for (const casefile::Change& written : option.moves->changes)
    if (const auto one = bound(binder, id, written)) all.push_back(*one);
  add_changes(binder, found, all);
  return found;
}

namespace {

ListedMove listed(Binder& binder, const casefile::Move& written) {
  const auto bound = [&](const std::optional<casefile::String>& formula) {
    return or_hole(binder.model, formula ? binder.formulas.bind(*formula) : std::nullopt);
  };
  const auto text = [](const std::optional<casefile::String>& formula) {
    return formula ? folded(formula->value) : std::string();
  };
  return {bound(written.from), bound(written.to), text(written.from), text(written.to),
          binder.grounds(written.grounds)};
}

void check_moves(Binder& binder, const casefile::Party& party) {
  if (party.moves.size() <= most_listed_moves) return;
  binder.teller.fault(
      "too-many-moves", party.moves[most_listed_moves].at,
      fmt::format("party '{}' has more than {} tables [[party.move]]", text_of(party.id), most_listed_moves));
}

}  // namespace

void bind_moves(Binder& binder) {
  for (std::size_t i = 0; i < binder.written.parties.size(); ++i) {
    const casefile::Party& written = binder.written.parties[i];
    check_moves(binder, written);
    std::vector<Place>& places = binder.made.places.listed.emplace_back();
    for (const casefile::Move& one : written.moves) {
      binder.model.parties[i].moves.push_back(listed(binder, one));
      places.push_back(one.at);
    }
  }
}

}  // namespace entente
