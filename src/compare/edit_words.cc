// The words of each edit, table by table.
#include "compare/edit_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "compare/same_meaning.h"
#include "model/wording.h"

namespace entente {

using namespace casefile;

namespace {

std::string or_none(const std::optional<String>& s, const char* none) {
  return s ? s->value : none;
}

std::string statement_of(const Preference& p) {
  return p.statement ? quoted(*p.statement) : "";
}

/// "forward", or the pairs: "a to b, b to c"; "free" where nothing is given.
std::string moves_of(const Option& option) {
  if (!option.moves) return "free";
  if (option.moves->word) return option.moves->word->value;
  std::vector<std::string> pairs;
  for (const auto& pair : option.moves->pairs)
    if (pair.value.size() == 2) pairs.push_back(pair.value[0].value + " to " + pair.value[1].value);
  std::sort(pairs.begin(), pairs.end());
  return pairs.empty() ? "fixed" : fmt::format("{}", fmt::join(pairs, ", "));
}

std::string rule_text(const Rule& rule) {
  return rule.forbid    ? "forbid " + quoted(*rule.forbid)
         : rule.require ? "require " + quoted(*rule.require)
                        : "";
}

std::string agreement_text(const Agreement& agreement) {
  std::string text = agreement.when ? quoted(*agreement.when) : "";
  if (agreement.needs) {
    text += ", with the consent of";
    for (const String& id : agreement.needs->value) text += " '" + id.value + "'";
  }
  return text + (agreement.by ? ", by " + agreement.by->value : "");
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

std::string quoted(const String& formula) {
  return "\"" + folded(formula.value) + "\"";
}

std::string called(const Agreement&, const std::string&) {
  return "the agreement";
}
std::string called(const Source& source, const std::string&) {
  return with_id("the source ", source.id);
}
std::string called(const Evidence& evidence, const std::string&) {
  return with_id("the evidence ", evidence.id);
}
std::string called(const Party& party, const std::string&) {
  return with_id("", party.id);
}
std::string called(const Option& option, const std::string& within) {
  return within.substr(0, within.size() - 1) + "." + text_of(option.id) + "'";
}
std::string called(const Preference&, const std::string& within) {
  return within;
}
std::string called(const Rule& rule, const std::string&) {
  return rule_text(rule);
}
std::string called(const Stake& stake, const std::string&) {
  return with_id("the stake ", stake.id);
}
std::string called(const Event& event, const std::string&) {
  return "the event of " + or_none(event.date, "no date");
}

std::string is_new(const Table&, const std::string& who, std::size_t) {
  return who + " is new";
}
std::string is_new(const Agreement&, const std::string&, std::size_t) {
  return "an agreement is named";
}
std::string is_new(const Party&, const std::string& who, std::size_t) {
  return "the party " + who + " is new";
}
std::string is_new(const Option&, const std::string& who, std::size_t) {
  return "the option " + who + " is new";
}
std::string is_new(const Preference& preference, const std::string& who, std::size_t place) {
  return fmt::format("{} prefers something new, as number {}: {}", who, place, statement_of(preference));
}
std::string is_new(const Rule&, const std::string& who, std::size_t) {
  return who + " is a new rule";
}

std::string is_new(const Event& event, const std::string& who, std::size_t) {
  return who + " is new" + told_as(event);
}

std::string is_gone(const Table&, const std::string& who) {
  return who + " is gone";
}
std::string is_gone(const Agreement&, const std::string&) {
  return "no agreement is named any more";
}
std::string is_gone(const Party&, const std::string& who) {
  return "the party " + who + " is gone";
}
std::string is_gone(const Option&, const std::string& who) {
  return "the option " + who + " is gone";
}
std::string is_gone(const Preference& preference, const std::string& who) {
  return who + " no longer prefers " + statement_of(preference);
}
std::string is_gone(const Rule&, const std::string& who) {
  return who + " is no rule any more";
}

std::string is_gone(const Event& event, const std::string& who) {
  return who + " is gone" + told_as(event);
}

std::string is_moved(const Preference& preference, const std::string& who, std::size_t then,
                     std::size_t now) {
  return fmt::format("{} now has {} as number {}, not {}", who, statement_of(preference), now, then);
}

std::string is_other(const Table&, const Key& key, const std::string& who) {
  return fmt::format("{} differs in '{}'", who, key.name);
}

std::string is_other(const Case& now, const Key& key, const std::string& who) {
  return key.name == "date" ? "the date is now " + or_none(now.date, "none")
                            : is_other(static_cast<const Table&>(now), key, who);
}

std::string is_other(const Agreement& now, const Key&, const std::string& who) {
  return who + " is another: " + agreement_text(now);
}

std::string is_other(const Party& now, const Key& key, const std::string& who) {
  return key.name == "ranking" ? who + " ranks the states in another way"
                               : is_other(static_cast<const Table&>(now), key, who);
}

std::string is_other(const Option& now, const Key& key, const std::string& who) {
  const std::string_view k = key.name;
  if (k == "values") return who + " has other values";
  if (k == "status_quo") return who + " is at '" + status_quo_of(now) + "' today";
  if (k == "start") return who + " starts elsewhere";
  if (k == "moves") return who + " moves in another way: " + moves_of(now);
  if (k == "takes") return who + " takes " + or_none(now.takes, "no time");
  if (k == "when")
    return who + " can be changed " + (now.when ? "only where " + quoted(*now.when) : "at any time");
  return is_other(static_cast<const Table&>(now), key, who);
}

std::string is_other(const Preference& now, const Key& key, const std::string& who) {
  const std::string_view k = key.name;
  const std::string statement = statement_of(now);
  if (k == "demand")
    return fmt::format("{} {} {}", who, now.demand && now.demand->value ? "now demands" : "no longer demands",
                       statement);
  if (k == "weight")
    return fmt::format("{} gives another weight, {}, to {}", who, or_none(now.weight, "none"), statement);
  if (k == "since" || k == "until") return who + " has other dates for " + statement;
  return is_other(static_cast<const Table&>(now), key, who) + " of " + statement;
}

std::string is_other(const Stake& now, const Key& key, const std::string& who) {
  return key.name == "holder" || key.name == "to" ? who + " is held otherwise"
                                                  : is_other(static_cast<const Table&>(now), key, who);
}

std::string is_other(const Event& now, const Key& key, const std::string& who) {
  return is_other(static_cast<const Table&>(now), key, who) + told_as(now);
}

}  // namespace entente
