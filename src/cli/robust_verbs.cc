// The verbs that change a case and analyse it again, with their flags and examples.
#include "cli/verbs.h"

namespace entente::cli {

void Verbs::add_robust() {
  CLI::App& verb = add("robust", "Tell which assumption and which evidence each conclusion rests on",
                       "  entente robust cases/northern-territories.toml\n"
                       "  entente robust my-case.toml --about stability/seq/north --deep\n"
                       "  entente robust my-case.toml --witness overturned/ --json");
  add_case(verb);
  verb.add_option("--about", arguments_.about,
                  "One conclusion or one assumption alone, by its id in the answer as --json")
      ->option_text("ID");
  verb.add_flag("--deep", arguments_.deep, "Look for sets of three changes that overturn a conclusion, too");
  takes(verb.add_option("--witness", arguments_.witness_dir,
                        "Write, for each conclusion, a case in which it falls: DIR/CONCLUSION.toml")
            ->option_text("DIR"),
        {Value::Kind::folder});
  takes(verb.add_option("--svg", arguments_.svg_file, "Draw what rests on what, too")->option_text("FILE"),
        {Value::Kind::file});
  add_force(verb);
  add_json(verb);
  add_budget(verb);
}

void Verbs::add_unlock() {
  CLI::App& verb = add("unlock", "Find the least that would have to change for a settlement to hold",
                       "  entente unlock cases/northern-territories.toml --to two-islands\n"
                       "  entente unlock my-case.toml --state 12 --party north");
  add_case(verb);
  add_formula(verb, "--to", arguments_.unlock.to,
              "For a state to last where the formula holds, not for a settlement to hold");
  CLI::Option* state = add_state(verb, arguments_.unlock.state,
                                 "For the state with this number to last, not for a settlement");
  state->excludes(verb.get_option("--to"));
  verb.add_option("--party", arguments_.unlock.party,
                  "With --state: for it to be stable for this party, by what this party wants")
      ->option_text("PARTY")
      ->needs(state);
  add_concept(verb, "--concept", arguments_.unlock.under,
              "How far the parties look ahead: nash, gmr, smr, seq (the default) or sseq");
  add_json(verb);
  add_budget(verb);
}

void Verbs::add_sample() {
  CLI::App& verb =
      add("sample", "Let assumptions fail by lot, and tell in which share of variants each conclusion stands",
          "  entente sample cases/northern-territories.toml --variants 10000 --seed 1\n"
          "  entente sample --merge part-*.json");
  takes(verb.add_option("CASE", arguments_.cases, "The case: a file, or - for standard input")->expected(1),
        {Value::Kind::file});
  add_as_of(verb);
  verb.add_option("--variants", arguments_.sample.variants, "How many variants, 10000 if not given")
      ->option_text("N")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 40));
  verb.add_option("--seed", arguments_.sample.seed,
                  "Which variants: the same seed gives the same, 1 if not given")
      ->option_text("S");
  takes(verb.add_option("--chances", arguments_.chances_file,
                        "With which chance an assumption fails, a row a line: stated B2 0.05")
            ->option_text("FILE"),
        {Value::Kind::file});
  verb.add_option("--part", arguments_.part, "Only the i-th of n parts, for --merge: 3/8")
      ->option_text("I/N");
  takes(verb.add_option("-o,--output", arguments_.new_file,
                        "Where to write, whole or not at all; standard output without it")
            ->option_text("FILE"),
        {Value::Kind::file});
  add_force(verb);
  takes(verb.add_option("--merge", arguments_.merged, "Add parts up; the answer is that of the whole")
            ->option_text("FILE...")
            ->expected(1, 1 << 20),
        {Value::Kind::file});
  add_json(verb);
  add_budget(verb);
}

}  // namespace entente::cli
