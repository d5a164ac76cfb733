// The one table of keys: for each table of the case its keys, what each takes, where it goes and what it
// means.
#pragma once

#include <array>

#include "casefile/casefile.h"
#include "casefile/keys.h"
#include "casefile/reader.h"

namespace entente::casefile {

/// A key and where its value goes in a T.
template <class T>
struct Row {
  Key key;
  bool (*into)(Reader&, const Given&, T&);
};

template <class T>
constexpr bool is_section = false;

/// Reads the tables of a list, or one table, key by key; in read.cc.
template <class T>
bool take_tables(Reader& reader, const Given& given, std::vector<T>& field);
template <class T>
bool take_table(Reader& reader, const Given& given, std::optional<T>& field);

/// The reading of a value into a field: `into<&Option::grounds, &Grounds::why>`.
template <auto... path>
constexpr auto into =
    [](Reader& reader, const Given& given, auto& owner) { return reader.take(given, (owner.*....*path)); };
template <auto list>
constexpr auto into_tables =
    [](Reader& reader, const Given& given, auto& owner) { return take_tables(reader, given, owner.*list); };
template <auto table>
constexpr auto into_table =
    [](Reader& reader, const Given& given, auto& owner) { return take_table(reader, given, owner.*table); };

constexpr bool required = true;
constexpr bool optional = false;

/// The path and the head of a T's table, and its keys.
template <class T>
struct Rows;

template <>
struct Rows<Case> {
  static constexpr std::string_view place = "";
  static constexpr std::string_view head = "the case";
  static constexpr Row<Case> rows[] = {
      {{"format", Type::one, required, "", "The version of this format."}, into<&Case::format>},
      {{"title", Type::text, required, "", "What the dispute is called."}, into<&Case::title>},
      {{"date", Type::date, optional, "", "The day that the status quo describes."}, into<&Case::date>},
      {{"summary", Type::text, optional, "", "The dispute in a sentence or two."}, into<&Case::summary>},
      {{"names", Type::named_formulas, optional, "", "Named conditions, usable in every formula."},
       into<&Case::names>},
      {{"agreement", Type::table, optional, "", "What counts as a settlement, and whose consent it takes."},
       into_table<&Case::agreement>},
      {{"source", Type::tables, optional, "", "The documents that the evidence is taken from."},
       into_tables<&Case::sources>},
      {{"evidence", Type::tables, optional, "", "Facts, each from one source."},
       into_tables<&Case::evidence>},
      {{"party", Type::tables, required, "", "The decision makers."}, into_tables<&Case::parties>},
      {{"rule", Type::tables, optional, "", "Which states are feasible."}, into_tables<&Case::rules>},
      {{"stake", Type::tables, optional, "", "The things in dispute."}, into_tables<&Case::stakes>},
      {{"event", Type::tables, optional, "", "The history, oldest first."}, into_tables<&Case::events>},
  };
};

template <>
struct Rows<Agreement> {
  static constexpr std::string_view place = "agreement";
  static constexpr std::string_view head = "[agreement]";
  static constexpr Row<Agreement> rows[] = {
      {{"when", Type::formula, required, "", "The states that count as a settlement."},
       into<&Agreement::when>},
      {{"needs", Type::identifiers, optional, "",
        "The parties whose consent a settlement takes; all of them by default."},
       into<&Agreement::needs>},
      {{"by", Type::date, optional, "", "The deadline, its last day included; needs the date of the case."},
       into<&Agreement::by>},
  };
};

template <>
struct Rows<Source> {
  static constexpr std::string_view place = "source";
  static constexpr std::string_view head = "[[source]]";
  static constexpr Row<Source> rows[] = {
      {{"id", Type::identifier, required, "", "What the evidence calls it."}, into<&Source::id>},
      {{"title", Type::text, required, "", "The title of the document."}, into<&Source::title>},
      {{"publisher", Type::text, optional, "", "Who published it."}, into<&Source::publisher>},
      {{"date", Type::date, optional, "", "When it was published."}, into<&Source::date>},
      {{"url", Type::text, optional, "", "Where it can be found."}, into<&Source::url>},
      {{"grade", Type::grade, optional, "",
        "Reliability of the source A-F and credibility of the report 1-6."},
       into<&Source::grade>},
      {{"confidential", Type::boolean, optional, "false", "Left out where a page is written for others."},
       into<&Source::confidential>},
  };
};

template <>
struct Rows<Evidence> {
  static constexpr std::string_view place = "evidence";
  static constexpr std::string_view head = "[[evidence]]";
  static constexpr Row<Evidence> rows[] = {
      {{"id", Type::identifier, required, "", "What the rest of the case calls it."}, into<&Evidence::id>},
      {{"source", Type::identifier, required, "", "The id of the source that says so."},
       into<&Evidence::source>},
      {{"claim", Type::text, required, "", "The fact, in the analyst's own words."}, into<&Evidence::claim>},
      {{"at", Type::paragraph, optional, "", "The paragraph of the source, counted from 1."},
       into<&Evidence::at_paragraph>},
      {{"terms", Type::texts, optional, "", "Words that the cited paragraph must contain."},
       into<&Evidence::terms>},
      {{"by", Type::text, optional, "", "Who said so."}, into<&Evidence::by>},
      {{"basis", Type::basis, optional, "", "How the fact is known."}, into<&Evidence::basis>},
      {{"confidential", Type::boolean, optional, "false", "Left out where a page is written for others."},
       into<&Evidence::confidential>},
  };
};

template <>
struct Rows<Party> {
  static constexpr std::string_view place = "party";
  static constexpr std::string_view head = "[[party]]";
  static constexpr Row<Party> rows[] = {
      {{"id", Type::identifier, required, "", "What formulas call the party."}, into<&Party::id>},
      {{"name", Type::text, optional, "", "What readers call the party; its id by default."},
       into<&Party::name>},
      {{"people", Type::texts, optional, "", "Who speaks for it."}, into<&Party::people>},
      {{"ranking", Type::formulas, optional, "",
        "A direct ranking, best first: the first formula that a state meets is its class."},
       into<&Party::ranking>},
      {{"option", Type::tables, optional, "", "What the party can do."}, into_tables<&Party::options>},
      {{"preference", Type::tables, optional, "", "What the party wants, most important first."},
       into_tables<&Party::preferences>},
  };
};

template <>
struct Rows<Option> {
  static constexpr std::string_view place = "party.option";
  static constexpr std::string_view head = "[[party.option]]";
  static constexpr Row<Option> rows[] = {
      {{"id", Type::identifier, required, "",
        "What formulas call the option, behind its party: party.option."},
       into<&Option::id>},
      {{"name", Type::text, optional, "", "What readers call it; its id by default."}, into<&Option::name>},
      {{"values", Type::values, optional, "[\"no\", \"yes\"]", "The courses open to the party, in order."},
       into<&Option::values>},
      {{"labels", Type::texts, optional, "",
        "What each course is called, a verb phrase behind the party's name."},
       into<&Option::labels>},
      {{"status_quo", Type::value, optional, "", "Its value on the date of the case; the first by default."},
       into<&Option::status_quo>},
      {{"start", Type::value, optional, "", "Its value before the first event; the first by default."},
       into<&Option::start>},
      {{"moves", Type::moves, optional, "\"free\"",
        "The changes that the party can make, by the order of the values."},
       into<&Option::moves>},
      {{"when", Type::formula, optional, "", "It can be changed only from a state where this holds."},
       into<&Option::when>},
      {{"takes", Type::period, optional, "", "How long a change takes; no time by default."},
       into<&Option::takes>},
      {{"why", Type::text, optional, "", "Why this is assumed."}, into<&Option::grounds, &Grounds::why>},
      {{"evidence", Type::identifiers, optional, "", "What speaks for it."},
       into<&Option::grounds, &Grounds::evidence>},
      {{"doubted_by", Type::identifiers, optional, "", "What speaks against it."},
       into<&Option::grounds, &Grounds::doubted_by>},
  };
};

template <>
struct Rows<Preference> {
  static constexpr std::string_view place = "party.preference";
  static constexpr std::string_view head = "[[party.preference]]";
  static constexpr Row<Preference> rows[] = {
      {{"statement", Type::formula, required, "", "What the party wants to hold."},
       into<&Preference::statement>},
      {{"weight", Type::number, optional, "",
        "What the statement counts; on all of a party's statements or none."},
       into<&Preference::weight>},
      {{"demand", Type::boolean, optional, "false", "The party signs nothing in which this does not hold."},
       into<&Preference::demand>},
      {{"since", Type::date, optional, "", "In force from this date on."}, into<&Preference::since>},
      {{"until", Type::date, optional, "", "In force until the day before this date."},
       into<&Preference::until>},
      {{"confidential", Type::boolean, optional, "false", "Left out where a page is written for others."},
       into<&Preference::confidential>},
      {{"why", Type::text, optional, "", "Why this is assumed."}, into<&Preference::grounds, &Grounds::why>},
      {{"evidence", Type::identifiers, optional, "", "What speaks for it."},
       into<&Preference::grounds, &Grounds::evidence>},
      {{"doubted_by", Type::identifiers, optional, "", "What speaks against it."},
       into<&Preference::grounds, &Grounds::doubted_by>},
  };
};

template <>
struct Rows<Rule> {
  static constexpr std::string_view place = "rule";
  static constexpr std::string_view head = "[[rule]]";
  static constexpr Row<Rule> rows[] = {
      {{"require", Type::formula, optional, "", "What holds in every feasible state; this or 'forbid'."},
       into<&Rule::require>},
      {{"forbid", Type::formula, optional, "", "What holds in no feasible state; this or 'require'."},
       into<&Rule::forbid>},
      {{"why", Type::text, optional, "", "Why this is assumed."}, into<&Rule::grounds, &Grounds::why>},
      {{"evidence", Type::identifiers, optional, "", "What speaks for it."},
       into<&Rule::grounds, &Grounds::evidence>},
      {{"doubted_by", Type::identifiers, optional, "", "What speaks against it."},
       into<&Rule::grounds, &Grounds::doubted_by>},
  };
};

template <>
struct Rows<Stake> {
  static constexpr std::string_view place = "stake";
  static constexpr std::string_view head = "[[stake]]";
  static constexpr Row<Stake> rows[] = {
      {{"id", Type::identifier, required, "", "What the answers call it."}, into<&Stake::id>},
      {{"name", Type::text, required, "", "What readers call it."}, into<&Stake::name>},
      {{"holder", Type::identifier, optional, "", "The party that has it where 'to' does not say otherwise."},
       into<&Stake::holder>},
      {{"claimants", Type::identifiers, optional, "", "The parties that claim it."}, into<&Stake::claimants>},
      {{"to", Type::named_formulas, optional, "", "For each party the states in which it has the stake."},
       into<&Stake::to>},
      {{"why", Type::text, optional, "", "Why this is assumed."}, into<&Stake::grounds, &Grounds::why>},
      {{"evidence", Type::identifiers, optional, "", "What speaks for it."},
       into<&Stake::grounds, &Grounds::evidence>},
      {{"doubted_by", Type::identifiers, optional, "", "What speaks against it."},
       into<&Stake::grounds, &Grounds::doubted_by>},
  };
};

template <>
struct Rows<Event> {
  static constexpr std::string_view place = "event";
  static constexpr std::string_view head = "[[event]]";
  static constexpr Row<Event> rows[] = {
      {{"date", Type::date, required, "", "When it happened."}, into<&Event::date>},
      {{"what", Type::text, required, "", "What happened."}, into<&Event::what>},
      {{"by", Type::one_or_more, optional, "", "The party or parties whose doing it was."}, into<&Event::by>},
      {{"sets", Type::settings, optional, "", "What it changed: from options to their new values."},
       into<&Event::sets>},
      {{"evidence", Type::identifiers, optional, "", "What speaks for it."},
       into<&Event::grounds, &Grounds::evidence>},
      {{"doubted_by", Type::identifiers, optional, "", "What speaks against it."},
       into<&Event::grounds, &Grounds::doubted_by>},
  };
};

}  // namespace entente::casefile
