// A case as the table of states that import reads: its columns, its rows, and what each party can do alone.
#include "brief/exported_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "states/moves.h"

namespace entente {
namespace {

/// The id of each state that has one of its own; none where no state has.
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

/// The notes on what a table lacks, in the order in which a case has it.
class Losses {
 public:
  Losses(const Case& of, bool with_moves) : model_(of.model), states_(of.states) {
    say(model_.date.has_value(), "The date of the case is left out.");
    say(!model_.summary.empty() || !model_.names.empty(),
        "Its summary and its named conditions are left out.");
    say(has_classes(of), "Ids that several states have in common are left out.");
    say(model_.agreement.has_value(),
        "Which states are an agreement, whose consent it needs and until when, is left out.");
    parties();
    moves(with_moves);
    joint_acts();
    say(!model_.rules.empty(), "Its rules are carried over as the states that they leave.");
    say(!model_.stakes.empty(), "Its stakes are left out.");
    say(!model_.events.empty(), "Its history is left out.");
    say(!model_.evidence.empty() || !model_.sources.empty(), "Its sources and its evidence are left out.");
  }

  std::vector<std::string> told() && { return std::move(told_); }

 private:
  void say(bool lost, std::string sentence) {
    if (lost) told_.push_back(std::move(sentence));
  }

  static bool has_classes(const Case& of) {
    const std::vector<std::string> ids = own_ids(of);
    const auto own = std::count_if(ids.begin(), ids.end(), [](const std::string& id) { return !id.empty(); });
    return static_cast<std::size_t>(own) != of.model.named_states.size();
  }

  void parties() {
    bool statements = false, demands = false;
    for (const Party& party : model_.parties) {
      statements = statements || !party.preferences.empty();
      for (const Preference& wish : party.preferences) demands = demands || wish.demand;
    }
    say(statements,
        "Of what each party wants its ranks are carried over, not the statements that they come from.");
    say(demands, "Which statements are demands is left out.");
    say(has_words(), "Names and labels are left out: the table has the ids.");
    for (std::size_t o = 0; o < model_.options.size(); ++o) reads_as_yes_or_no(static_cast<OptionId>(o));
  }

  bool has_words() const {
    return std::any_of(model_.parties.begin(), model_.parties.end(),
                       [](const Party& p) { return p.name != p.id; }) ||
           std::any_of(model_.options.begin(), model_.options.end(),
                       [](const Option& o) { return o.name != o.id || !o.labels.empty(); });
  }

  /// Courses that are all such words come back as others.
  void reads_as_yes_or_no(OptionId o) {
    const std::vector<std::string>& values = model_[o].values;
    if (values == std::vector<std::string>{"no", "yes"}) return;
    const std::vector<std::string_view> words = {"yes", "no", "y", "n", "1", "0"};
    for (StateId s = 0; s < states_.size(); ++s) {
      const std::string& course = values[states_.value(s, o)];
      if (std::none_of(words.begin(), words.end(),
                       [&](std::string_view w) { return same_but_for_capitals(course, w); }))
        return;
    }
    say(true, fmt::format("The courses of {} are read back as yes and no.", model_.reference(o)));
  }

  void moves(bool with_moves) {
    bool limited = false, takes = false;
    for (const PartyId i : model_.party_ids())
      limited = limited || !model_.unrestricted(i) || !model_[i].moves.empty();
    for (const Option& option : model_.options) takes = takes || option.takes;
    say(limited && !with_moves,
        "Which moves the parties can make is left out; --transitions FILE writes them.");
    say(limited && with_moves,
        "Why a party cannot move otherwise is left out: the transitions have what it can do.");
    say(takes, "How long a change takes is left out.");
  }

  void joint_acts() {
    say(!model_.groups.empty(),
        "Joint acts are columns like others: who has to act together is left out, and so are such moves.");
  }

  const Model& model_;
  const States& states_;
  std::vector<std::string> told_;
};

}  // namespace

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

std::vector<std::string> lost_in_table(const Case& of, bool with_moves) {
  return Losses(of, with_moves).told();
}

}  // namespace entente
