// The verbs that change a case and analyse it again, with their flags and examples.
#include "cli/verbs.h"

namespace entente::cli {

void Verbs::add_robust() {
  CLI::App& verb = add("robust", "Tell which assumption and which evidence each conclusion rests on",
                       "  entente robust cases/northern-territories.toml\n"
                       "  entente robust my-case.toml --witness overturned/ --json");
  add_case(verb);
  verb.add_flag("--deep", arguments_.deep, "Look for sets of three changes that overturn a conclusion, too");
  takes(verb.add_option("--witness", arguments_.witness_dir,
                        "Write for each conclusion the case so changed that it falls, to DIR/CONCLUSION.toml")
            ->option_text("DIR"),
        {Value::Kind::folder});
  takes(verb.add_option("--svg", arguments_.svg_file, "Draw what rests on what, too")->option_text("FILE"),
        {Value::Kind::file});
  add_json(verb);
}

}  // namespace entente::cli
