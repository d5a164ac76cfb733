// Every verb with its flags and examples, in the order of the help.
#include "cli/verbs.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/help.h"

namespace entente::cli {

Verbs::Verbs(Arguments& arguments)
    : arguments_(arguments),
      root_(
          std::make_unique<CLI::App>("Entente analyses a conflict: where it stands, where it is heading, and "
                                     "what an agreement would take.",
                                     "entente")) {
  root_->formatter(std::make_shared<Help>());
  root_->set_help_flag("-h,--help", "Print this help");
  root_->set_version_flag("--version", "entente " + std::string(version()), "Print the version");
  root_->require_subcommand(1);
  root_->allow_extras();
  root_->footer(
      "A file alone is analysed. Each verb has its own help: entente help VERB.\n\nExamples:\n"
      "  entente cases/northern-territories.toml\n"
      "  entente new my-case.toml");
  add_color(*root_);
  add_analyze();
  add_check();
  add_states();
  add_settle();
  add_why();
  add_outlook();
  add_path();
  add_history();
  add_diff();
  add_robust();
  add_unlock();
  add_sample();
  add_report();
  add_verify();
  add_draw();
  add_new();
  add_import();
  add_serve();
  add_others();
}

std::vector<const CLI::App*> Verbs::all() const {
  return std::as_const(*root_).get_subcommands([](const CLI::App*) { return true; });
}

std::vector<std::string> Verbs::names() const {
  std::vector<std::string> names;
  for (const CLI::App* verb : all()) names.push_back(verb->get_name());
  return names;
}

Value Verbs::value(const CLI::Option* option) const {
  const auto found = values_.find(option);
  if (found != values_.end()) return found->second;
  return {option->get_expected_max() > 0 && option->get_type_size() != 0 ? Value::Kind::text
                                                                         : Value::Kind::nothing};
}

CLI::App& Verbs::add(const std::string& name, const std::string& purpose, const std::string& examples) {
  CLI::App* verb = root_->add_subcommand(name, purpose);
  verb->allow_extras();
  verb->footer("Examples:\n" + examples);
  add_color(*verb);
  return *verb;
}

void Verbs::takes(CLI::Option* option, Value value) {
  values_[option] = std::move(value);
}

void Verbs::add_color(CLI::App& app) {
  takes(app.add_option("--color,--colour", arguments_.color, "Colours: auto, always or never")
            ->option_text("WHEN"),
        {Value::Kind::words, {"auto", "always", "never"}});
}

void Verbs::add_case(CLI::App& verb) {
  takes(verb.add_option("CASE", arguments_.cases, "The case: a file, or - for standard input")
            ->required()
            ->expected(1),
        {Value::Kind::file});
  add_as_of(verb);
}

void Verbs::add_cases(CLI::App& verb) {
  takes(verb.add_option("CASE", arguments_.cases, "Cases: files, or - for standard input")->required(),
        {Value::Kind::file});
  add_as_of(verb);
}

void Verbs::add_as_of(CLI::App& verb) {
  verb.add_option("--as-of", arguments_.as_of,
                  "The case as its history left it on a day: 2014, 2014-03 or 2014-03-18")
      ->option_text("DATE");
}

void Verbs::add_json(CLI::App& verb) {
  verb.add_flag("--json", arguments_.json, "Answer in JSON, for programs");
}

void Verbs::add_force(CLI::App& verb) {
  verb.add_flag("--force", arguments_.forced, "Write over files that are not known as Entente's own, too");
}

/// How it is worked out, and what that may take.
void Verbs::add_means(CLI::App& verb) {
  takes(verb.add_option("--engine", arguments_.engine,
                        "auto, explicit (states one by one) or symbolic (in diagrams)")
            ->option_text("ENGINE"),
        {Value::Kind::words, {"auto", "explicit", "symbolic"}});
  add_budget(verb);
  verb.add_flag("--stats", arguments_.stats, "Say on standard error what was done and how large it was");
}

void Verbs::add_budget(CLI::App& verb) {
  verb.add_option("--budget", arguments_.budget,
                  "What it may take: 60s, 4GB or 20M nodes, with commas between")
      ->option_text("BUDGET");
}

void Verbs::add_formula(CLI::App& verb, const std::string& flag, std::optional<std::string>& formula,
                        const std::string& purpose) {
  verb.add_option(flag, formula, purpose)->option_text("FORMULA");
}

CLI::Option* Verbs::add_state(CLI::App& verb, std::optional<std::uint64_t>& number,
                              const std::string& purpose) {
  // CLI11 would take a number below nothing for one near 2^64.
  const auto whole = [](const std::string& text) {
    return text.starts_with('-') ? "Value " + text + " is no number of a state" : std::string();
  };
  return verb.add_option("--state", number, purpose)
      ->option_text("N")
      ->check(whole)
      ->check(CLI::Range(std::uint64_t{1}, UINT64_MAX));
}

void Verbs::add_concept(CLI::App& verb, const std::string& flag, std::optional<std::string>& name,
                        const std::string& purpose) {
  takes(verb.add_option(flag, name, purpose)->option_text("CONCEPT"), {Value::Kind::words, concept_names()});
}

void Verbs::add_analyze() {
  CLI::App& verb = add("analyze", "Write the brief: the whole analysis in plain words (the default verb)",
                       "  entente analyze cases/northern-territories.toml\n"
                       "  entente cases/northern-territories.toml --long");
  add_cases(verb);
  verb.add_flag("--long", arguments_.analyze.in_full, "Leave nothing out");
  takes(verb.add_option("--proof", arguments_.proof_file,
                        "Write a certificate of the verdicts too, for tools/verify")
            ->option_text("FILE"),
        {Value::Kind::file});
  add_force(verb);
  add_json(verb);
  add_means(verb);
}

void Verbs::add_check() {
  CLI::App& verb = add("check", "Look for faults in cases, and say nothing more",
                       "  entente check cases/*.toml\n"
                       "  entente check my-case.toml --sources articles/");
  add_cases(verb);
  takes(verb.add_option("--sources", arguments_.check.sources,
                        "Verify the evidence against DIR/SOURCE.txt, the text of each source")
            ->option_text("DIR"),
        {Value::Kind::folder});
  add_budget(verb);
}

void Verbs::add_states() {
  CLI::App& verb = add("states", "List the feasible states: who likes which, and which are stable",
                       "  entente states cases/northern-territories.toml --only seq\n"
                       "  entente states my-case.toml --where 'north.share = 50' --csv");
  add_case(verb);
  add_concept(verb, "--only", arguments_.states.only,
              "Only the equilibria of a concept: nash, gmr, smr, seq or sseq");
  add_formula(verb, "--where", arguments_.states.where, "Only the states where the formula holds");
  verb.add_flag("--coalitions", arguments_.states.coalitions, "What is stable for coalitions, too");
  verb.add_option("--coalition-size", arguments_.states.coalition_size,
                  "Only coalitions of up to so many parties; needed where there are more than 8")
      ->option_text("N")
      ->check(CLI::Range(2, 32));
  verb.add_option("--limit", arguments_.states.limit, "Of those chosen, list only the first so many")
      ->option_text("N")
      ->check(CLI::Range(1, 1000000));
  CLI::Option* csv = verb.add_flag("--csv", arguments_.csv, "Answer in CSV, for programs");
  add_json(verb);
  csv->excludes(verb.get_option("--json"));
  add_means(verb);
}

void Verbs::add_settle() {
  CLI::App& verb = add("settle", "Find the agreements that all accept, or what it would take to have one",
                       "  entente settle cases/northern-territories.toml\n"
                       "  entente settle my-case.toml --json");
  add_case(verb);
  add_json(verb);
  add_means(verb);
}

void Verbs::add_outlook() {
  CLI::App& verb = add("outlook", "Show where the dispute is heading, and where it could come to rest",
                       "  entente outlook cases/northern-territories.toml\n"
                       "  entente outlook my-case.toml --concept gmr");
  add_case(verb);
  add_concept(verb, "--concept", arguments_.outlook.under,
              "How far the parties look ahead: nash, gmr, smr, seq (the default) or sseq");
  add_json(verb);
  add_means(verb);
}

void Verbs::add_why() {
  CLI::App& verb =
      add("why", "Tell why a state is stable, or is not: who would gain by what, and what the others answer",
          "  entente why cases/northern-territories.toml --party japan\n"
          "  entente why my-case.toml --at 'north.share = 50' --coalition north,south");
  add_case(verb);
  CLI::Option* state =
      add_state(verb, arguments_.why.state, "The state with this number, not the status quo");
  add_formula(verb, "--at", arguments_.why.at, "The first state where the formula holds");
  state->excludes(verb.get_option("--at"));
  CLI::Option* party = verb.add_option("--party", arguments_.why.party, "For this party, not for each");
  party->option_text("PARTY");
  verb.add_option("--coalition", arguments_.why.coalition,
                  "For these parties together: what would be a gain for each of them")
      ->option_text("PARTY,PARTY")
      ->excludes(party);
  add_concept(verb, "--concept", arguments_.why.under,
              "How far the parties look ahead: nash, gmr, smr, seq (the default) or sseq");
  verb.add_flag("--all", arguments_.why.in_full, "Every improvement, not only the clearest");
  add_json(verb);
  add_means(verb);
}

void Verbs::add_path() {
  CLI::App& verb = add("path", "Find the way to an agreement, or to any state, that takes the least",
                       "  entente path cases/northern-territories.toml --safe\n"
                       "  entente path my-case.toml --to 'north.share = 50' --by 2018-06-30");
  add_case(verb);
  add_formula(verb, "--to", arguments_.path.to, "Where to go: where the formula holds, not to an agreement");
  add_state(verb, arguments_.path.state, "Where to go: to the state with this number")
      ->excludes(verb.get_option("--to"));
  add_formula(verb, "--from", arguments_.path.from, "Where to start, not at the status quo");
  verb.add_flag("--safe", arguments_.path.safe,
                "Never leave a party whose consent is needed worse off than today");
  verb.add_option("--by", arguments_.path.by,
                  "The deadline, instead of the case's: 2018, 2018-06 or 2018-06-30")
      ->option_text("DATE");
  add_json(verb);
  add_means(verb);
}

void Verbs::add_history() {
  CLI::App& verb = add("history", "Test the case on its past: would it have expected what each party did?",
                       "  entente history cases/northern-territories.toml\n"
                       "  entente history my-case.toml --json");
  add_case(verb);
  add_json(verb);
  add_budget(verb);
}

void Verbs::add_diff() {
  CLI::App& verb = add("diff", "Tell what changed between two cases, and which edit changed which conclusion",
                       "  entente diff old.toml new.toml\n"
                       "  git show HEAD:my-case.toml | entente diff - my-case.toml --json");
  takes(verb.add_option("CASE", arguments_.cases,
                        "Two cases, the old one first: files, or - for standard input")
            ->required()
            ->expected(2)
            ->option_text("OLD NEW"),
        {Value::Kind::file});
  add_as_of(verb);
  add_json(verb);
  add_budget(verb);
}

void Verbs::add_new() {
  CLI::App& verb = add("new", "Write a small case to start from; never over a file with a content",
                       "  entente new my-case.toml\n"
                       "  entente new | entente check -");
  takes(verb.add_option("FILE", arguments_.new_file, "The file to make; standard output without it or for -"),
        {Value::Kind::file});
}

void Verbs::add_import() {
  CLI::App& verb = add("import", "Make a case of a conflict that GMCR+ saved, and say what it could not take",
                       "  entente import elmira.gmcr -o elmira.toml\n"
                       "  entente import elmira.gmcr | entente -");
  takes(
      verb.add_option("FILE", arguments_.imported, "The file of GMCR+, or - for standard input")->required(),
      {Value::Kind::file});
  takes(verb.add_option("-o,--output", arguments_.new_file,
                        "The file to make, never over one with a content; standard output for - or none")
            ->option_text("FILE"),
        {Value::Kind::file});
}

void Verbs::add_serve() {
  CLI::App& verb = add("serve", "Open the workbench on a folder of cases, for a browser on this machine",
                       "  entente serve cases/\n"
                       "  entente serve my-case.toml --open\n"
                       "  entente serve --set-password < password.txt\n"
                       "  entente serve cases/ --listen 10.0.0.5 --cert host.crt --key host.key");
  ServeRequest& serve = arguments_.serve;
  takes(verb.add_option("PLACE", arguments_.served, "The folder, or a case in it; this folder without it")
            ->option_text("CASE|DIR"),
        {Value::Kind::file});
  verb.add_option("--port", serve.port, "The port; without it 8417, or one that is free")
      ->option_text("N")
      ->check(CLI::Range(1, 65535));
  verb.add_option("--listen", serve.address, "The address to be reached at, beyond this machine too")
      ->option_text("ADDRESS");
  const Value file{Value::Kind::file};
  takes(verb.add_option("--cert", serve.certificate, "Its certificate for TLS, in PEM")->option_text("FILE"),
        file);
  takes(verb.add_option("--key", serve.key, "The certificate's key, in PEM")->option_text("FILE"), file);
  verb.add_flag("--set-password", arguments_.set_password,
                "Ask for the password of those beyond this machine, and end");
  verb.add_flag("--open", serve.browse, "Start the browser, too");
  verb.add_option("--analyses", serve.analyses,
                  "How many quick analyses may run at once, and how many long ones")
      ->option_text("N")
      ->check(CLI::Range(1, 64));
  verb.add_option("--time", serve.seconds, "How many seconds one may take")
      ->option_text("SECONDS")
      ->check(CLI::Range(1, 86400));
  verb.add_option("--memory", arguments_.memory_mb, "How much memory one may take")
      ->option_text("MB")
      ->check(CLI::Range(64, 1 << 20));
  verb.add_option("--body", arguments_.body_mb, "How large a request may be")
      ->option_text("MB")
      ->check(CLI::Range(1, 64));
}

void Verbs::add_others() {
  CLI::App& cases = add("cases", "List the cases that come with the program, or print one",
                        "  entente cases\n"
                        "  entente cases elmira | entente analyze -");
  takes(cases.add_option("NAME", arguments_.library_case, "The case to print"),
        {Value::Kind::words, case_names()});
  add("schema", "Print the JSON Schema of a case file, for editors", "  entente schema > case.schema.json");
  CLI::App& explain = add("explain", "Say what a fault means; without a code, list the codes",
                          "  entente explain unknown-option");
  takes(explain.add_option("CODE", arguments_.code, "The word in brackets behind a fault"),
        {Value::Kind::words, fault_codes()});
  CLI::App& completion = add("completion", "Print what makes a shell complete verbs, flags and files",
                             "  source <(entente completion bash)\n"
                             "  entente completion fish > ~/.config/fish/completions/entente.fish");
  takes(completion.add_option("SHELL", arguments_.shell, "bash, zsh or fish")->required(),
        {Value::Kind::words, {"bash", "zsh", "fish"}});
  CLI::App& help = add("help", "Print the help of the program or of a verb", "  entente help states");
  takes(help.add_option("VERB", arguments_.helped, "The verb to explain"), {Value::Kind::words, names()});
}

std::vector<std::string> typed(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  return names;
}

std::vector<std::string> typed_flags(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (std::string& name : typed(*option)) names.push_back(std::move(name));
  return names;
}

bool is_of_every_verb(const CLI::App& verb, const CLI::Option& flag) {
  return verb.get_parent() != nullptr &&
         verb.get_parent()->get_option_no_throw(typed(flag).back()) != nullptr;
}

const CLI::Option* operand(const CLI::App& verb) {
  const auto operands = verb.get_options([](const CLI::Option* option) { return option->get_positional(); });
  return operands.empty() ? nullptr : operands.front();
}

}  // namespace entente::cli
