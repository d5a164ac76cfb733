// The words of each edit, table by table.
#include "compare/edit_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "compare/same_meaning.h"
#include "formula/formula.h"
#include "model/wording.h"

namespace entente {

using namespace casefile;

namespace {

std::string or_none(const std::optional<String>& s, const char* none) {
  return s ? s->value : none;
}

std::string quoted(const String& text) {
  return "\"" + folded(text.value) + "\"";
}

/// "forward", or the pairs: "a to b, b to c"; "free" where nothing is given.
std::string moves_of(const Option& option) {
  if (!option.moves) return "free";
  if (option.moves->word) return option.moves->word->value;
  std::vector<std::string> changes;
  for (const Change& one : option.moves->changes)
    changes.push_back(one.from.value + " to " + one.to.value +
                      (one.when ? " when " + quoted(*one.when) : ""));
  std::sort(changes.begin(), changes.end());
  return changes.empty() ? "fixed" : fmt::format("{}", fmt::join(changes, ", "));
}

bool is_demand(const Preference& p) {
  return p.demand && p.demand->value;
}

bool is_equal(const Preference& p) {
  return p.equal && p.equal->value;
}

/// Behind the number of a wish.
const char* as_important(const Preference& p) {
  return is_equal(p) ? " and as important as the one before it" : "";
}

/// What happened, behind a colon and without a full stop of its own.
std::string told_as(const Event& event) {
  if (!event.what) return "";
  String what = *event.what;
  if (what.value.ends_with('.')) what.value.pop_back();
  return ": " + quoted(what);
}

std::string with_id(const char* noun, const std::optional<String>& id) {
  return fmt::format("{}'{}'", noun, text_of(id));
}

}  // namespace

std::string Naming::party(const Party& party) const {
  return "'" + text_of(party.id) + "'";
}

std::string Naming::option(const Option& option, const std::string& of) const {
  if (!option.owner.empty()) return "'" + option.owner + "." + text_of(option.id) + "'";
  return of.substr(0, of.size() - 1) + "." + text_of(option.id) + "'";
}

std::string Naming::joint(const Joint& joint) const {
  const std::string owner = joint.owner.empty() ? std::string(joint_owner) : joint.owner;
  return "'" + owner + "." + text_of(joint.id) + "'";
}

std::string Naming::value(const Option&, const std::string& value) const {
  return "'" + value + "'";
}

std::string Naming::formula(const String& formula, bool) const {
  return quoted(formula);
}

std::string EditWords::statement_of(const Preference& p, bool of_now) const {
  return p.statement ? formula(*p.statement, of_now) : "";
}

std::string EditWords::text_of_rule(const Rule& rule, bool of_now) const {
  return rule.forbid    ? "forbid " + formula(*rule.forbid, of_now)
         : rule.require ? "require " + formula(*rule.require, of_now)
                        : "";
}

std::string EditWords::text_of_agreement(const Agreement& agreement) const {
  std::string text = agreement.when ? formula(*agreement.when) : "";
  if (agreement.needs) {
    text += ", with the consent of";
    for (const String& id : agreement.needs->value) text += " '" + id.value + "'";
  }
  return text + (agreement.by ? ", by " + agreement.by->value : "");
}

std::string EditWords::called(const State& state, const std::string&) const {
  return with_id("the state ", state.id);
}
std::string EditWords::called(const Agreement&, const std::string&) const {
  return "the agreement";
}
std::string EditWords::called(const Source& source, const std::string&) const {
  return with_id("the source ", source.id);
}
std::string EditWords::called(const Evidence& evidence, const std::string&) const {
  return with_id("the evidence ", evidence.id);
}
std::string EditWords::called(const Party& party, const std::string&) const {
  return naming_.party(party);
}
std::string EditWords::called(const Option& option, const std::string& within) const {
  return naming_.option(option, within);
}
std::string EditWords::called(const Joint& joint, const std::string&) const {
  return naming_.joint(joint);
}
std::string EditWords::called(const Move& move, const std::string& within) const {
  const auto end = [&](const std::optional<String>& s) { return s ? formula(*s) : std::string("\"\""); };
  return "the move of " + within + " from " + end(move.from) + " to " + end(move.to);
}
std::string EditWords::called(const Preference&, const std::string& within) const {
  return within;
}
std::string EditWords::called(const Rule& rule, const std::string&) const {
  return text_of_rule(rule);
}
std::string EditWords::called(const Stake& stake, const std::string&) const {
  return with_id("the stake ", stake.id);
}
std::string EditWords::called(const Event& event, const std::string&) const {
  return "the event of " + or_none(event.date, "no date");
}

std::string EditWords::is_new(const Table&, const std::string& who, std::size_t) const {
  return who + " is new";
}
std::string EditWords::is_new(const Agreement&, const std::string&, std::size_t) const {
  return "an agreement is named";
}
std::string EditWords::is_new(const Party&, const std::string& who, std::size_t) const {
  return "the party " + who + " is new";
}
std::string EditWords::is_new(const Option&, const std::string& who, std::size_t) const {
  return "the option " + who + " is new";
}
std::string EditWords::is_new(const Joint&, const std::string& who, std::size_t) const {
  return who + " is new";
}
std::string EditWords::is_new(const Preference& preference, const std::string& who, std::size_t place) const {
  return fmt::format("{} {} something new, as wish number {}{}: {}", who,
                     is_demand(preference) ? "demands" : "prefers", place, as_important(preference),
                     statement_of(preference));
}
std::string EditWords::is_new(const Rule&, const std::string& who, std::size_t) const {
  return "there is a new rule, to " + who;
}

std::string EditWords::is_new(const Event& event, const std::string& who, std::size_t) const {
  return who + " is new" + told_as(event);
}

std::string EditWords::is_gone(const Table&, const std::string& who) const {
  return who + " is gone";
}
std::string EditWords::is_gone(const Agreement&, const std::string&) const {
  return "no agreement is named any more";
}
std::string EditWords::is_gone(const Party&, const std::string& who) const {
  return "the party " + who + " is gone";
}
std::string EditWords::is_gone(const Option&, const std::string& who) const {
  return "the option " + who + " is gone";
}
std::string EditWords::is_gone(const Joint&, const std::string& who) const {
  return who + " is gone";
}
std::string EditWords::is_gone(const Preference& preference, const std::string& who) const {
  return who + (is_demand(preference) ? " neither demands nor prefers any more " : " no longer prefers ") +
         statement_of(preference, false);
}
std::string EditWords::is_gone(const Rule&, const std::string& who) const {
  return "the rule to " + who + " is gone";
}

std::string EditWords::is_gone(const Event& event, const std::string& who) const {
  return who + " is gone" + told_as(event);
}

std::string EditWords::is_moved(const Preference& preference, const std::string& who, std::size_t then,
                                std::size_t now) const {
  return fmt::format("{} now has {} as wish number {}, not {}", who, statement_of(preference), now, then);
}

std::string EditWords::is_reworded(const Preference& then, const Preference& now, const std::string& who,
                                   std::size_t place) const {
  const char* const kind = is_demand(then) == is_demand(now) ? ""
                           : is_demand(then)                 ? "the demand "
                                                             : "the wish ";
  return fmt::format("{} now {} {}, as wish number {}{}, in place of {}{}", who,
                     is_demand(now) ? "demands" : "prefers", statement_of(now), place, as_important(now),
                     kind, statement_of(then, false));
}

std::string EditWords::is_reworded(const Rule& then, const Rule& now, const std::string&, std::size_t) const {
  return "the rule to " + text_of_rule(now) + " stands in place of the rule to " + text_of_rule(then, false);
}

std::string EditWords::is_other(const Table&, const Key& key, const std::string& who) const {
  return fmt::format("{} differs in '{}'", who, key.name);
}

std::string EditWords::is_other(const State& now, const Key& key, const std::string& who) const {
  return key.name == "at" && now.at_formula ? who + " is now where " + formula(*now.at_formula)
                                            : is_other(static_cast<const Table&>(now), key, who);
}

std::string EditWords::is_other(const Case& now, const Key& key, const std::string& who) const {
  return key.name == "date" ? "the date is now " + or_none(now.date, "none")
                            : is_other(static_cast<const Table&>(now), key, who);
}

std::string EditWords::is_other(const Agreement& now, const Key&, const std::string& who) const {
  return who + " is another: " + text_of_agreement(now);
}

std::string EditWords::is_other(const Party& now, const Key& key, const std::string& who) const {
  return key.name == "ranking" ? who + " ranks the states in another way"
                               : is_other(static_cast<const Table&>(now), key, who);
}

std::string EditWords::is_other(const Option& now, const Key& key, const std::string& who) const {
  const std::string_view k = key.name;
  if (k == "values") return who + " has other values";
  if (k == "status_quo") return who + " is at " + naming_.value(now, status_quo_of(now)) + " today";
  if (k == "start" && now.start)
    return who + " is at " + naming_.value(now, now.start->value) + " before the first event";
  if (k == "start") return who + " has no start of its own";
  if (k == "moves") return who + " moves in another way: " + moves_of(now);
  if (k == "takes") return who + " takes " + or_none(now.takes, "no time");
  if (k == "when")
    return who + " can be changed " + (now.when ? "only where " + formula(*now.when) : "at any time");
  return is_other(static_cast<const Table&>(now), key, who);
}

std::string EditWords::is_other(const Joint& now, const Key& key, const std::string& who) const {
  if (key.name != "by" || !now.by) return is_other(static_cast<const Option&>(now), key, who);
  std::vector<std::string> parties;
  for (const String& id : now.by->value) parties.push_back(id.value);
  return who + " now takes " + quoted_list(parties) + " together";
}

std::string EditWords::is_other(const Preference& now, const Key& key, const std::string& who) const {
  const std::string_view k = key.name;
  const std::string statement = statement_of(now);
  if (k == "demand")
    return is_demand(now) ? who + " now demands, and not only prefers, " + statement
                          : who + " no longer demands, but still prefers, " + statement;
  if (k == "equal")
    return fmt::format("{} now wants {} {} the wish before it", who, statement,
                       is_equal(now) ? "as much as" : "less than");
  if (k == "strong")
    return fmt::format("{} {} {} strongly", who,
                       now.strong && now.strong->value ? "now wants" : "no longer wants", statement);
  if (k == "weight")
    return fmt::format("{} gives another weight, {}, to {}", who, or_none(now.weight, "none"), statement);
  if (k == "since" || k == "until") return who + " has other dates for " + statement;
  return is_other(static_cast<const Table&>(now), key, who) + " of " + statement;
}

std::string EditWords::is_other(const Stake& now, const Key& key, const std::string& who) const {
  return key.name == "holder" || key.name == "to" ? who + " is held otherwise"
                                                  : is_other(static_cast<const Table&>(now), key, who);
}

std::string EditWords::is_other(const Event& now, const Key& key, const std::string& who) const {
  return is_other(static_cast<const Table&>(now), key, who) + told_as(now);
}

}  // namespace entente
