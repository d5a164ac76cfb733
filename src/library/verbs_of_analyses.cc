// The table of verbs, first part: what a case comes to, and two cases compared.
#include "library/verb_answers.h"
#include "library/verb_rows.h"

namespace entente::rows {
namespace {

constexpr std::string_view how_far =
    "How far the parties look ahead: nash, gmr, smr, seq (the default) or sseq";

void set_csv(Question& question, const Given& given) {
  if (std::get<bool>(given)) question.form = Form::csv;
}

Verb analyze_row() {
  return {
      "analyze",
      "Write the brief: the whole analysis in plain words (the default verb)",
      "Of several cases each brief stands under the name of its file.",
      "  entente analyze cases/northern-territories.toml\n"
      "  entente cases/northern-territories.toml --long",
      json_or_text,
      about(
          {any_cases(), as_of()},
          {{"long", Kind::flag, "", "Leave nothing out", into<&Question::analyze, &AnalyzeRequest::in_full>},
           {"short",
            Kind::flag,
            "",
            "Only the five lines that are the whole",
            into<&Question::analyze, &AnalyzeRequest::in_short>,
            {.excludes = "long"}},
           {"proof",
            Kind::file,
            "FILE",
            "Write a certificate of the verdicts too, for tools/verify",
            into<&Question::command_line, &CommandLine::certificate>,
            {.taker = Taker::program,
             .manual = "It certifies the stability verdicts at the status quo, the settlements of the zone "
                       "and the places of rest too, about one case at a time and at its own date, not with "
                       "--as-of."}},
           answers(),
           force()},
          Means::all),
      call<&Question::analyze, &analyze>};
}

Verb check_row() {
  return {
      "check",
      "Look for faults in cases, and for what is probably not meant",
      "A case that has no faults gets a summary line. What is no fault, but probably not meant, is a "
      "warning: an event that changes nothing, a wish that every situation meets, a rule that closes every "
      "way to a "
      "settlement. The other verbs say how many warnings there are. In JSON there is one object a case, each "
      "on a line of its own.",
      "  entente check cases/*.toml\n"
      "  entente check my-case.toml --strict\n"
      "  entente check my-case.toml --sources articles/",
      json_or_text,
      about({any_cases(), as_of()},
            {{"sources",
              Kind::folder,
              "DIR",
              "Verify the evidence against DIR/SOURCE.txt, the text of each source",
              into<&Question::check, &CheckRequest::sources>,
              {.taker = Taker::program,
               .manual = "The file is named after the source's id, and the paragraph that each piece of "
                         "evidence cites must contain its terms."}},
             {"strict",
              Kind::flag,
              "",
              "Warnings are faults",
              into<&Question::check, &CheckRequest::strict>,
              {.manual = "A case with a warning then has exit status 1."}}},
            Means::budget),
      call<&Question::check, &check>};
}

Verb audit_row() {
  return {"audit",
          "Tell of each piece of evidence whether it stands in the text of its source",
          "With --stamp each piece that stands in a paragraph gets its `hash`, by which a later audit knows "
          "it again; "
          "a hash that is there already is never replaced.",
          "  entente audit my-case.toml --sources articles/\n"
          "  entente audit my-case.toml --sources articles/ --stamp",
          no_request,
          about({one_case()},
                {{"sources",
                  Kind::folder,
                  "DIR",
                  "The texts of the sources, each in DIR/SOURCE.txt",
                  into<&Question::audit, &AuditRequest::sources>,
                  {.taker = Taker::program, .needed = true}},
                 {"stamp",
                  Kind::flag,
                  "",
                  "Write the SHA-256 of each cited paragraph into the case",
                  into<&Question::audit, &AuditRequest::stamp>,
                  {.taker = Taker::program,
                   .manual = "The rest of the file stays as it is. A case with faults gets none."}}},
                Means::budget),
          call<&Question::audit, &audit>};
}

void add_table(Question& question, const Given& given, const char* id) {
  if (std::get<bool>(given)) question.tables.tables.emplace_back(id);
}

/// A flag for one of the tables of the books.
Argument table(std::string_view name, std::string_view meaning, void (*set)(Question&, const Given&),
               std::string_view manual = {}) {
  return {name, Kind::flag, "", meaning, set, {.manual = manual}};
}

std::vector<Argument> states_arguments() {
  return about_case(
      {concept_of("only", "Only the equilibria of a concept: nash, gmr, smr, seq or sseq",
                  into<&Question::states, &StatesRequest::only>),
       {"where",
        Kind::text,
        "FORMULA",
        "Only the states where the formula holds",
        into<&Question::states, &StatesRequest::where>,
        {.manual = "The numbers stay those of the whole."}},
       state("Only the state with this number", into<&Question::states, &StatesRequest::state>),
       {"coalitions",
        Kind::flag,
        "",
        "What is stable for coalitions, too",
        into<&Question::states, &StatesRequest::coalitions>,
        {.manual = "That is for each coalition of two or more parties."}},
       {"coalition_size",
        Kind::count,
        "N",
        "Only coalitions of up to so many parties; needed where there are more than 8",
        into<&Question::states, &StatesRequest::coalition_size>,
        {.least = 2,
         .most = 32,
         .manual = "It means --coalitions, too, and `coalition:concept` then regards no "
                   "larger ones."}},
       {"limit",
        Kind::count,
        "N",
        "Of those chosen, list only the first so many",
        into<&Question::states, &StatesRequest::limit>,
        {.least = 1, .most = most_listed}},
       {"sim",
        Kind::flag,
        "",
        "What is stable if others act at the same time, too",
        into<&Question::states, &StatesRequest::sim>,
        {.manual =
             "That is simultaneous sanctioning: whether improvements that one or more others make at the "
             "same moment, one each, leave the party no better off. It is no part of what is stable."}},
       {"strong",
        Kind::flag,
        "",
        "What is stable if only what is strongly worse deters, too",
        into<&Question::states, &StatesRequest::strong>,
        {.manual = "That is strength of preference: whether each answer that deters leaves a party strongly "
                   "worse off, by its statements with `strong = true` alone. It is told of GMR, SMR and SEQ, "
                   "and no part of what is stable."}},
       {"horizon",
        Kind::text,
        "H",
        "What is stable if two parties look H moves ahead, too; or all",
        into<&Question::states, &StatesRequest::horizon>,
        {.manual = "That is limited-move stability; with `all`, non-myopic stability, which is for all "
                   "horizons from "
                   "some one on. It is of two parties that like no two states equally and take no joint "
                   "acts, and no "
                   "part of what is stable."}},
       table(
           "table", "The states as a table: a column a state, a row an option with Y and N",
           [](Question& q, const Given& given) { add_table(q, given, "options"); },
           "An option of more values has a row a value, and one of numbers a row with them. Where all is Y "
           "and N the last row is the decimal number."),
       table(
           "vectors", "The preference vector of each party",
           [](Question& q, const Given& given) { add_table(q, given, "vectors"); },
           "It leads from the best to the worst, with what a party likes equally in braces."),
       table(
           "tableau", "The stability tableau of Fraser and Hipel",
           [](Question& q, const Given& given) { add_table(q, given, "tableau"); },
           "Over each party's vector it has E or x, and r, s or u, and below it the improvements; with --sim "
           "it "
           "puts a slash behind the u of what is stable by improvements that others make at the same "
           "moment."),
       table("moves", "Where one move of each party leads",
             [](Question& q, const Given& given) { add_table(q, given, "moves"); }),
       table("improvements", "The same, of moves to what their party likes better",
             [](Question& q, const Given& given) { add_table(q, given, "improvements"); }),
       table("removed", "What each rule removes of all combinations",
             [](Question& q, const Given& given) { add_table(q, given, "removed"); }),
       {"by_rank", Kind::text, "PARTY", "The states of --table in this party's order, the best first",
        into<&Question::tables, &TablesRequest::by_rank>},
       {"layout",
        Kind::word,
        "LAYOUT",
        "Tables as text, csv, markdown, latex or html",
        into<&Question::tables, &TablesRequest::layout>,
        {.words = table_layouts}},
       answers(),
       {"csv",
        Kind::flag,
        "",
        "Answer in CSV, for programs",
        set_csv,
        {.taker = Taker::program, .excludes = "json", .manual = "It has a header and a row a state."}}},
      Means::all);
}

/// Tables, where any is asked for.
Answer answer_states(const Question& question, const Sink& out) {
  if (!question.tables.any()) return call<&Question::states, &states>(question, out);
  TablesRequest tables = question.tables;
  tables.of = question.states;
  tables.of.form = question.form;
  return state_tables(question.input, tables, question.look, out);
}

Verb states_row() {
  return {"states",
          "List the feasible states: who likes which, and which are stable",
          "Each has a number. In JSON they are an array with an object a state.",
          "  entente states cases/northern-territories.toml --only seq\n"
          "  entente states my-case.toml --where 'north.share = 50' --csv\n"
          "  entente states cases/elmira.toml --table --vectors --tableau --layout latex",
          {Form::json, Form::text, Form::csv},
          states_arguments(),
          answer_states};
}

Verb settle_row() {
  return {
      "settle",
      "Find the agreements that all accept, or what it would take to have one",
      "All are the parties whose consent it takes. "
      "It tells which agreements are efficient and which are recommended; where there are none, every least "
      "set of conditions that would have to be set aside to have one.",
      "  entente settle cases/northern-territories.toml\n"
      "  entente settle my-case.toml --json",
      json_or_text,
      about_cases({answers()}, Means::all),
      call<&Question::settle, &settle>};
}

std::vector<Argument> why_arguments() {
  return about_case(
      {state("The state with this number, not the status quo", into<&Question::why, &WhyRequest::state>,
             "at"),
       {"at", Kind::text, "FORMULA", "The first state where the formula holds",
        into<&Question::why, &WhyRequest::at>},
       {"party",
        Kind::text,
        "PARTY",
        "For this party, not for each",
        into<&Question::why, &WhyRequest::party>,
        {.excludes = "coalition", .manual = "A party is called by its id or its name."}},
       {"coalition",
        Kind::text,
        "PARTY,PARTY",
        "For these parties together: what would be a gain for each of them",
        into<&Question::why, &WhyRequest::coalition>,
        {.manual = "It is what they can bring about by moves of "
                   "their own."}},
       concept_of("concept", how_far, into<&Question::why, &WhyRequest::under>),
       {"all",
        Kind::flag,
        "",
        "Every improvement, not only the clearest",
        into<&Question::why, &WhyRequest::in_full>,
        {.manual = "Without it, where stable, some that hold nothing superfluous, and where not, one."}},
       answers()},
      Means::all);
}

Verb why_row() {
  return {"why",
          "Tell why a state is stable, or is not: who would gain by what, and what the others answer",
          "It goes step by step, with what each step does for the one who takes it. "
          "Where the state is stable, it tells the gains and the shortest answer that deters each; where "
          "not, the "
          "first that nothing deters and how far the best answer falls short. "
          "Without other flags, it is about the status quo and every party.",
          "  entente why cases/northern-territories.toml --party japan\n"
          "  entente why my-case.toml --at 'north.share = 50' --coalition north,south",
          json_or_text,
          why_arguments(),
          call<&Question::why, &why>};
}

Verb outlook_row() {
  return {"outlook",
          "Show where the dispute is heading, and where it could come to rest",
          "It begins at the status quo, and tells which equilibria could come about at the price of how many "
          "concessions.",
          "  entente outlook cases/northern-territories.toml\n"
          "  entente outlook my-case.toml --concept gmr",
          json_or_text,
          about_cases(
              {concept_of("concept", how_far, into<&Question::outlook, &OutlookRequest::under>), answers()},
              Means::all),
          call<&Question::outlook, &outlook>};
}

std::vector<Argument> path_arguments() {
  return about_cases(
      {{"to", Kind::text, "FORMULA", "Where to go: where the formula holds, not to an agreement",
        into<&Question::path, &PathRequest::to>},
       state("Where to go: to the state with this number", into<&Question::path, &PathRequest::state>, "to"),
       {"from",
        Kind::text,
        "FORMULA",
        "Where to start, not at the status quo",
        into<&Question::path, &PathRequest::from>,
        {.manual = "Of the states where the formula holds it is the best one."}},
       {"safe",
        Kind::flag,
        "",
        "Never leave a party whose consent is needed worse off than today",
        into<&Question::path, &PathRequest::safe>,
        {.manual = "That holds after every step, and today is the "
                   "status quo of the case."}},
       {"by",
        Kind::text,
        "DATE",
        "The deadline, instead of the case's: 2018, 2018-06 or 2018-06-30",
        into<&Question::path, &PathRequest::by>,
        {.manual = "A month or a year means its last day. With --to there is no other deadline."}}},
      Means::all);
}

Verb path_row() {
  return {"path",
          "Find the way to an agreement, or to any state, that takes the least",
          "It is the one of the fewest concessions, then of the fewest moves, that is done in time.",
          "  entente path cases/northern-territories.toml --safe\n"
          "  entente path my-case.toml --to 'north.share = 50' --by 2018-06-30",
          json_or_text,
          path_arguments(),
          call<&Question::path, &path>};
}

Verb history_row() {
  return {
      "history",
      "Test the case on its past: would it have expected what each party did?",
      "It tells the state before the first event and after each, what each change was for those whose doing "
      "it was, and whether the state before was stable for them; at the end, how many of these moves were "
      "gains, with the statements that have dates and without them.",
      "  entente history cases/northern-territories.toml\n"
      "  entente history my-case.toml --json",
      json_or_text,
      about_cases({answers()}, Means::budget),
      call<&Question::history, &history>};
}

std::vector<Argument> diff_arguments() {
  return about({{"CASE",
                 Kind::files,
                 "OLD NEW",
                 "Two cases, the old one first: files, or - for standard input",
                 into<&Question::command_line, &CommandLine::cases>,
                 {.taker = Taker::program, .needed = true, .values = 2}},
                as_of()},
               {{"all",
                 Kind::flag,
                 "",
                 "Every conclusion that changed, one by one",
                 into<&Question::diff, &DiffRequest::in_full>,
                 {.manual = "Without it, what matters most first, in under 30 lines."}},
                answers(),
                {"after",
                 Kind::text,
                 "",
                 "The case as it became; the same text if not given",
                 into<&Question::after>,
                 {.taker = Taker::request}},
                {"after_name",
                 Kind::text,
                 "",
                 "What messages call the case as it became",
                 into<&Question::after_name>,
                 {.taker = Taker::request}},
                {"after_beside",
                 Kind::texts,
                 "",
                 "What the case as it became includes; what is beside the first if not given",
                 [](Question& question, const Given& given) { question.after_beside = files_beside(given); },
                 {.taker = Taker::request}},
                {"after_changes",
                 Kind::texts,
                 "",
                 "Changes made to the case as it became",
                 into<&Question::after_changes>,
                 {.taker = Taker::request}}},
               Means::budget);
}

Verb diff_row() {
  return {"diff",
          "Tell what changed between two cases, and which edit changed which conclusion",
          "The edits that an answer could depend on come first, numbered, then what else differs (names, "
          "reasons, "
          "sources, evidence), then the conclusions that are others now, what is recommended first, with the "
          "edits of which each alone, or the two that together, change them so. "
          "Its exit statuses are those of diff(1): 0 where the conclusions are the same, 1 where they are "
          "different, 2 for trouble; see `EXIT STATUS`.",
          "  entente diff old.toml new.toml\n"
          "  git show HEAD:my-case.toml | entente diff - my-case.toml --json",
          json_or_text,
          diff_arguments(),
          answer_diff};
}

}  // namespace

std::vector<Verb> analyses() {
  return {analyze_row(), check_row(),   audit_row(), states_row(),  settle_row(),
          why_row(),     outlook_row(), path_row(),  history_row(), diff_row()};
}

}  // namespace entente::rows
