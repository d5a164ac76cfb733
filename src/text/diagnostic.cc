// Faults and warnings with their places: printed one by one, and a list of them.
#include "text/diagnostic.h"

#include <fmt/format.h>
#include <algorithm>
#include <set>
#include <tuple>

#include "text/unicode.h"

namespace entente {

bool Diagnostics::faulty() const {
  return std::any_of(all_.begin(), all_.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

void Diagnostics::make_strict() {
  for (Diagnostic& one : all_) one.severity = Severity::error;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string_view, std::string_view>> seen;
  std::vector<Diagnostic> once;
  for (const Diagnostic& one : all_) {
    if (seen.emplace(one.at.begin, one.at.end, one.code, one.message).second) once.push_back(one);
  }
  std::stable_sort(once.begin(), once.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at.begin < b.at.begin; });
  return once;
}

namespace {

constexpr unsigned widest_line = 100;     // columns of an excerpt
constexpr unsigned widest_marked = 60;    // of them at most under the caret
constexpr unsigned least_before = 30;     // and these before it, where there are any
constexpr unsigned widest_message = 400;  // columns
constexpr std::size_t most_printed = 200;

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view red = "\x1b[1;31m";
constexpr std::string_view yellow = "\x1b[1;33m";
constexpr std::string_view cyan = "\x1b[1;36m";
constexpr std::string_view green = "\x1b[1;32m";
constexpr std::string_view plain = "\x1b[0m";

std::string painted(std::string_view words, std::string_view colour, Printing printing) {
  if (!printing.colour || words.empty()) return std::string(words);
  return fmt::format("{}{}{}", colour, words, plain);
}

unsigned width(std::string_view shown) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < shown.size();) {
    const CodePoint point = first_code_point(shown.substr(i));
    sum += display_width(point.value);
    i += point.bytes;
  }
  return sum;
}

std::size_t previous_code_point(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && !starts_code_point(text[at]));
  return at;
}

/// The end of a text that is at most so many columns wide, with an ellipsis where something was cut.
std::string tail(std::string_view text, unsigned columns) {
  std::size_t begin = text.size();
  unsigned taken = 0;
  for (unsigned points = 0; begin > 0 && points < 4 * columns; ++points) {
    const std::size_t previous = previous_code_point(text, begin);
    const CodePoint point = first_code_point(text.substr(previous));
    taken += unprintable(point.value) ? 1 : display_width(point.value);
    if (taken > columns) break;
    begin = previous;
  }
  std::string shown = begin > 0 ? "…" : "";
  return shown += one_line(text.substr(begin), columns);
}

/// The line of a place in three parts: before the place, the place, behind it.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string behind;
};

Excerpt excerpt(const Text& text, Place at) {
  const Place whole = text.line_of(at.begin);
  const std::string_view line = text.at(whole);
  const std::uint32_t line_begin = whole.begin;
  const std::size_t begin = std::min<std::size_t>(at.begin - std::min(line_begin, at.begin), line.size());
  const std::size_t end = std::clamp<std::size_t>(at.end - std::min(line_begin, at.end), begin, line.size());
  Excerpt parts;
  parts.marked = one_line(line.substr(begin, end - begin), widest_marked);
  const std::string behind = one_line(line.substr(end), widest_line);
  const unsigned taken = width(parts.marked) + std::min(width(behind), widest_line / 2);
  parts.before =
      tail(line.substr(0, begin), std::max(least_before, widest_line - std::min(taken, widest_line)));
  const unsigned used = width(parts.before) + width(parts.marked);
  parts.behind = one_line(line.substr(end), widest_line - std::min(used, widest_line));
  return parts;
}

std::string shown_line(const Text& text, Place at, std::string_view help, Printing printing) {
  const Excerpt parts = excerpt(text, at);
  const std::string carets(std::max(1U, width(parts.marked)), '^');
  const std::string blanks(width(parts.before), ' ');
  std::string answer = painted(carets, green, printing);
  if (!help.empty()) answer.append(" ").append(painted(one_line(help, widest_message), green, printing));
  return fmt::format("{:>5} | {}{}{}\n{:>5} | {}{}\n", text.position(at.begin).line, parts.before,
                     parts.marked, parts.behind, "", blanks, answer);
}

std::string head(const Text& text, Place at, std::string_view kind, std::string_view colour,
                 std::string_view message, Printing printing) {
  const Position position = text.position(at.begin);
  const std::string where =
      fmt::format("{}:{}:{}:", one_line(text.name(at.begin), widest_message), position.line, position.column);
  return fmt::format("{} {} {}", painted(where, bold, printing), painted(kind, colour, printing),
                     one_line(message, widest_message));
}

}  // namespace

std::string printed(const Diagnostic& diagnostic, const Text& text, Printing printing) {
  const bool error = diagnostic.severity == Severity::error;
  std::string page = head(text, diagnostic.at, error ? "error:" : "warning:", error ? red : yellow,
                          diagnostic.message, printing);
  page += fmt::format(" [{}]\n", diagnostic.code);
  if (!text.content().empty()) page += shown_line(text, diagnostic.at, diagnostic.help, printing);
  for (const Note& note : diagnostic.notes) {
    page += head(note.text ? *note.text : text, note.at, "note:", cyan, note.message, printing) + "\n";
  }
  return page;
}

std::string printed(const Diagnostics& diagnostics, const Text& text, Printing printing) {
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  std::string page;
  for (std::size_t i = 0; i < std::min(sorted.size(), most_printed); ++i) {
    page += printed(sorted[i], text, printing);
  }
  if (sorted.size() > most_printed) {
    page +=
        fmt::format("{}: and {} more\n", one_line(text.name(), widest_message), sorted.size() - most_printed);
  }
  return page;
}

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
      {"long-quote", "A quote has more words than the 15 that it may have.",
       "Quote the words that matter, and say the rest in your own in 'claim'."},

      {"bad-colour", "A colour is not # and six hexadecimal digits.",
       "Write for example \"#1f6fb4\": two digits each of red, green and blue."},
      {"bad-hash", "A hash is not a SHA-256: 64 digits, each one of 0 to 9 or a to f.",
       "Take it out, and let 'entente audit --stamp' write it."},
      {"hash-without-paragraph", "Evidence has a hash and cites no paragraph.",
       "Write the number of the paragraph that was read: at = 1 is the first."},

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
      {"expected-comparison", "A sum is compared with nothing.",
       "Write one of = != < <= > >= behind it, and a number, an option or another sum."},
      {"bad-sum", "A sum is not of whole numbers, options, and options times whole numbers.",
       "Write for example a.catch + 2 * b.catch - c.gift <= 610, with white space around '+' and '-'."},
      {"sum-too-long", "A sum has more than 4,096 parts.", "Join parts, or leave some out."},
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
      {"reserved-name", "A name, or a party, is called by a word of the formula language.",
       "Give it another name."},
      {"duplicate-id", "Two things of one kind have the same id.", "Rename one of them."},
      {"duplicate-value", "An option lists a value twice.",
       "Values of an option are distinct; take one out."},
      {"one-value", "An option has fewer than two values.",
       "An option is a choice: list two or more values, or leave 'values' out for no and yes."},
      {"label-count", "An option has more or fewer labels than values.",
       "Write one label for each value, in their order."},
      {"unknown-party", "No party has this id.", "Use the id of a [[party]]."},
      {"unknown-option", "There is no such option of the party, or no such joint option.",
       "Use the id of one of its [[party.option]]s, or of a [[joint]]."},
      {"unknown-value", "The option has no such value.",
       "Use one of the option's 'values'; they are compared as text."},
      {"not-a-number", "An option is added that has a value which is no whole number.",
       "Add options all of whose values are whole numbers; compare another with one of its values."},
      {"number-too-large",
       "A number of a sum is more than a billion, or an option is taken more than a million times.",
       "Count in larger units: thousands, or millions."},
      {"unknown-name", "No condition of this name stands under [names], and no [[state]] has it as its id.",
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
      {"equal-to-none", "The first statement of a party is said to be as important as one before it.",
       "Take 'equal' out, or put the statement behind the one that it is equal to."},
      {"equal-with-weight", "A statement with a weight is said to be as important as the one before it.",
       "Give the two the same weight, or take all weights out."},
      {"strong-with-weight", "A statement with a weight is said to be strong.",
       "Take 'strong' out, or take all weights of the party out."},
      {"strong-behind-another", "A statement is said to be strong, and a more important one is not.",
       "Make all statements before it strong, too, or take 'strong' out."},
      {"strong-in-part", "Of two statements that are equally important one is strong and one is not.",
       "Make both strong, or neither."},
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
      {"state-nowhere", "The formula of a [[state]] holds in no feasible state.",
       "Mend its 'at', or the rules that leave no state that meets it."},
      {"state-named-twice", "Two [[state]]s are the same feasible state.",
       "Make the formulas of their 'at' exclude each other."},
      {"stake-held-twice", "Two parties have a stake at once in a feasible state.",
       "Make the formulas of its 'to' exclude each other."},
      {"too-few-parties", "A joint option is of fewer than two parties.",
       "Make it an option of the one party that can change it alone."},
      {"event-without-member",
       "An event that sets a joint option leaves out a party that has to take part in it.",
       "Name all parties of the option in 'by', or take 'by' out."},
      {"too-many-parties", "A case has more than 32 parties.", "Join parties that act as one."},
      {"too-many-bits", "The options take more than 64 bits.",
       "Take out options or values that decide nothing."},
      {"too-many-named-states", "A case gives ids to more than 4,096 states.",
       "Name those that answers are read for."},
      {"too-many-statements", "A party has more than 4,096 preference statements.",
       "Join or drop statements."},
      {"too-many-moves", "A party has more than 4,096 tables [[party.move]].", "Join or drop some."},
      {"too-many-values", "The comparisons of a case list more values than memory can bear (2^24 in all).",
       "Use fewer values or fewer comparisons of them."},
      {"never-in-force",
       "A statement's 'until' is not after its 'since', so that it is never in force (a warning).",
       "Mend one of the two dates."},

      // links/: cases that include others.
      {"bad-include",
       "An included case does not stand beside the one that includes it, or includes others itself.",
       "Write the name of a file in the same folder, and include all cases in one file."},
      {"too-many-includes", "A case includes more than 16 others.", "Link those that bear on one another."},
      {"link-without-include", "A case has a [[link]] or [[wishes]], and includes no other case.",
       "Name the cases with [[include]], or take it out."},
      {"unknown-include", "No dispute in which the party has wishes is included so.",
       "Use what an [[include]] has as 'as', or 'here' for the case that links them."},
      {"same-party", "Two parties of one dispute would be one party of the whole.",
       "Name another party in [include.same]."},
      {"date-differs",
       "The cases that are linked are of different dates, and the one that links them has none.",
       "Give it a 'date'."},
      {"unknown-statement", "A party has no statement with this id.",
       "Use the id of one of its statements, behind its dispute: treaty.visit; or give the statement an "
       "'id'."},
      {"link-place", "A [[link]] does not stand where it says.",
       "Write \"first\", \"last\", or \"before\" or \"after\" and the id of a statement; not within a group "
       "of equal "
       "ones, and not of a party whose wishes have weights."},
      {"order-and-weights", "The wishes of a party are ordered and weighted at once.",
       "Take one of the two out."},
      {"moves-of-several", "A party lists its moves in one dispute and has options in another.",
       "Say with 'moves' and 'when' of its options what it can do."},
      {"event-told-twice",
       "Two cases that are linked tell an event of one day by the same parties (a warning).",
       "Let one of them tell it, if it is one fact."},
      {"agreement-leaves-out",
       "The agreement of the whole takes a dispute's own, and does not need all parties of that (a warning).",
       "Add them to 'needs', or leave it where their consent is not asked."},

      // warnings/: what is no fault, yet probably not meant.
      {"unused", "A name, a piece of evidence or a source is used by nothing (a warning).",
       "Use it, or take it out."},
      {"same-name", "Parties, options of a party or values of an option are called the same (a warning).",
       "Give them names that readers can tell apart."},
      {"label-form", "A label does not read as a verb behind its party's name (a warning).",
       "Begin it with a verb in small letters, as in \"opens its ports\"; say plural = true of a party that "
       "is many."},
      {"listed-order", "Numbers that are compared are not listed from the least to the greatest (a warning).",
       "List the values from the least to the greatest."},
      {"not-yet-in-force", "A statement's 'since' is after the date of the case (a warning).",
       "Mend the date, or ask with --as-of on a later day."},
      {"deadline-past", "The deadline of the agreement is before the date of the case (a warning).",
       "Mend 'by' of the [agreement], or the date of the case."},
      {"event-to-come", "An event is after the date of the case (a warning).",
       "Mend the date of the event or that of the case."},
      {"same-wish", "Two wishes of a party say the same (a warning).", "Take one of them out."},
      {"event-without-effect", "An event sets options to what they are already (a warning).",
       "Give the option the 'start' that it had before its first event."},
      {"never-met",
       "No situation meets the agreement, a demand, a wish or a condition of a move (a warning).",
       "Mend the formula, or the rules that leave no situation that meets it."},
      {"lists-no-move", "A party has no move such as one of its tables [[party.move]] lists (a warning).",
       "Mend its 'from' or 'to', or the options' 'moves' and 'when'; or take it out."},
      {"always-met", "Every situation meets the agreement, a demand or a wish (a warning).",
       "Mend the formula: it tells no situation from another."},
      {"joint-not-needed",
       "Every settlement takes a joint act of a party whose consent it does not need (a warning).",
       "Add the party to 'needs' of the [agreement], or mend 'when'."},
      {"forbids-nothing", "A rule forbids nothing, or nothing that the other rules leave (a warning).",
       "Mend the rule, or take it out."},
      {"closes-every-way", "No way leads to a settlement because of a rule or a restriction (a warning).",
       "Loosen it, so that the steps to a settlement are feasible one by one."},

      // exchange/: tables that a case is made of.
      {"csv-syntax", "A table breaks the rules of CSV: its quotes, its lines or how many cells they have.",
       "Mend the place shown; a cell with a quote, a separator or a line end in it stands in quotes, and a "
       "quote within it twice."},
      {"table-head", "A column of a table of states is of no kind that is known, or says nothing.",
       "Call it id, status_quo, PARTY.OPTION, rank:PARTY or payoff:PARTY; docs/exchange.md has an example."},
      {"table-row", "A row of a table of states lacks cells, or is not what it is marked as.",
       "Give it a cell in each column, an id of its own, and for the status quo one course of each option."},
      {"table-cell", "A cell of a table of states is empty, or not what its column takes.",
       "Write a course, or - for any; a number for a rank or a payoff; x for the status quo."},
      {"table-overlap", "Two rows of a table have a state in common and do not say the same of it.",
       "Take one of them out, or write courses in place of - so that they exclude each other."},
      {"table-transition",
       "A transition is of no party or state of the table, or no move of its party alone.",
       "Call states by their ids or the numbers of their rows; a party changes only its own options."},
      {"table-parties", "A table of parties does not say of each actor, once, which party it is.",
       "Let its first line be actor,party; then write each actor as the events have it, and its party."},

      // the sources of the evidence, where they are given.
      {"source-missing", "The text of a cited source was not found.",
       "Put it beside the others under the source's id."},
      {"source-paragraph", "A source has fewer paragraphs than the one cited.",
       "Mend 'at' of the evidence: paragraphs are parted by blank lines and counted from 1."},
      {"source-terms", "A term does not stand in the cited paragraph.",
       "Mend 'terms' or 'at' of the evidence."},
      {"source-quote", "A quote does not stand in the cited paragraph.",
       "Copy it from the source word by word, or mend 'at' of the evidence; white space and the kinds of "
       "quotes and dashes may differ."},
      {"source-hash", "The cited paragraph is not the one that was read when its hash was written.",
       "Read it again; where it still says so, take 'hash' out and let 'entente audit --stamp' write it "
       "anew."},
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
