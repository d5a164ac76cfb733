// The table of verbs, fourth part: other programs' files read and written.
#include "library/verb_rows.h"

namespace entente::rows {
namespace {

/// The file that import or export makes.
Argument new_file() {
  return output("The file to make, never over one with a content; standard output for - or none",
                "It is written whole or not at all.");
}

}  // namespace

Verb import_row() {
  return {"import",
          "Make a case of another program's files, and say what it could not take",
          "What kind of files they are their content tells: a conflict that GMCR+ saved (.gmcr), a table of "
          "states (.csv), a row a state, a game in normal form of Gambit (.nfg), a negotiation domain of "
          "GENIUS with the profiles of its parties (.xml), the profiles of a negotiation of GeniusWeb or "
          "NegoLog (.json), or tables of events of GDELT or ACLED, as docs/exchange.md has it. "
          "Of a folder the files of a kind are taken, in the order of their names. "
          "What could not be taken is said on standard error and in comments at the head of the case.",
          "  entente import elmira.gmcr -o elmira.toml\n"
          "  entente import dilemma.csv | entente -\n"
          "  entente import states.csv --transitions moves.csv -o my-case.toml\n"
          "  entente import domain.xml buyer.xml seller.xml -o my-case.toml\n"
          "  entente import acled.csv --from 2016 --to 2016-04 --parties actors.csv -o my-case.toml",
          no_request,
          {{"FILE",
            Kind::files,
            "FILE...",
            "A file of another program, or - for standard input; or a folder",
            into<&Question::command_line, &CommandLine::imported>,
            {.taker = Taker::program, .needed = true}},
           {"as",
            Kind::word,
            "KIND",
            "Their kind: gmcr, table, nfg, genius, geniusweb, negolog, gdelt or acled",
            into<&Question::importing, &ImportRequest::as>,
            {.taker = Taker::program, .words = import_kinds, .manual = "Without it their content tells."}},
           {"transitions",
            Kind::file,
            "FILE",
            "Who can move from where to where: a table with columns party, from and to",
            into<&Question::command_line, &CommandLine::transitions>,
            {.taker = Taker::program,
             .manual = "It goes with a table of states, whose parties choose freely without it. "
                       "States are called by their ids or by the numbers of their rows."}},
           {"from",
            Kind::text,
            "DATE",
            "The first day of events that are taken: a day, a month or a year",
            into<&Question::importing, &ImportRequest::from>,
            {.taker = Taker::program}},
           {"to",
            Kind::text,
            "DATE",
            "The last day of events that are taken, which becomes the date of the case",
            into<&Question::importing, &ImportRequest::to>,
            {.taker = Taker::program}},
           {"parties",
            Kind::file,
            "FILE",
            "Which actors of events are which parties: a table with columns actor and party",
            into<&Question::command_line, &CommandLine::parties>,
            {.taker = Taker::program,
             .manual = "It goes with tables of events, as --from and --to do. Of rows of these parties and "
                       "days drafts of events are made, and never wishes."}},
           new_file()}};
}

Verb export_row() {
  return {
      "export",
      "Write a case for another program, and say what it could not carry over",
      "A table of states has a row a state, with each party's rank; import reads it again. "
      "A game in normal form (nfg) is made of a case in which each party has one choice, which it is free "
      "to make, a conflict of GMCR+ (gmcr) of one in which nobody acts jointly and options alone say what "
      "moves are. "
      "Tables for papers and slides are those of `entente states --table`, with --layout.",
      "  entente export cases/elmira.toml --as table -o elmira.csv\n"
      "  entente export my-case.toml --as table -o states.csv --transitions moves.csv",
      no_request,
      about_case({{"as",
                   Kind::word,
                   "KIND",
                   "What to write: table, of states, as CSV; nfg, for Gambit; or gmcr, for GMCR+",
                   into<&Question::exporting, &ExportRequest::as>,
                   {.taker = Taker::program, .needed = true, .words = export_kinds}},
                  {"transitions",
                   Kind::file,
                   "FILE",
                   "A second file to make: the moves of each party, as CSV",
                   into<&Question::command_line, &CommandLine::moves_to>,
                   {.taker = Taker::program,
                    .manual = "Its columns are party, from and to; states are called by their ids or the "
                              "numbers of their rows."}},
                  new_file()},
                 Means::budget, false)};
}

}  // namespace entente::rows
