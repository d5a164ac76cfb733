// The verbs of the page that others read, with their flags and examples.
#include "cli/verbs.h"

namespace entente::cli {

void Verbs::add_report() {
  CLI::App& verb =
      add("report", "Write the whole answer as one page for a browser or a printer, with the engine in it",
          "  entente report cases/northern-territories.toml -o northern-territories.html\n"
          "  entente report my-case.toml --redact -o for-others.html");
  add_case(verb);
  takes(verb.add_option("-o,--output", arguments_.new_file,
                        "The page to write, whole or not at all; standard output without it")
            ->option_text("FILE"),
        {Value::Kind::file});
  add_force(verb);
  verb.add_flag("--redact", arguments_.report.redact,
                "Leave out what the case marks as confidential; the page then carries no engine");
  add_budget(verb);
}

void Verbs::add_verify() {
  CLI::App& verb = add("verify", "Tell whether a page says what the program says of its case",
                       "  entente verify northern-territories.html cases/northern-territories.toml");
  takes(verb.add_option("FILES", arguments_.cases, "The page and its case: files, or - for standard input")
            ->required()
            ->expected(2)
            ->option_text("PAGE CASE"),
        {Value::Kind::file});
  add_budget(verb);
}

}  // namespace entente::cli
