// The game as meant: parties, their options and preferences, the rules, the agreement, the stakes and the
// evidence, with every name resolved and every formula bound to options. It knows no text and no places.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/allowed_changes.h"
#include "model/condition.h"
#include "model/date.h"
#include "model/grounds.h"
#include "model/ids.h"
#include "model/preference.h"
#include "model/replies.h"

namespace entente {

struct Option {
  MoverId mover;      // its party; of a joint option the group of those who change it together
  std::string owner;  // of a linked dispute: what formulas call who has it there; else empty
  std::string id;
  std::string name;  // the id where the case gives none
  std::vector<std::string> values;
  std::vector<std::string> labels;  // one a value, or empty
  Value status_quo = 0;
  Value start = 0;  // before the first event
  Moves moves;
  std::optional<ConditionId> when;
  std::optional<Period> takes;
  Grounds grounds;
};

struct Party {
  std::string id;
  std::string name;            // the id where the case gives none
  std::optional<bool> plural;  // whether verbs about it are; where not given the verbs of its labels tell
  std::string colour;          // "#rrggbb", or empty
  std::vector<std::string> people;
  std::vector<OptionId> options;  // neighbours, ascending
  std::vector<ListedMove> moves;
  std::vector<Preference> preferences;
  bool weighted = false;
  std::vector<RankClass> ranking;  // best first; empty unless ranked directly
  Grounds ranking_grounds;

  /// The statements in force on a day, but those left out, by importance, the most important first. What does
  /// not count leaves those around it equal.
  std::vector<EqualStatements> by_importance(std::optional<Date> day,
                                             const std::vector<std::size_t>& left_out = {}) const;
  /// Of those on a day the most important ones, by which a state can be strongly worse than another.
  std::vector<EqualStatements> strong(std::optional<Date> day) const;
  /// The statements that are as important as one, itself among them, in force or not.
  EqualStatements equals(std::size_t preference) const;
};

/// The parties of a joint option, which change it together; all joint options of the same parties are theirs.
struct Group {
  std::vector<PartyId> members;   // ascending
  std::vector<OptionId> options;  // ascending, but others may stand between them
};

struct Rule {
  std::string id;       // or empty
  ConditionId holds{};  // in every feasible state; of a `forbid`, the negation
  bool forbid = false;
  bool definition = false;  // it says what words mean, and is no assumption
  std::string text;
  std::string label;  // of what is required, or ruled out, in the analyst's words; or empty
  Grounds grounds;
};

struct Agreement {
  ConditionId when{};
  std::string text;
  std::vector<PartyId> needs;
  std::optional<DateSpan> by;  // the last day is its last
};

struct Stake {
  std::string id, name;
  std::optional<PartyId> holder;
  std::vector<PartyId> claimants;
  std::vector<std::pair<PartyId, ConditionId>> to;
  Grounds grounds;
};

struct Event {
  DateSpan date;
  std::string what;
  std::vector<PartyId> by;
  std::vector<std::pair<OptionId, Value>> sets;
  Grounds grounds;
};

struct NamedCondition {
  std::string name;
  ConditionId condition{};
  std::string label = {};  // in the analyst's words: "the treaty is in force"; or empty
};

/// A state that the case names, or several: a class.
struct NamedState {
  std::string id;
  ConditionId at{};
  std::string label;  // in the analyst's words; or empty
};

struct Model {
  std::string title;
  std::optional<DateSpan> date;
  std::string summary;
  std::vector<std::string> disputes;  // that are linked: what each is included as
  Conditions conditions;
  std::vector<NamedCondition> names;     // in the file's order
  std::vector<NamedState> named_states;  // likewise; no state has two ids, and each is of one state at least
  std::vector<Source> sources;
  std::vector<Evidence> evidence;
  std::vector<Party> parties;
  std::vector<Option> options;  // party after party, then the joint ones
  std::vector<Group> groups;    // in the order of their first joint options
  std::vector<Rule> rules;
  std::optional<Agreement> agreement;
  std::vector<Stake> stakes;
  std::vector<Event> events;
  bool redacted = false;             // what is confidential has been left out
  Replies replies = Replies::legal;  // as whoever looks at it reads them

  const Party& operator[](PartyId id) const { return parties[index(id)]; }
  const Option& operator[](OptionId id) const { return options[index(id)]; }
  const Evidence& operator[](EvidenceId id) const { return evidence[index(id)]; }
  const Source& operator[](SourceId id) const { return sources[index(id)]; }

  std::vector<PartyId> party_ids() const;
  /// The parties, then the groups.
  std::vector<MoverId> mover_ids() const;
  std::size_t movers() const { return parties.size() + groups.size(); }
  bool is_group(MoverId mover) const { return index(mover) >= parties.size(); }
  /// Who has to take part in a move: the party, or all of the group; ascending.
  std::vector<PartyId> members(MoverId mover) const;
  const std::vector<OptionId>& options_of(MoverId mover) const;
  /// The moves that a mover lists; a group lists none.
  const std::vector<ListedMove>& listed_by(MoverId mover) const;
  /// The movers that share no member with some parties, and those whose members are all among them.
  std::vector<MoverId> movers_without(const std::vector<PartyId>& among) const;
  std::vector<MoverId> movers_within(const std::vector<PartyId>& among) const;
  /// What formulas call an option: "japan.sign", "joint.treaty".
  std::string reference(OptionId option) const;
  /// What readers call a mover: its name, or those of its members, each with a plus sign between.
  std::string name(MoverId mover) const;
  /// What data call a mover: its id, or "joint:japan+russia".
  std::string id(MoverId mover) const;
  /// Whether verbs about a party are those of many: as its `plural` says, else where most of its labels begin
  /// with a word that is no third person singular.
  bool many(PartyId party) const;
  /// The parties whose consent a settlement takes; all of them in a case without an agreement.
  std::vector<PartyId> consenting() const;
  /// The first day of the case's date.
  std::optional<Date> day() const;
  /// The last day for an agreement, where there is one.
  std::optional<Date> deadline() const;
  /// Whether a mover has no option that it can change.
  bool still(MoverId mover) const;
  /// Whether a mover's moves are transitive: none listed, no `when`, no pairs that skip (then sequences
  /// collapse).
  bool transitive(MoverId mover) const;
  /// Whether what a mover can do is one choice an option: no change has a condition of its own, no move is
  /// listed.
  bool by_options(MoverId mover) const;
  /// Whether every option of a mover may go from any value to any other at any time.
  bool unrestricted(MoverId mover) const;
};

}  // namespace entente
