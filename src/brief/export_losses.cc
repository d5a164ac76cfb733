// What a case has that another program's file does not.
#include "brief/export_losses.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "brief/exported_conflict.h"
#include "brief/exported_table.h"

namespace entente {
namespace {

/// The notes on what is lacking, in the order in which a case has it.
class Losses {
 public:
  Losses(const Case& of, WrittenAs as) : model_(of.model), states_(of.states), as_(as) {
    say(model_.date.has_value(), "The date of the case is left out.");
    say(!model_.summary.empty() || !model_.names.empty(),
        "Its summary and its named conditions are left out.");
    states(of);
    say(model_.agreement.has_value(),
        "Which states are an agreement, whose consent it needs and until when, is left out.");
    as_ == WrittenAs::conflict ? parties_of_conflict() : parties();
    moves();
    joint_acts();
    say(!model_.rules.empty() && as_ != WrittenAs::conflict,
        "Its rules are carried over as the states that they leave.");
    say(!model_.rules.empty() && as_ == WrittenAs::conflict,
        "Its rules are carried over as patterns of options that are infeasible.");
    say(!model_.stakes.empty(), "Its stakes are left out.");
    say(!model_.events.empty(), "Its history is left out.");
    say(!model_.evidence.empty() || !model_.sources.empty(), "Its sources and its evidence are left out.");
  }

  std::vector<std::string> told() && { return std::move(told_); }

 private:
  void say(bool lost, std::string sentence) {
    if (lost) told_.push_back(std::move(sentence));
  }

  void states(const Case& of) {
    const bool table = as_ == WrittenAs::table || as_ == WrittenAs::table_with_moves;
    say(table && has_classes(of), "Ids that several states have in common are left out.");
    say(!table && !model_.named_states.empty(), "The ids of its states are left out.");
    say(as_ == WrittenAs::game, "Where it stands is left out: a game has no status quo.");
    say(as_ == WrittenAs::conflict, "Where it stands is left out: GMCR+ knows no status quo.");
  }

  static bool has_classes(const Case& of) {
    const std::vector<std::string> ids = own_ids(of);
    const auto own = std::count_if(ids.begin(), ids.end(), [](const std::string& id) { return !id.empty(); });
    return static_cast<std::size_t>(own) != of.model.named_states.size();
  }

  static constexpr const char* left_out_demands = "Which statements are demands is left out.";

  bool any_statement(bool (*is)(const Preference&)) const {
    return std::any_of(model_.parties.begin(), model_.parties.end(), [&](const Party& party) {
      return std::any_of(party.preferences.begin(), party.preferences.end(), is);
    });
  }

  void parties_of_conflict() {
    const bool rankings = written_by_rankings(model_);
    say(rankings,
        "Of what each party wants its ranking of the states is carried over, not where that comes from: "
        "GMCR+ "
        "ranks the states of all parties directly or of none.");
    say(!rankings && any_statement([](const Preference&) { return true; }),
        "Statements are carried over as patterns of options, without their labels, dates and ids; those that "
        "are "
        "not in force, or tell no states apart, are left out.");
    say(any_statement([](const Preference& p) { return p.demand; }), left_out_demands);
    say(any_statement([](const Preference& p) { return p.strong; }),
        "Which statements are strong is left out.");
    say(true, "Ids are left out: names are written.");
    say(std::any_of(model_.options.begin(), model_.options.end(),
                    [](const Option& option) { return option.values.size() > 2; }),
        "An option of several courses is written as one for each of them but the first, which is taken at "
        "that "
        "course and further on.");
  }

  void parties() {
    say(any_statement([](const Preference&) { return true; }),
        "Of what each party wants its ranks are carried over, not the statements that they come from.");
    say(any_statement([](const Preference& p) { return p.demand; }), left_out_demands);
    say(has_words(), "Names and labels are left out: ids are written.");
    if (as_ == WrittenAs::game) return;
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

  void moves() {
    if (as_ == WrittenAs::conflict) return say_of_time();
    const bool with_moves = as_ == WrittenAs::table_with_moves;
    bool limited = false;
    for (const PartyId i : model_.party_ids())
      limited = limited || !model_.unrestricted(i) || !model_[i].moves.empty();
    say(limited && !with_moves,
        "Which moves the parties can make is left out; --transitions FILE writes them.");
    say(limited && with_moves,
        "Why a party cannot move otherwise is left out: the transitions have what it can do.");
    say_of_time();
  }

  void say_of_time() {
    say(std::any_of(model_.options.begin(), model_.options.end(),
                    [](const Option& option) { return option.takes.has_value(); }),
        "How long a change takes is left out.");
  }

  void joint_acts() {
    say(!model_.groups.empty(),
        "Joint acts are columns like others: who has to act together is left out, and so are such moves.");
  }

  const Model& model_;
  const States& states_;
  WrittenAs as_;
  std::vector<std::string> told_;
};

}  // namespace

std::vector<std::string> lost_in_export(const Case& of, WrittenAs as) {
  return Losses(of, as).told();
}

}  // namespace entente
