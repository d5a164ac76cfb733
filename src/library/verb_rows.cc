// Arguments that many verbs take, each written once.
#include "library/verb_rows.h"

namespace entente::rows {
namespace {

std::vector<std::string> engine_names() {
  return {"auto", "explicit", "symbolic"};
}

void set_engine(Question& question, const Given& given) {
  const std::string& name = std::get<std::string>(given);
  question.input.engine = name == "explicit"   ? Engines::listing
                          : name == "symbolic" ? Engines::symbolic
                                               : Engines::automatic;
}

void set_json(Question& question, const Given& given) {
  if (std::get<bool>(given)) question.form = Form::json;
}

void set_beside(Question& question, const Given& given) {
  question.input.beside = files_beside(given);
}

/// What a request has in place of a file.
std::vector<Argument> case_in_request() {
  return {
      {"case",
       Kind::text,
       "",
       "The case file, TOML",
       into<&Question::input, &Input::content>,
       {.taker = Taker::request, .needed = true}},
      {"name",
       Kind::text,
       "",
       "What messages call the case; case.toml if not given",
       into<&Question::input, &Input::name>,
       {.taker = Taker::request}},
      {"beside",
       Kind::texts,
       "",
       "What the case includes: the name of a file and its text, then the next ones",
       set_beside,
       {.taker = Taker::request}},
      {"changes",
       Kind::texts,
       "",
       "Changes made to what the case assumes before it is asked, by the ids that the verb changes lists",
       into<&Question::input, &Input::changes>,
       {.taker = Taker::request}},
  };
}

Argument engine(bool of_the_program) {
  return {
      "engine",
      Kind::word,
      "ENGINE",
      "auto, explicit (states one by one) or symbolic (in diagrams)",
      set_engine,
      {.taker = of_the_program ? Taker::both : Taker::request,
       .words = engine_names,
       .shared = true,
       .manual = "Decision diagrams fit cases of far more situations than can be listed; without the flag "
                 "their number decides."}};
}

Argument budget() {
  return {
      "budget",
      Kind::text,
      "BUDGET",
      "What it may take: 60s, 4GB or 20M nodes, with commas between",
      into<&Question::budget>,
      {.shared = true,
       .manual =
           "Time is in `s`, `min` or `h`, memory in `MB` or `GB`, `20M nodes` are those of decision "
           "diagrams, "
           "`1M states` those that are listed. "
           "What is out of reach is then told as undecided, and the exit status is 3. "
           "Memory is that of the whole process, and less than 64 MB means 64 MB. "
           "Without it the time has no end where situations are looked at one by one, and is a minute where "
           "they are looked at together; the memory is three quarters of what the machine, or the control "
           "group of the process, has free as the work begins. "
           "It may end the work, and never changes what is answered. "
           "The verbs `robust`, `unlock` and `sample` say how long they would take, and do not begin, where "
           "that is more than half an hour and no time is given. "
           "Ctrl-C, SIGTERM and SIGHUP end every verb in the same way, with what is known by then; a second "
           "one ends the program. "
           "A picture or a page is whole or is not written. "
           "On a terminal, what takes longer than a second says what it is working on."}};
}

Argument stats() {
  return {"stats",
          Kind::flag,
          "",
          "Say on standard error what was done and how large it was",
          into<&Question::input, &Input::stats>,
          {.taker = Taker::program,
           .shared = true,
           .manual = "That is which engine was taken, how large the case was for it and what it took."}};
}

Argument width() {
  return {"width",
          Kind::count,
          "",
          "The columns of a text; 100 if not given",
          into<&Question::look, &Look::width>,
          {.taker = Taker::request, .least = 40, .most = 1000}};
}

std::vector<Argument> means_rows(Means means) {
  return {engine(means == Means::all), budget(), stats(), width()};
}

}  // namespace

std::vector<FileBeside> files_beside(const Given& given) {
  const auto& all = std::get<std::vector<std::string>>(given);
  std::vector<FileBeside> files;
  for (std::size_t k = 0; k < all.size(); k += 2) {
    FileBeside& file = files.emplace_back(FileBeside{all[k]});
    if (k + 1 < all.size()) file.content = all[k + 1];
  }
  return files;
}

Argument json() {
  return {"json",
          Kind::flag,
          "",
          "Answer in JSON, for programs",
          set_json,
          {.taker = Taker::program,
           .shared = true,
           .manual = "Of several cases it is a line each, in their order, and `null` where there is no "
                     "answer. `entente schema VERB` says what stands in it."}};
}

Argument one_case() {
  return {"CASE",
          Kind::files,
          "CASE",
          "The case: a file, or - for standard input",
          into<&Question::command_line, &CommandLine::cases>,
          {.taker = Taker::program, .needed = true, .values = 1}};
}

Argument any_cases() {
  return {"CASE",
          Kind::files,
          "CASE...",
          "Cases: files, or - for standard input",
          into<&Question::command_line, &CommandLine::cases>,
          {.taker = Taker::program, .needed = true}};
}

Argument as_of() {
  return {"as_of",
          Kind::text,
          "DATE",
          "The case as its history left it on a day: 2014, 2014-03 or 2014-03-18",
          into<&Question::input, &Input::as_of>,
          {.shared = true,
           .manual = "The status quo is that of the day, by the events that began until then, and the "
                     "statements are those in force then. "
                     "A month or a year means its first day. "
                     "The case must have a date."}};
}

Argument answers() {
  return {
      "answers",
      Kind::word,
      "READING",
      "What the others can do in reply: legal (the default), once or one",
      into<&Question::input, &Input::answers>,
      {.words = reply_names,
       .shared = true,
       .manual = "`legal` is any sequence of moves in which no party moves twice in a row, `once` each of "
                 "the others at most once, in any order, `one` one move of one of them. "
                 "It changes replies only, not what a coalition can do together. "
                 "`once` is for up to 15 who can move, parties and groups that act jointly."}};
}

Argument force() {
  return {"force",
          Kind::flag,
          "",
          "Write over files that are not known as Entente's own, too",
          into<&Question::command_line, &CommandLine::force>,
          {.taker = Taker::program, .shared = true, .manual = "See `FILES`."}};
}

Argument output(std::string_view meaning, std::string_view manual) {
  return {"output",
          Kind::file,
          "FILE",
          meaning,
          into<&Question::command_line, &CommandLine::output>,
          {.taker = Taker::program, .also = "o", .manual = manual}};
}

Argument concept_of(std::string_view name, std::string_view meaning, void (*set)(Question&, const Given&)) {
  return {name, Kind::word, "CONCEPT", meaning, set, {.words = concept_names}};
}

Argument state(std::string_view meaning, void (*set)(Question&, const Given&), std::string_view excludes) {
  return {"state",
          Kind::state,
          "STATE",
          meaning,
          set,
          {.least = 1,
           .excludes = excludes,
           .manual = "A state is called by its number, or by the id that the case gives it."}};
}

std::vector<Argument> about(std::initializer_list<Argument> cases, std::initializer_list<Argument> own,
                            Means means, bool with_json) {
  std::vector<Argument> all = case_in_request();
  all.insert(all.end(), cases);
  all.insert(all.end(), own);
  if (with_json) all.push_back(json());
  for (const Argument& row : means_rows(means))
    if (row.name != "stats" || means == Means::all) all.push_back(row);
  return all;
}

std::vector<Argument> about_case(std::initializer_list<Argument> own, Means means, bool with_json) {
  return about({one_case(), as_of()}, own, means, with_json);
}
std::vector<Argument> about_cases(std::initializer_list<Argument> own, Means means) {
  return about({any_cases(), as_of()}, own, means);
}

}  // namespace entente::rows
