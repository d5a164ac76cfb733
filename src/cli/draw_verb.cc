// The verb that draws.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/verbs.h"

namespace entente::cli {

void Verbs::add_draw() {
  CLI::App& verb = add("draw", "Draw one picture of a case, as SVG",
                       "  entente draw cases/northern-territories.toml -o moves.svg\n"
                       "  entente draw my-case.toml --picture ladder --party north -o north.svg\n\n" +
                           fmt::format("Pictures: {}", fmt::join(picture_names(), ", ")));
  add_case(verb);
  takes(verb.add_option("--picture", arguments_.draw.picture,
                        "Which picture, one of those below; graph if not given")
            ->option_text("NAME"),
        {Value::Kind::words, picture_names()});
  verb.add_option("--party", arguments_.draw.party, "Whose ladder, the first party's if not given")
      ->option_text("PARTY");
  takes(verb.add_option("-o,--output", arguments_.new_file, "Where to write; standard output without it")
            ->option_text("FILE"),
        {Value::Kind::file});
  add_budget(verb);
  add_force(verb);
}

}  // namespace entente::cli
