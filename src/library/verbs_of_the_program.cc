// The table of verbs, last part: what is about no case, and the server.
#include "entente/cases.h"
#include "library/answer_schema.h"
#include "library/verb_answers.h"
#include "library/verb_rows.h"

namespace entente::rows {
namespace {

template <auto Member>
void megabytes(Question& question, const Given& given) {
  question.serve.*Member = std::get<std::uint64_t>(given) << megabyte_bits;
}

std::vector<std::string> verbs_of_the_program() {
  return verb_names(Taker::program);
}

std::vector<std::string> shells() {
  return {"bash", "zsh", "fish"};
}

/// What stands behind a verb and takes a word or a file.
Argument operand(std::string_view name, Kind kind, std::string_view meaning,
                 void (*set)(Question&, const Given&), std::vector<std::string> (*words)(),
                 bool needed = false) {
  return {name, kind, name, meaning, set, {.taker = Taker::program, .needed = needed, .words = words}};
}

/// The flag for JSON, of what is no text of a case.
Argument json_but_of(std::string_view operand) {
  Argument flag = json();
  flag.more.excludes = operand;
  return flag;
}

Verb new_row() {
  return {
      "new",
      "Write a small case to start from; never over a file with a content",
      {},
      "  entente new my-case.toml\n"
      "  entente new --from treaty my-case.toml\n"
      "  entente new | entente check -",
      only_text,
      {{"from",
        Kind::word,
        "TEMPLATE",
        "Of a kind of dispute: classroom, market, money, project or treaty",
        into<&Question::word>,
        {.words = template_names,
         .manual = "`treaty` is of two parties that each ask for something first, `market` of sellers and "
                   "buyers, `money` of one sum, `project` of a public project with objectors, and "
                   "`classroom` is a game of two drivers. "
                   "Without it the case is one of neighbours, which shows most of what a case can say."}},
       operand("FILE", Kind::file, "The file to make; standard output without it or for -",
               into<&Question::command_line, &CommandLine::output>, nullptr)},
      answer_new};
}

Argument::More bounds(std::uint64_t least, std::uint64_t most, std::string_view manual = {}) {
  return {.taker = Taker::program, .least = least, .most = most, .manual = manual};
}

/// Who can reach the server.
std::vector<Argument> reach() {
  return {
      {"port", Kind::count, "N", "The port; without it 8417, or one that is free",
       into<&Question::serve, &ServeRequest::port>, bounds(1, 65535)},
      {"listen",
       Kind::text,
       "ADDRESS",
       "The address to be reached at, beyond this machine too",
       into<&Question::serve, &ServeRequest::address>,
       {.taker = Taker::program,
        .manual = "It is written in numbers. Beyond this machine it takes --cert, --key and a password."}},
      {"cert",
       Kind::file,
       "FILE",
       "Its certificate for TLS, in PEM",
       into<&Question::serve, &ServeRequest::certificate>,
       {.taker = Taker::program, .manual = "Those between it and its root stand in the file, too."}},
      {"key",
       Kind::file,
       "FILE",
       "The certificate's key, in PEM",
       into<&Question::serve, &ServeRequest::key>,
       {.taker = Taker::program}},
      {"set_password",
       Kind::flag,
       "",
       "Ask for the password of those beyond this machine, and end",
       into<&Question::command_line, &CommandLine::set_password>,
       {.taker = Taker::program,
        .manual =
            "It is read at the terminal or from the first line of standard input, and its hash is kept in "
            "`.entente/password` of the folder. "
            "A server does not start where that file is empty or broken."}},
  };
}

/// What an analysis and a request may take.
std::vector<Argument> capacity() {
  return {
      {"analyses", Kind::count, "N", "How many quick analyses may run at once, and how many long ones",
       into<&Question::serve, &ServeRequest::analyses>, bounds(1, 64, "2 unless told.")},
      {"time", Kind::count, "SECONDS", "How many seconds one may take",
       into<&Question::serve, &ServeRequest::seconds>, bounds(1, 86400, "600 unless told.")},
      {"memory", Kind::count, "MB", "How much memory one may take", megabytes<&ServeRequest::memory>,
       bounds(64, 1 << 20, "2048 unless told.")},
      {"body", Kind::count, "MB", "How large a request may be", megabytes<&ServeRequest::body>,
       bounds(1, 64, "8 unless told.")},
  };
}

std::vector<Argument> serve_arguments() {
  std::vector<Argument> all = {{"PLACE",
                                Kind::file,
                                "CASE|DIR",
                                "The folder, or a case in it; this folder without it",
                                into<&Question::command_line, &CommandLine::served>,
                                {.taker = Taker::program}}};
  for (Argument& row : reach()) all.push_back(row);
  all.push_back({"open",
                 Kind::flag,
                 "",
                 "Start the browser, too",
                 into<&Question::serve, &ServeRequest::browse>,
                 {.taker = Taker::program}});
  for (Argument& row : capacity()) all.push_back(row);
  return all;
}

Verb serve_row() {
  return {"serve",
          "Open the workbench on a folder of cases, for a browser on this machine",
          "It serves until Ctrl-C. "
          "The link that is printed lets in whoever opens it, once. "
          "Every save is kept as a revision in `.entente/history.db` of the folder, which nobody but its "
          "user can "
          "read. "
          "One server at a time works in a folder; a second one is refused, and says which process and which "
          "port "
          "the first one has. "
          "Only this machine can reach it unless told otherwise. "
          "Where the program was built without its server, it says what is missing.",
          "  entente serve cases/\n"
          "  entente serve my-case.toml --open\n"
          "  entente serve --set-password < password.txt\n"
          "  entente serve cases/ --listen 10.0.0.5 --cert host.crt --key host.key",
          no_request,
          serve_arguments()};
}

std::vector<Argument> batch_arguments() {
  return {
      operand("LIST", Kind::file, "A text with one case a line, by its path from there; or a folder",
              into<&Question::command_line, &CommandLine::batched>, nullptr, true),
      operand("VERB", Kind::texts, "What to ask of each case, with its flags",
              into<&Question::command_line, &CommandLine::batch_words>, nullptr, true),
      {"part",
       Kind::text,
       "K/N",
       "Only the k-th of n blocks of the cases, one after another: 3/8",
       into<&Question::command_line, &CommandLine::part>,
       {.taker = Taker::program,
        .manual = "It has those from number (k-1)m/n + 1 to number km/n of m cases, rounded down. "
                  "The blocks' lines, one block behind another, are those of the whole, byte for byte."}},
      {"budget",
       Kind::text,
       "BUDGET",
       "What a case may take, counted: 20M nodes or 1M states",
       into<&Question::budget>,
       {.taker = Taker::program,
        .manual = "Time and memory are refused, so that the answers are the same on each machine; no time "
                  "ends the work, and without the flag a case may take two million nodes."}},
      output("Where to write, whole or not at all; standard output without it", {}),
      force()};
}

Verb batch_row() {
  return {"batch",
          "Ask a verb about many cases; the answer is a line of JSON for each, in their order",
          "The cases are those of a list, or every file under a folder that is named as a case (`*.toml`), "
          "by path; "
          "what is hidden is left out. "
          "Each is asked about in a process of its own, as many at once as there are cores: what is wrong "
          "with a case, a crash or a lack of memory stands in its line, and the others go on. "
          "The exit status is 0 where each case has its line. "
          "The flags of batch may stand anywhere; what stands behind `--` is the verb's.",
          "  entente batch cases/ settle -o settlements.jsonl\n"
          "  entente batch list.txt why --party north --part 3/8 -o part-3.jsonl\n"
          "  entente batch list.txt sample --variants 1000",
          no_request,
          batch_arguments()};
}

Argument name_of_case() {
  Argument name = operand("NAME", Kind::word, "The case to print", into<&Question::word>, case_names);
  name.more.excludes = "game";
  return name;
}

std::vector<Verb> what_is_kept_in_the_program() {
  return {
      {"cases",
       "List the cases that come with the program, or print one",
       "In the list each has a line on what it is about, and stands under its group. --search looks in "
       "names, "
       "titles, summaries, first comments, parties, evidence and sources.",
       "  entente cases\n"
       "  entente cases --search 'water canada'\n"
       "  entente cases elmira | entente analyze -\n"
       "  entente cases --game 12 | entente states - --horizon all",
       json_or_text,
       {name_of_case(),
        {"game",
         Kind::count,
         "N",
         "Print one of the 78 strict games of two parties with two courses each",
         into<&Question::game>,
         {.taker = Taker::program,
          .least = 1,
          .most = strict_games,
          .excludes = "json",
          .manual = "They are all there are where no two outcomes are liked equally. The numbers are this "
                    "program's own."}},
        {"search",
         Kind::text,
         "WORDS",
         "Only the cases in which all of these words stand, in small letters or large",
         into<&Question::search>,
         {.excludes = "NAME"}},
        json_but_of("NAME")},
       answer_cases},
      {"case",
       "Print one of the cases that come with the program",
       {},
       no_program,
       only_text,
       {{"name",
         Kind::text,
         "",
         "The case to print",
         into<&Question::word>,
         {.taker = Taker::request, .needed = true}}},
       answer_cases},
      {"schema",
       "Print the JSON Schema of a case file, for editors, or of what a verb answers in JSON",
       "Editors complete and check TOML by the one; a script reads and checks answers by the others, of "
       "which `docs/answers` has samples. "
       "Keys may come to be added to an answer; none changes its meaning.",
       "  entente schema > case.schema.json\n"
       "  entente schema settle > settle.schema.json\n\n"
       "Verbs: analyze, check, audit, states, settle, why, outlook, path, history, diff, robust,\n"
       "       unlock, sample, cases, explain, schema; of requests changes and page",
       only_json,
       {{"of",
         Kind::word,
         "",
         "The verb whose answers are meant",
         into<&Question::word>,
         {.taker = Taker::request, .words = verbs_with_schema}},
        operand("VERB", Kind::word, "The verb whose answers are meant", into<&Question::word>,
                verbs_with_schema)},
       answer_schema},
      {"explain",
       "Say what a fault means; without a code, list the codes",
       "It says what to do about it, too.",
       "  entente explain unknown-option",
       json_or_text,
       {{"code",
         Kind::text,
         "",
         "The word in brackets behind a fault",
         into<&Question::word>,
         {.taker = Taker::request}},
        operand("CODE", Kind::word, "The word in brackets behind a fault", into<&Question::word>,
                fault_codes),
        json()},
       answer_explain}};
}

Verb completion_row() {
  return {"completion",
          "Print what makes a shell complete verbs, flags and files",
          "It completes the values of flags, too.",
          "  source <(entente completion bash)\n"
          "  entente completion fish > ~/.config/fish/completions/entente.fish",
          no_request,
          {operand("SHELL", Kind::word, "bash, zsh or fish",
                   into<&Question::command_line, &CommandLine::shell>, shells, true)}};
}

Verb help_row() {
  return {"help",
          "Print the help of the program or of a verb",
          "It is what --help prints.",
          "  entente help states",
          no_request,
          {operand("VERB", Kind::word, "The verb to explain",
                   into<&Question::command_line, &CommandLine::helped>, verbs_of_the_program)}};
}

}  // namespace

std::vector<Verb> of_the_program() {
  std::vector<Verb> all = {batch_row(), new_row(), import_row(), export_row(), serve_row()};
  for (Verb& verb : what_is_kept_in_the_program()) all.push_back(std::move(verb));
  all.push_back(completion_row());
  all.push_back(help_row());
  return all;
}

}  // namespace entente::rows
