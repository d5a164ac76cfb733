// The table of faults, in the order of the stages that report them.
#include "text/faults.h"

#include <algorithm>

namespace entente {

const std::vector<Fault>& faults() {
  static const std::vector<Fault> table = {
      // casefile/: the file and its TOML.
      {"unread-file", "The file could not be read.", "Check that it exists, is a file and may be read."},
      {"too-large", "The file is larger than 4 MiB.",
       "A case is a brief; keep long texts in the sources' own files."},
      {"not-text", "The file is not UTF-8 text.",
       "Save it as UTF-8; a byte that is none is shown by its place."},
      {"toml-syntax", "The file breaks the rules of TOML, so that this part cannot be read.",
       "Mend the place shown; https://toml.io/en/v1.0.0 has the rules."},
      {"wrong-format", "The case is written in a format that this program does not read.",
       "Write format = 1; a newer format needs a newer program."},
      {"unknown-key", "A table has a key that the format does not know.",
       "Use the key that is suggested, or see docs/case-format.md for the keys of the table."},
      {"missing-key", "A table lacks a key that it must have.", "Add the key to the table that is shown."},
      {"wrong-type", "A key has a value of another type than it takes.",
       "Write the value as the message says: in quotes, without them, or as a list in brackets."},
      {"unknown-word", "A key has a value that is none of the words it takes.",
       "Use one of the words listed."},
      {"bad-paragraph", "A paragraph is counted from 1.",
       "Write the number of the cited paragraph: at = 1 is the first."},

      // formula/: conditions as written.
      {"expected-condition", "A formula lacks a condition where one has to stand.",
       "Write party.option, party.option = value or a name there, or take the joining word out."},
      {"expected-operator", "Two conditions stand side by side without a word that joins them.",
       "Join them: and, or, xor, implies, if, iff."},
      {"expected-parenthesis", "A parenthesis is opened and not closed.", "Write ')' where it should end."},
      {"expected-option", "A comparison or a party's name needs one of the party's options.",
       "Write party.option, as in north.sign = yes."},
      {"expected-value", "A comparison lacks a value.",
       "Write one of the option's values, or values in braces after 'in': north.share in {0, 50}."},
      {"expected-count", "at_least, at_most and exactly take a whole number and conditions in parentheses.",
       "Write for example at_least(2, a, b, c)."},
      {"count-of-nothing", "at_least, at_most or exactly has no condition to count.",
       "Give it one condition or more: at_least(1, north.sign)."},
      {"too-deep",
       "A formula nests deeper than 256: parentheses, not, arguments and names within names count.",
       "Give parts of it names, or write it flatter."},

      // model/: names, options, parties.
      {"bad-identifier", "An id is not a letter followed by letters, digits, '_' or '-'.",
       "Use ASCII letters and digits; the 'name' key takes any text."},
      {"reserved-name", "A named condition is called by a word of the formula language.",
       "Give it another name."},
      {"duplicate-id", "Two things of one kind have the same id.", "Rename one of them."},
      {"duplicate-value", "An option lists a value twice.",
       "Values of an option are distinct; take one out."},
      {"one-value", "An option has fewer than two values.",
       "An option is a choice: list two or more values, or leave 'values' out for no and yes."},
      {"label-count", "An option has more or fewer labels than values.",
       "Write one label for each value, in their order."},
      {"unknown-party", "No party has this id.", "Use the id of a [[party]]."},
      {"unknown-option", "The party has no such option.", "Use the id of one of its [[party.option]]s."},
      {"unknown-value", "The option has no such value.",
       "Use one of the option's 'values'; they are compared as text."},
      {"unknown-name", "No condition of this name stands under [names].",
       "Define it under [names], or write party.option for an option."},
      {"unknown-evidence", "No [[evidence]] has this id.", "Use the id of an [[evidence]], or add it."},
      {"unknown-source", "No [[source]] has this id.", "Use the id of a [[source]], or add it."},
      {"name-circle", "A named condition is made of itself.",
       "Take the name out of one formula of the circle."},
      {"bare-option", "An option of three or more values stands as a condition without a comparison.",
       "Compare it: north.share = 100, or north.share in {50, 100}."},
      {"bad-move", "A move is not a pair of two different values of the option.",
       "Write moves as [\"from\", \"to\"] pairs of the option's values."},
      {"bad-date", "A date is not on the calendar, or not written as one.",
       "Write 2015-11-02, or in quotes \"2015-11-02\", \"2015-11\" or \"2015\"."},
      {"missing-date", "A deadline, 'since' or 'until' needs the date of the case.",
       "Give the case a 'date'."},
      {"bad-period", "A period is not a number of days, weeks, months or years between 1 day and 100 years.",
       "Write for example \"3 months\"."},
      {"bad-weight", "A weight is not a finite decimal.", "Write a number such as 2, -1 or 0.25."},
      {"bad-grade", "A grade is not one of A to F followed by one of 1 to 6.",
       "Write for example \"B2\": reliability A-F of the source, credibility 1-6 of what it says."},
      {"mixed-weights", "Some of a party's preference statements have a weight and some have none.",
       "Give all of them a weight, or none."},
      {"ranking-and-preference", "A party has both a ranking and preference statements.",
       "Keep one of the two."},
      {"ranking-incomplete", "A feasible state meets no formula of a party's ranking.",
       "Add a last formula that the state meets; \"true\" takes all that is left."},
      {"neither-require-nor-forbid", "A rule neither requires nor forbids anything.",
       "Give it 'require' or 'forbid'."},
      {"require-and-forbid", "A rule both requires and forbids something.", "Make two rules of it."},
      {"demand-not-needed", "A party makes a demand, but an agreement does not need its consent.",
       "Add the party to 'needs' of the [agreement], or take 'demand' out."},
      {"no-state", "The rules leave no feasible state.", "Take a rule out or loosen it."},
      {"infeasible-status-quo", "The status quo breaks a rule.",
       "Mend the options' 'status_quo' or the rule."},
      {"event-order", "An event ended before an earlier one in the list began.",
       "Put the events in order, oldest first."},
      {"event-status-quo", "An option's last setting by an event is not its status quo.",
       "Mend the option's 'status_quo' or the event's 'sets'."},
      {"event-breaks-rule", "The history leads through a state in which a rule does not hold (a warning).",
       "Mend the event's 'sets', the option's 'start' or the rule; leave it where the past was rougher."},
      {"event-not-a-move", "An event is the doing of a party that cannot make that change (a warning).",
       "Mend the option's 'moves' or 'when', or say in 'by' whose doing it was."},
      {"start-without-event", "An option has a 'start', but no event sets it (a warning).",
       "Take 'start' out, or add the event that changed the option."},
      {"stake-held-twice", "Two parties have a stake at once in a feasible state.",
       "Make the formulas of its 'to' exclude each other."},
      {"too-many-parties", "A case has more than 32 parties.", "Join parties that act as one."},
      {"too-many-bits", "The options take more than 64 bits.",
       "Take out options or values that decide nothing."},
      {"too-many-statements", "A party has more than 4,096 preference statements.",
       "Join or drop statements."},
      {"too-many-values", "The comparisons of a case list more values than memory can bear (2^24 in all).",
       "Use fewer values or fewer comparisons of them."},
      {"never-in-force",
       "A statement's 'until' is not after its 'since', so that it is never in force (a warning).",
       "Mend one of the two dates."},

      // the sources of the evidence, where they are given.
      {"source-missing", "The text of a cited source was not found.",
       "Put it beside the others under the source's id."},
      {"source-paragraph", "A source has fewer paragraphs than the one cited.",
       "Mend 'at' of the evidence: paragraphs are parted by blank lines and counted from 1."},
      {"source-terms", "A term does not stand in the cited paragraph.",
       "Mend 'terms' or 'at' of the evidence."},
  };
  return table;
}

const Fault* fault(std::string_view code) {
  const auto& all = faults();
  const auto row =
      std::find_if(all.begin(), all.end(), [code](const Fault& one) { return one.code == code; });
  return row == all.end() ? nullptr : &*row;
}

}  // namespace entente
