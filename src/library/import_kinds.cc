// The kinds of files that a case is made of, a row each.
#include "library/import_kinds.h"

#include <fmt/format.h>

#include "exchange/acled.h"
#include "exchange/gdelt.h"
#include "exchange/genius.h"
#include "exchange/geniusweb.h"
#include "exchange/gmcr.h"
#include "exchange/negolog.h"
#include "exchange/normal_form.h"
#include "exchange/state_table.h"
#include "library/import_events.h"
#include "library/import_gmcr.h"
#include "library/import_negotiation.h"
#include "library/import_normal_form.h"
#include "library/import_table.h"
#include "library/opened.h"

namespace entente {
namespace {

/// Addresses in a row of events may look like the head of a table of states.
bool is_table(std::string_view content) {
  return exchange::begins_as_table(content) && !gdelt::begins_as_gdelt(content);
}

}  // namespace

const std::vector<ImportKind>& kinds_of_import() {
  static const std::vector<ImportKind> kinds = {
      {.name = "gmcr",
       .what = "a conflict that GMCR+ saved (.gmcr)",
       .recognises = gmcr::is_conflict,
       .may_be = gmcr::begins_as_conflict,
       .make = made_of_gmcr},
      {.name = "table",
       .what = "a table of states (.csv)",
       .moves = true,
       .recognises = is_table,
       .make = made_of_table},
      {.name = "nfg",
       .what = "a game in normal form as Gambit saves it (.nfg)",
       .recognises = exchange::begins_as_normal_form,
       .make = made_of_normal_form},
      {.name = "genius",
       .what = "a negotiation domain of GENIUS with the profiles of its parties (.xml)",
       .several = true,
       .recognises = genius::is_genius,
       .make = made_of_genius},
      {.name = "geniusweb",
       .what = "a negotiation of GeniusWeb, the profiles of its parties (.json)",
       .several = true,
       .recognises = geniusweb::is_geniusweb,
       .make = made_of_geniusweb},
      {.name = "negolog",
       .what = "a negotiation of NegoLog, the profiles of its parties (.json)",
       .several = true,
       .recognises = negolog::is_negolog,
       .make = made_of_negolog},
      {.name = "gdelt",
       .what = "a table of events of GDELT (.csv, by tabs)",
       .several = true,
       .events = true,
       .recognises = gdelt::begins_as_gdelt,
       .make = made_of_gdelt},
      {.name = "acled",
       .what = "a table of events of ACLED (.csv)",
       .several = true,
       .events = true,
       .recognises = acled::begins_as_acled,
       .make = made_of_acled},
  };
  return kinds;
}

Answer refusal(const exchange::Refused& why) {
  const std::string place = why.line == 0 ? "" : fmt::format(":{}:{}", why.line, why.column);
  return {faulty, fmt::format("{}{}: error: {}\n", why.file, place, one_line(why.message))};
}

std::vector<std::string> import_kinds() {
  std::vector<std::string> all;
  for (const ImportKind& kind : kinds_of_import()) all.emplace_back(kind.name);
  return all;
}

}  // namespace entente
