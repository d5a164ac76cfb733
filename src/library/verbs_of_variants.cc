// The table of verbs, second part: the case with its assumptions changed, and analysed again and again.
#include "library/verb_answers.h"
#include "library/verb_rows.h"

namespace entente::rows {
namespace {

constexpr std::size_t changes_in_deep = 3;

void set_deep(Question& question, const Given& given) {
  if (std::get<bool>(given)) question.robust.changes = changes_in_deep;
}
void set_pairs(Question& question, const Given& given) {
  if (std::get<bool>(given)) question.robust.changes = 2;
}

/// In a request the table itself, where the command line names a file.
void set_chances(Question& question, const Given& given) {
  question.sample.chances = Input{.name = "chances", .content = std::get<std::string>(given)};
}

std::vector<Argument> robust_arguments() {
  return about_case(
      {{"about",
        Kind::text,
        "ID",
        "One conclusion or one assumption alone, by its id in the answer as --json",
        into<&Question::robust, &RobustRequest::about>,
        {.manual =
             "It is told what it takes to overturn the conclusion, or what falls with the assumption."}},
       {"pairs", Kind::flag, "", "Look for sets of two changes that overturn a conclusion, too", set_pairs},
       {"deep",
        Kind::flag,
        "",
        "Look for sets of two and three changes that overturn a conclusion, too",
        set_deep,
        {.excludes = "pairs"}},
       {"witness",
        Kind::folder,
        "DIR",
        "Write, for each conclusion, a case in which it falls: DIR/CONCLUSION.toml",
        into<&Question::command_line, &CommandLine::cases_in>,
        {.taker = Taker::program, .manual = "Its plain analysis has another conclusion."}},
       {"svg",
        Kind::file,
        "FILE",
        "Draw what rests on what, too",
        into<&Question::command_line, &CommandLine::svg>,
        {.taker = Taker::program,
         .manual = "That is which conclusion falls with which assumption and with which piece of evidence."}},
       answers(),
       force()},
      Means::budget);
}

Verb robust_row() {
  return {
      "robust",
      "Tell which assumption and which evidence each conclusion rests on",
      "Each change to what the case assumes is made alone, the case is analysed again, and the conclusions "
      "are "
      "compared. "
      "Then it looks for the smallest set of changes that overturns each conclusion, up to two changes, and "
      "for what falls with each piece of evidence. "
      "Changes are a statement dropped, swapped with the next less important one or reversed, a demand "
      "waived, a rule dropped, a restriction on an option lifted or put on, and a weight made a fifth "
      "lighter "
      "or heavier. "
      "At a terminal, progress stands on standard error; Ctrl-C ends the search, prints what is done and "
      "gives exit status 3.",
      "  entente robust cases/northern-territories.toml\n"
      "  entente robust my-case.toml --about stability/seq/north --deep\n"
      "  entente robust my-case.toml --witness overturned/ --json",
      json_or_text,
      robust_arguments(),
      call<&Question::robust, &robust>};
}

std::vector<Argument> unlock_arguments() {
  return about_case(
      {{"to", Kind::text, "FORMULA",
        "For a state to rest where the formula holds, not for a settlement to hold",
        into<&Question::unlock, &UnlockRequest::to>},
       state("For the state with this number to rest, not for a settlement",
             into<&Question::unlock, &UnlockRequest::state>, "to"),
       {"party",
        Kind::text,
        "PARTY",
        "With --state: for it to be stable for this party, by what this party wants",
        into<&Question::unlock, &UnlockRequest::party>,
        {.needs = "state"}},
       {"rankings",
        Kind::flag,
        "",
        "With --party: by any ranking, what it must like no better than the state",
        into<&Question::unlock, &UnlockRequest::rankings>,
        {.needs = "party",
         .manual =
             "These are sets of situations of which none can be spared, the smallest first, and up to "
             "1,000 of them. "
             "Of at most eight situations it is told, too, with how many of the party's strict rankings "
             "the state is stable for it."}},
       concept_of("concept", "How far the parties look ahead: nash, gmr, smr, seq (the default) or sseq",
                  into<&Question::unlock, &UnlockRequest::under>),
       answers()},
      Means::budget);
}

Verb unlock_row() {
  return {
      "unlock",
      "Find the least that would have to change for a settlement to hold",
      "These are the smallest sets of up to two changes, the weakest-founded first, after which a settlement "
      "that all accept lasts.",
      "  entente unlock cases/northern-territories.toml --to two-and-more\n"
      "  entente unlock my-case.toml --state 12 --party north\n"
      "  entente unlock cases/euphrates.toml --state 1 --party syria --rankings --concept nash",
      json_or_text,
      unlock_arguments(),
      call<&Question::unlock, &unlock>};
}

Argument perhaps_a_case() {
  Argument row = one_case();
  row.more.needed = false;
  return row;
}

std::vector<Argument> sample_arguments() {
  return about(
      {perhaps_a_case(), as_of()},
      {{"variants",
        Kind::count,
        "N",
        "How many variants, 10000 if not given",
        into<&Question::sample, &SampleRequest::variants>,
        {.least = 1, .most = most_variants}},
       {"seed", Kind::count, "S", "Which variants: the same seed gives the same, 1 if not given",
        into<&Question::sample, &SampleRequest::seed>},
       {"chances",
        Kind::text,
        "",
        "The table of chances: with which chance an assumption fails, a row a line",
        set_chances,
        {.taker = Taker::request}},
       {"chances",
        Kind::file,
        "FILE",
        "With which chance an assumption fails, a row a line: stated B2 0.05",
        into<&Question::command_line, &CommandLine::chances>,
        {.taker = Taker::program,
         .manual = "A row has a basis, a grade if it is for one, and a chance. "
                   "What the file does not say stays as the program has it."}},
       {"part",
        Kind::text,
        "I/N",
        "Only the i-th of n parts, for --merge: 3/8",
        into<&Question::command_line, &CommandLine::part>,
        {.taker = Taker::program, .manual = "The answer is the sums of this part."}},
       answers(),
       output("Where to write, whole or not at all; standard output without it", {}),
       force(),
       {"merge",
        Kind::files,
        "FILE...",
        "Add parts up; the answer is that of the whole",
        into<&Question::command_line, &CommandLine::parts>,
        {.taker = Taker::program,
         .manual = "It is the same byte for byte, and there is no case beside them. "
                   "Parts that do not belong together, are there twice or are missing are refused."}}},
      Means::budget);
}

Verb sample_row() {
  return {
      "sample",
      "Let assumptions fail by lot, and tell in which share of variants each conclusion stands",
      "The chance of an assumption depends on how firm it is, and each share has its 95 % Wilson interval. "
      "The shares are about the assumptions of the model and are no forecasts. "
      "A variant depends on the seed and its number only.",
      "  entente sample cases/northern-territories.toml --variants 10000 --seed 1\n"
      "  entente sample --merge part-*.json",
      json_or_text,
      sample_arguments(),
      call<&Question::sample, &sample>};
}

Verb links_row() {
  return {"links",
          "Tell what linked disputes do to one another",
          "A case with [[include]] is one of several disputes. "
          "This looks at each of them alone, at all together without the links and with them, and tells what "
          "each link "
          "does, what parties give in one dispute for what they gain in another, and which situations that "
          "could last "
          "the links take away or add.",
          "  entente links cases/japan-russia-2016.toml",
          json_or_text,
          about({one_case()}, {}, Means::budget),
          call<&Question::links, &links>};
}

Verb changes_row() {
  return {"changes",
          "Tell what the case assumes, and which changes can be made to it",
          {},
          no_program,
          only_json,
          about({as_of()}, {}, Means::budget, false),
          answer_changes};
}

Verb keep_row() {
  return {"keep",
          "Write the case's own text with its changes in it, comments and layout kept",
          {},
          no_program,
          only_text,
          about({as_of()},
                {{"file",
                  Kind::text,
                  "",
                  "Whose text, of a case that includes others: its own name, or that of a file it includes",
                  into<&Question::word>,
                  {.taker = Taker::request}}},
                Means::budget, false),
          answer_keep};
}

}  // namespace

std::vector<Verb> what_changes_would_do() {
  return {robust_row(), unlock_row(), sample_row(), links_row(), changes_row(), keep_row()};
}

}  // namespace entente::rows
