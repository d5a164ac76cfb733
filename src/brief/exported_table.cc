// A case as the table of states that import reads: its columns, its rows, and what each party can do alone.
#include "brief/exported_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "states/moves.h"

namespace entente {
namespace {

class StateTableWriter {
 public:
  StateTableWriter(const Case& of, const Sink& sink)
      : of_(of), model_(of.model), ids_(own_ids(of)), out_(sink) {
    for (const PartyId i : model_.party_ids()) {
      ranks_.push_back(ranks(model_, i, of.states, model_.day()));
      best_.push_back(*std::max_element(ranks_.back().begin(), ranks_.back().end()));
    }
  }

  bool write() {
    out_.add(head() + "\n");
    for (StateId s = 0; s < of_.states.size() && out_.taken(); ++s) out_.add(row(s) + "\n");
    return out_.flush();
  }

 private:
  /// A party's options and its ranks stand together, so that the order of parties can be read from the head.
  std::string head() const {
    std::vector<std::string> cells;
    if (!ids_.empty()) cells.emplace_back("id");
    for (const PartyId i : model_.party_ids()) {
      for (const OptionId o : model_[i].options) cells.push_back(model_.reference(o));
      cells.push_back("rank:" + model_[i].id);
    }
    for (const Group& group : model_.groups)
      for (const OptionId o : group.options) cells.push_back(model_.reference(o));
    cells.emplace_back("status_quo");
    return fmt::format("{}", fmt::join(cells, ","));
  }

  std::string row(StateId s) const {
    std::vector<std::string> cells;
    if (!ids_.empty()) cells.push_back(ids_[s]);
    for (const PartyId i : model_.party_ids()) {
      for (const OptionId o : model_[i].options) cells.push_back(value(s, o));
      cells.push_back(std::to_string(best_[index(i)] - ranks_[index(i)][s] + 1));
    }
    for (const Group& group : model_.groups)
      for (const OptionId o : group.options) cells.push_back(value(s, o));
    cells.emplace_back(s == of_.status_quo ? "x" : "");
    return fmt::format("{}", fmt::join(cells, ","));
  }

  const std::string& value(StateId s, OptionId o) const { return model_[o].values[of_.states.value(s, o)]; }

  const Case& of_;
  const Model& model_;
  std::vector<std::string> ids_;
  std::vector<Ranks> ranks_;
  std::vector<Rank> best_;
  Pieces out_;
};

}  // namespace

std::vector<std::string> own_ids(const Case& of) {
  std::vector<ConditionId> conditions;
  for (const NamedState& state : of.model.named_states) conditions.push_back(state.at);
  const std::vector<StateSet> sets = where(of.model.conditions, conditions, of.states);
  std::vector<std::string> ids;
  for (std::size_t k = 0; k < sets.size(); ++k) {
    if (sets[k].count() != 1) continue;
    ids.resize(of.states.size());
    ids[*sets[k].first()] = of.model.named_states[k].id;
  }
  return ids;
}

bool state_table_csv(const Case& of, const Sink& sink) {
  return StateTableWriter(of, sink).write();
}

std::string transitions_csv(const Case& of) {
  const std::vector<std::string> ids = own_ids(of);
  const auto called = [&](StateId s) {
    return ids.empty() || ids[s].empty() ? std::to_string(number(s)) : ids[s];
  };
  std::string all = "party,from,to\n";
  std::size_t count = 0;
  for (const PartyId i : of.model.party_ids()) {
    const MoverMoves moves(of.model, of.states, i);
    for (StateId s = 0; s < of.states.size(); ++s)
      for (const StateId t : moves.from(s)) {
        if (++count > most_exported_transitions) return {};
        all += fmt::format("{},{},{}\n", of.model[i].id, called(s), called(t));
      }
  }
  return all;
}

}  // namespace entente
