// Parties and their options; then what the parties want.
#include "model/bind_parties.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/bind_moves.h"
#include "model/bind_strength.h"
#include "model/limits.h"
#include "text/sha256.h"

namespace entente {
namespace {

/// The options that some event sets. `sure` is false where a setting may have been lost.
struct Settings {
  std::vector<bool> set;
  bool sure = true;
};

Settings settings(Binder& binder) {
  Settings found{std::vector<bool>(binder.words.option.size(), false), !binder.written.cut};
  if (binder.written.hole("event")) found.sure = false;
  for (const casefile::Event& event : binder.written.events) {
    if (event.hole("sets")) found.sure = false;
    for (const casefile::Entry& entry : event.sets) {
      const std::optional<OptionId> option = binder.formulas.option_quietly(entry.key.value);
      if (option) found.set[index(*option)] = true;
      if (!option) found.sure = false;
    }
  }
  return found;
}

/// The value written, the first where none is; nothing where it is told or cannot be known.
std::optional<Value> value_or_first(Binder& binder, const casefile::Option& option, OptionId id,
                                    const std::optional<casefile::String>& value, std::string_view key) {
  if (value) return binder.formulas.value(id, *value);
  if (binder.unsure(option, key) || binder.words.option[index(id)].hole) return std::nullopt;
  return Value{0};
}

std::vector<std::string> labels(Binder& binder, const casefile::Option& option, const OptionWords& words) {
  std::vector<std::string> found;
  if (!option.labels) return found;
  for (const casefile::String& label : option.labels->value) found.push_back(label.value);
  const std::size_t values = words.values.ids().size();
  if (found.size() == values || words.hole || option.hole("labels")) return found;
  binder.teller.fault("label-count", option.labels->at,
                      fmt::format("option '{}' has {} values, but {} {}", words.name, values, found.size(),
                                  found.size() == 1 ? "label" : "labels"),
                      "write one label for each value, in their order");
  return {};
}

std::optional<Period> takes(Binder& binder, const std::optional<casefile::String>& written) {
  if (!written) return std::nullopt;
  const std::optional<Period> found = period(written->value);
  if (!found)
    binder.teller.fault("bad-period", written->at,
                        fmt::format("'{}' is not a period of 1 day to 100 years", written->value),
                        "write a number of days, weeks, months or years, as \"3 months\"");
  return found;
}

Value start(Binder& binder, OptionId id, const casefile::Option& written, const Settings& events,
            Value status_quo) {
  const std::optional<Value> found = value_or_first(binder, written, id, written.start, "start");
  if (events.set[index(id)]) return found.value_or(0);
  if (written.start && events.sure)
    binder.teller.warning("start-without-event", written.start->at,
                          fmt::format("no event sets option '{}', so that its 'start' says nothing",
                                      binder.words.option[index(id)].name));
  return status_quo;
}

/// The next option, of a mover.
OptionId bind_option(Binder& binder, MoverId mover, const casefile::Option& written, const Settings& events) {
  const auto id = static_cast<OptionId>(binder.model.options.size());
  const OptionWords& words = binder.words.option[index(id)];
  Option option;
  option.mover = mover;
  option.owner = written.owner;
  option.id = text_of(written.id);
  option.name = text_of(written.name).empty() ? option.id : written.name->value;
  option.values = words.values.ids();
  option.labels = labels(binder, written, words);
  const std::optional<Value> status_quo =
      value_or_first(binder, written, id, written.status_quo, "status_quo");
  binder.status_quo_known.push_back(status_quo.has_value());
  if (!status_quo) binder.made.status_quo_known = false;
  option.status_quo = status_quo.value_or(0);
  option.start = start(binder, id, written, events, option.status_quo);
  option.moves = moves(binder, id, written);
  if (written.when) option.when = binder.formulas.bind(*written.when);
  option.takes = takes(binder, written.takes);
  option.grounds = binder.grounds(written.grounds);
  Places& places = binder.made.places;
  places.status_quo.push_back(written.status_quo ? written.status_quo->at : written.at);
  places.start.push_back(written.start ? written.start->at : written.at);
  places.when.push_back(written.when ? written.when->at : written.at);
  places.moves.push_back(written.moves ? written.moves->at : written.at);
  binder.model.options.push_back(std::move(option));
  return id;
}

/// Those who change a joint option; fewer than two are told, and so is one that stands there twice.
std::vector<PartyId> joint_parties(Binder& binder, const casefile::Joint& written) {
  if (!written.by) return {};
  const casefile::Placed<casefile::Strings>& by = *written.by;
  const Known listed = binder.listed_once(by.value);
  if (listed.ids().size() < 2 && listed.ids().size() == by.value.size() && !written.hole("by"))
    binder.teller.fault(
        "too-few-parties", by.at,
        fmt::format("a joint option takes two parties or more, not {}", by.value.empty() ? "none" : "one"),
        "what one party can do alone is an option of its own, [[party.option]]");
  std::vector<PartyId> members = binder.parties(by.value);
  std::sort(members.begin(), members.end());
  return members;
}

/// The number of the group of some parties; a new one where there is none yet.
std::size_t group_of(Model& model, const std::vector<PartyId>& members) {
  const auto same = [&](const Group& group) { return group.members == members; };
  const auto found = std::find_if(model.groups.begin(), model.groups.end(), same);
  const auto number = static_cast<std::size_t>(found - model.groups.begin());
  if (found == model.groups.end()) model.groups.push_back({members, {}});
  return number;
}

void bind_joints(Binder& binder, const Settings& events) {
  for (const casefile::Joint& written : binder.written.joints) {
    const std::vector<PartyId> members = joint_parties(binder, written);
    if (members.size() < 2) binder.made.states_known = false;
    const std::size_t group = group_of(binder.model, members);
    const OptionId id = bind_option(binder, MoverId(binder.model.parties.size() + group), written, events);
    binder.model.groups[group].options.push_back(id);
  }
}

/// The parties needed for an agreement, where that is known; a demand of another is a fault.
bool needed(Binder& binder, PartyId party) {
  const std::optional<casefile::Agreement>& agreement = binder.written.agreement;
  if (!agreement || !agreement->needs || agreement->hole("needs") || !binder.model.agreement) return true;
  const std::vector<PartyId>& needs = binder.model.agreement->needs;
  // A party that is not known among the needed ones may be this one, misspelt.
  if (needs.size() < agreement->needs->value.size() || !binder.words.parties.complete()) return true;
  return std::find(needs.begin(), needs.end(), party) != needs.end();
}

void check_demand(Binder& binder, const casefile::Party& party, const casefile::Preference& preference) {
  binder.teller.fault(
      "demand-not-needed", preference.demand->at,
      fmt::format("party '{}' makes a demand, but an agreement does not need its consent", text_of(party.id)),
      "add the party to 'needs', or take 'demand' out",
      {{binder.written.agreement->needs->at, "the parties that it needs are listed here"}});
}

/// The first day of a date that a statement is in force from or until.
std::optional<Date> first_day(Binder& binder, const std::optional<casefile::String>& date,
                              std::string_view key) {
  const std::optional<DateSpan> span = binder.dated(date, key);
  return span ? std::optional(span->first) : std::nullopt;
}

void check_span(Binder& binder, const casefile::Preference& written, const Preference& preference) {
  if (!preference.since || !preference.until || *preference.since < *preference.until) return;
  binder.teller.warning("never-in-force", written.until->at,
                        "this statement is never in force: its 'until' is not after its 'since'", {},
                        {{written.since->at, "'since' is here"}});
}

Decimal weight(Binder& binder, const std::optional<casefile::String>& written) {
  if (!written) return {};
  const std::optional<Decimal> found = decimal(written->value);
  if (!found)
    binder.teller.fault("bad-weight", written->at, fmt::format("'{}' cannot be a weight", written->value),
                        "a weight is a finite decimal with at most 1000 digits on either side of the point");
  return found.value_or(Decimal{});
}

Preference bound(Binder& binder, const casefile::Preference& written) {
  Preference preference;
  preference.id = text_of(written.id);
  const auto statement = written.statement ? binder.formulas.bind(*written.statement) : std::nullopt;
  preference.statement = or_hole(binder.model, statement);
  preference.text = written.statement ? folded(written.statement->value) : "";
  preference.label = text_of(written.label);
  preference.weight = weight(binder, written.weight);
  preference.equal = written.equal && written.equal->value;
  preference.demand = written.demand && written.demand->value;
  if (written.demanded) preference.agreed = binder.formulas.bind(*written.demanded);
  preference.where_agreed = where_agreed(binder.model.conditions, preference.agreed, preference.statement);
  preference.since = first_day(binder, written.since, "since");
  preference.until = first_day(binder, written.until, "until");
  check_span(binder, written, preference);
  preference.confidential = written.confidential && written.confidential->value;
  preference.grounds = binder.grounds(written.grounds);
  return preference;
}

/// All of a party's statements have a weight, or none.
void check_weights(Binder& binder, const casefile::Party& party) {
  const auto unsure = [&](const casefile::Preference& one) {
    return !one.weight && binder.unsure(one, "weight");
  };
  const auto& statements = party.preferences;
  if (std::any_of(statements.begin(), statements.end(), unsure)) return;
  const auto differs = [&](const casefile::Preference& one) {
    return one.weight.has_value() != statements[0].weight.has_value();
  };
  const auto first = std::find_if(statements.begin(), statements.end(), differs);
  if (first == statements.end()) return;
  binder.teller.fault("mixed-weights", first->statement ? first->statement->at : first->at,
                      fmt::format("this statement has {} weight, those before it have {}",
                                  first->weight ? "a" : "no", first->weight ? "none" : "one"),
                      "give all statements of a party a weight, or none");
}

/// A statement is equal to one before it, by importance alone. One that is not counts as less important.
void check_equal(Binder& binder, const casefile::Party& party, std::size_t number, Preference& bound) {
  const casefile::Preference& written = party.preferences[number];
  if (!bound.equal) return;
  if (number == 0) {
    bound.equal = false;
    if (binder.unsure(party, "preference")) return;
    binder.teller.fault("equal-to-none", written.equal->at,
                        "the first statement of a party has none before it that it could be equal to",
                        "take 'equal' out, or put the statement behind the one that it is equal to");
  } else if (written.weight) {
    binder.teller.fault("equal-with-weight", written.equal->at,
                        "a statement has a weight or is 'equal' to the one before it, not both",
                        "take 'equal' out and give both the same weight, or take all weights out",
                        {{written.weight->at, "its weight is here"}});
  }
}

void check_number(Binder& binder, const casefile::Party& party) {
  if (party.preferences.size() <= most_statements) return;
  const casefile::Preference& first = party.preferences[most_statements];
  binder.teller.fault(
      "too-many-statements", first.at,
      fmt::format("party '{}' has more than {} preference statements", text_of(party.id), most_statements));
}

void check_ranking(Binder& binder, const casefile::Party& party) {
  const auto& ranking = *party.ranking;
  if (!party.preferences.empty()) {
    binder.teller.fault(
        "ranking-and-preference", ranking.at,
        fmt::format("party '{}' has a ranking and preferences; it is one or the other", text_of(party.id)),
        {}, {{party.preferences[0].at, "its first preference is here"}});
  } else if (ranking.value.empty() && !party.hole("ranking")) {
    binder.teller.fault("ranking-incomplete", ranking.at, "this ranking is empty and leaves every state out",
                        "end it with \"true\", which takes all that is left");
  }
}

/// The classes of a ranking; whether all of them are whole.
bool bind_ranking(Binder& binder, const casefile::Party& written, Party& party) {
  if (!written.ranking) return false;
  check_ranking(binder, written);
  party.ranking_grounds = binder.grounds(written.ranking_grounds);
  bool whole = written.preferences.empty() && !written.hole("ranking") && !written.ranking->value.empty();
  for (const casefile::String& formula : written.ranking->value) {
    const std::optional<ConditionId> condition = binder.formulas.bind(formula);
    whole = whole && condition;
    party.ranking.push_back({or_hole(binder.model, condition), folded(formula.value)});
  }
  return whole;
}

/// In small digits.
std::string colour(Binder& binder, const casefile::Party& written) {
  if (!written.colour) return {};
  const std::string& word = written.colour->value;
  constexpr std::size_t length = 7;
  if (word.size() == length && word[0] == '#' && is_hexadecimal(std::string_view(word).substr(1)))
    return in_small_digits(word);
  binder.teller.fault(
      "bad-colour", written.colour->at, fmt::format("'{}' is no colour", word),
      "a colour is # and six hexadecimal digits, two each of red, green and blue: \"#1f6fb4\"");
  return {};
}

}  // namespace

void bind_options(Binder& binder) {
  const Settings events = settings(binder);
  for (std::size_t p = 0; p < binder.written.parties.size(); ++p) {
    const casefile::Party& written = binder.written.parties[p];
    Party party;
    party.id = text_of(written.id);
    party.name = text_of(written.name).empty() ? party.id : written.name->value;
    if (written.plural) party.plural = written.plural->value;
    party.colour = colour(binder, written);
    for (const casefile::String& person : written.people) party.people.push_back(person.value);
    for (const casefile::Option& option : written.options)
      party.options.push_back(bind_option(binder, MoverId(p), option, events));
    binder.model.parties.push_back(std::move(party));
  }
  bind_joints(binder, events);
}

void bind_preferences(Binder& binder) {
  for (std::size_t i = 0; i < binder.written.parties.size(); ++i) {
    const casefile::Party& written = binder.written.parties[i];
    Party& party = binder.model.parties[i];
    const bool demands_count = needed(binder, static_cast<PartyId>(i));
    Known ids;
    for (std::size_t n = 0; n < written.preferences.size(); ++n) {
      const casefile::Preference& one = written.preferences[n];
      if (one.id) binder.define(ids, "preference", one.id, n);
      party.preferences.push_back(bound(binder, one));
      check_equal(binder, written, n, party.preferences.back());
      if (party.preferences.back().demand && !demands_count) check_demand(binder, written, one);
    }
    check_strength(binder, written, party);
    check_weights(binder, written);
    check_number(binder, written);
    party.weighted = !written.preferences.empty() && written.preferences[0].weight.has_value();
    binder.made.ranking_known.push_back(bind_ranking(binder, written, party));
    binder.made.places.rankings.push_back(written.ranking ? std::optional(written.ranking->at)
                                                          : std::nullopt);
  }
}

}  // namespace entente
