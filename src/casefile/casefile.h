// The case as written: plain structs, every value with its place. Nothing is resolved; what is missing or of
// the wrong type has been reported and is left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casefile/placed.h"

namespace entente::casefile {

struct Source : Table {
  std::optional<String> id, title, publisher, date, url, grade;
  std::optional<Placed<bool>> confidential;
};

struct Evidence : Table {
  std::optional<String> id, source, claim, by, basis, quote, hash;
  std::optional<Placed<std::int64_t>> at_paragraph;
  Strings terms;
  std::optional<Placed<bool>> confidential;
};

/// One change in `moves`: a pair, or in braces, where it may have a condition of its own.
struct Change {
  String from, to;
  std::optional<String> when = {};
  bool in_braces = false;
  Place at{};
};

/// `moves`: a word, or changes.
struct Moves {
  std::optional<String> word;
  std::vector<Change> changes;
  Place at{};
};

/// `owner`: of a dispute that is linked, what formulas call who has the option there ("treaty.japan"); empty
/// where they call it by its party.
struct Option : Table {
  std::optional<String> id, name, status_quo, start, when, takes;
  std::string owner = {};
  std::optional<Placed<Strings>> values, labels;
  std::optional<Moves> moves;
  Grounds grounds;
};

/// An option that several parties change together: [[joint]].
struct Joint : Option {
  std::optional<Placed<Strings>> by;
};

/// From where to where a party can go: [[party.move]].
struct Move : Table {
  std::optional<String> from, to;
  Grounds grounds;
};

struct Preference : Table {
  std::optional<String> id, statement, label, since, until;
  std::optional<String> weight;         // the number as written
  std::optional<String> demanded = {};  // of a demand of a linked dispute: where it is one, a formula
  bool of_ranking = false;              // of a ranking of a linked dispute
  std::optional<Placed<bool>> equal, strong, demand, confidential;
  Grounds grounds;
};

struct Party : Table {
  std::optional<String> id, name, colour;
  std::optional<Placed<bool>> plural;
  Strings people;
  std::optional<Placed<Strings>> ranking;
  Grounds ranking_grounds;
  std::vector<Option> options;
  std::vector<Move> moves;
  std::vector<Preference> preferences;
};

struct Rule : Table {
  std::optional<String> id, require, forbid, label;
  std::optional<Placed<bool>> definition;
  Grounds grounds;
};

/// Where the formula of a rule stands; its head where it has none.
inline Place place_of(const Rule& rule) {
  return rule.forbid ? rule.forbid->at : rule.require ? rule.require->at : rule.at;
}

/// A key and its value: of [names], `to` and `sets`.
struct Entry {
  String key;
  String value;
  std::optional<String> label = {};  // of a name: in the analyst's words
};

/// A state that has a name, or several: a class.
struct State : Table {
  std::optional<String> id, at_formula, label;
};

struct Stake : Table {
  std::optional<String> id, name, holder;
  std::optional<Placed<Strings>> claimants;
  std::vector<Entry> to;
  Grounds grounds;
};

struct Event : Table {
  std::optional<String> date, what;
  std::optional<Placed<Strings>> by;  // one string is a list of one
  std::vector<Entry> sets;
  Grounds grounds;
};

struct Agreement : Table {
  std::optional<String> when, by;
  std::optional<Placed<Strings>> needs;
};

/// A case that is part of this one: [[include]].
struct Include : Table {
  std::optional<String> file, as;
  std::vector<Entry> same;  // from its parties to those of the whole
};

/// What one dispute is worth in another to a party: [[link]].
struct Link : Preference {
  std::optional<String> party, rank, instead_of;
};

/// In which order the wishes of a party from several cases count, or with which weights: [[wishes]].
struct Wishes : Table {
  std::optional<String> party;
  std::optional<Placed<Strings>> order;
  std::vector<Entry> weights;
};

/// Dates are strings here, TOML dates as they were written. Where mistakes in the TOML made parts unreadable
/// the case is `cut`: rules may be missing, and an id that `may_be_lost` need not be unknown.
struct Case : Table {
  std::optional<Placed<std::int64_t>> format;
  std::optional<String> title, date, summary;
  std::vector<Entry> names;
  std::vector<State> states;
  std::optional<Agreement> agreement;
  std::vector<Source> sources;
  std::vector<Evidence> evidence;
  std::vector<Party> parties;
  std::vector<Joint> joints;
  std::vector<Rule> rules;
  std::vector<Stake> stakes;
  std::vector<Event> events;
  std::vector<Include> includes;
  std::vector<Link> links;
  std::vector<Wishes> wishes;
  std::vector<std::string> disputes = {};  // of a whole that was made of its parts: what each is included as
  bool cut = false;
  std::string lost = {};  // the text of the unreadable parts

  bool may_be_lost(std::string_view word) const { return cut && lost.find(word) != std::string::npos; }
};

/// The option of a number, as a model counts them: party after party, then the joint ones.
inline const Option& option_of(const Case& written, std::size_t number) {
  for (const Party& party : written.parties) {
    if (number < party.options.size()) return party.options[number];
    number -= party.options.size();
  }
  return written.joints.at(number);
}

}  // namespace entente::casefile
