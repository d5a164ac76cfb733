// The table of verbs, third part: pages and pictures.
#include "library/verb_answers.h"
#include "library/verb_rows.h"

namespace entente::rows {
namespace {

Verb report_row() {
  return {"report",
          "Write the whole answer as one page for a browser or a printer, with the engine in it",
          "It asks nothing of anywhere, so that it can be read from a disk; the engine is in it, so that its "
          "reader "
          "can switch any assumption and see what that changes.",
          "  entente report cases/northern-territories.toml -o northern-territories.html\n"
          "  entente report my-case.toml --redact -o for-others.html",
          only_text,
          about_case({output("The page to write, whole or not at all; standard output without it", {}),
                      force(),
                      answers(),
                      {"redact",
                       Kind::flag,
                       "",
                       "Leave out what the case marks as confidential; the page then carries no engine",
                       into<&Question::report, &ReportRequest::redact>,
                       {.manual = "The verdicts stay those of the whole case."}}},
                     Means::budget, false),
          call<&Question::report, &report>};
}

Verb verify_row() {
  return {"verify",
          "Tell whether a page says what the program says of its case",
          "Of a page that does not, it tells which of its parts; the exit status is 0 where it is true, 1 "
          "where it "
          "is not.",
          "  entente verify northern-territories.html cases/northern-territories.toml",
          no_request,
          about({{"FILES",
                  Kind::files,
                  "PAGE CASE",
                  "The page and its case: files, or - for standard input",
                  into<&Question::command_line, &CommandLine::cases>,
                  {.taker = Taker::program, .needed = true, .values = 2}}},
                {}, Means::budget, false)};
}

Verb draw_row() {
  return {
      "draw",
      "Draw one picture of a case, as SVG",
      "It says of which case and which day it is, needs nothing else and can be read without colour. "
      "Where the case has no such picture, it says why.",
      "  entente draw cases/northern-territories.toml -o moves.svg\n"
      "  entente draw my-case.toml --picture ladder --party north -o north.svg\n\n"
      "Pictures: graph, integrated, ladder, settlements, staircase, stakes, gap, timeline,\n"
      "          tornado, evidence, links",
      only_text,
      about_case(
          {{"picture",
            Kind::word,
            "NAME",
            "Which picture, one of those below; graph if not given",
            into<&Question::draw, &DrawRequest::picture>,
            {.words = picture_names,
             .manual =
                 "They are `graph`, the moves between the situations that matter; `integrated`, all "
                 "moves between up to 32 situations, one kind of line a party; `ladder`, the "
                 "wishes of a party, the most important first; `settlements`, which of them suits "
                 "whom; `staircase`, the best way to the recommended one; `stakes`, who holds what, "
                 "today and then; `gap`, what would have to give way; `timeline`, the past and how the model "
                 "fits it; `tornado` and `evidence`, what the conclusions rest on; `links`, linked disputes "
                 "and "
                 "what is traded between them."}},
           {"party", Kind::text, "PARTY", "Whose ladder, the first party's if not given",
            into<&Question::draw, &DrawRequest::party>},
           answers(),
           output("Where to write; standard output without it", {}),
           force()},
          Means::budget, false),
      call<&Question::draw, &draw>};
}

Verb page_row() {
  return {"page",
          "Write the parts of a report's page with changes made; a part that they do not touch is empty",
          {},
          no_program,
          only_json,
          about({as_of()},
                {answers(),
                 state("Look at the situation with this number", into<&Question::page, &PageRequest::state>),
                 {"sections",
                  Kind::texts,
                  "",
                  "Only the parts with these ids",
                  into<&Question::page, &PageRequest::sections>,
                  {.taker = Taker::request}},
                 {"bar_alone",
                  Kind::flag,
                  "",
                  "No part but the bar, which is sooner done",
                  into<&Question::page, &PageRequest::bar_alone>,
                  {.taker = Taker::request}}},
                Means::budget, false),
          answer_page};
}

}  // namespace

std::vector<Verb> what_is_written() {
  return {report_row(), verify_row(), draw_row(), page_row()};
}

}  // namespace entente::rows
