// What the command line says about how a case is looked at.
#include "cli/means.h"

#include "cli/interrupt.h"

namespace entente::cli {

void give_means(Input& input, const Arguments& arguments) {
  input.as_of = arguments.as_of;
  input.stats = arguments.stats;
  input.engine = arguments.engine == "explicit"   ? Engines::listing
                 : arguments.engine == "symbolic" ? Engines::symbolic
                                                  : Engines::automatic;
  if (!arguments.budget.empty()) read_budget(arguments.budget, input.limits);
  input.limits.cancelled = &interrupted();
}

}  // namespace entente::cli
