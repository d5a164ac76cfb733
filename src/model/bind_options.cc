// Parties and their options: values, where each stands, how it may change.
#include <fmt/format.h>

#include <algorithm>

#include "model/binder.h"

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

/// One ["from", "to"]; nothing where it has faults, which are told.
std::optional<std::pair<Value, Value>> move(Binder& binder, OptionId id,
                                            const casefile::Placed<casefile::Strings>& pair) {
  if (pair.value.size() != 2) return std::nullopt;  // told when it was read
  const std::optional<Value> from = binder.formulas.value(id, pair.value[0]);
  const std::optional<Value> to = binder.formulas.value(id, pair.value[1]);
  if (!from || !to) return std::nullopt;
  if (*from != *to) return std::pair(*from, *to);
  binder.teller.fault("bad-move", pair.at,
                      fmt::format("a move from '{}' to itself is none", pair.value[0].value));
  return std::nullopt;
}

Moves moves(Binder& binder, OptionId id, const casefile::Option& option) {
  if (!option.moves) return {};
  if (const auto& word = option.moves->word) {
    if (word->value == "forward") return {Moves::Kind::forward, {}};
    if (word->value == "backward") return {Moves::Kind::backward, {}};
    if (word->value == "fixed") return {Moves::Kind::fixed, {}};
    return {};
  }
  Moves found{Moves::Kind::pairs, {}};
  for (const auto& pair : option.moves->pairs)
    if (const auto one = move(binder, id, pair)) found.pairs.push_back(*one);
  std::sort(found.pairs.begin(), found.pairs.end());
  found.pairs.erase(std::unique(found.pairs.begin(), found.pairs.end()), found.pairs.end());
  return found;
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

void bind_option(Binder& binder, PartyId party, OptionId id, const casefile::Option& written,
                 const Settings& events) {
  const OptionWords& words = binder.words.option[index(id)];
  Option option;
  option.party = party;
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
}

}  // namespace

void bind_options(Binder& binder) {
  const Settings events = settings(binder);
  for (std::size_t p = 0; p < binder.written.parties.size(); ++p) {
    const casefile::Party& written = binder.written.parties[p];
    Party party;
    party.id = text_of(written.id);
    party.name = text_of(written.name).empty() ? party.id : written.name->value;
    for (const casefile::String& person : written.people) party.people.push_back(person.value);
    for (const casefile::Option& option : written.options) {
      const auto id = static_cast<OptionId>(binder.model.options.size());
      bind_option(binder, static_cast<PartyId>(p), id, option, events);
      party.options.push_back(id);
    }
    binder.model.parties.push_back(std::move(party));
  }
}

}  // namespace entente
