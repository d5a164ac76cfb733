// One picture of a case, asked.
#include <algorithm>

#include "entente/entente.h"
#include "library/asking.h"
#include "library/effort.h"
#include "library/ending.h"
#include "library/resting.h"
#include "pictures/pictures.h"
#include "words/english.h"

namespace entente {

std::vector<std::string> picture_names() {
  return known_pictures();
}

namespace {

/// What is wrong with the request, apart from the case.
void check(Asked& asked, const DrawRequest& request) {
  const std::vector<std::string>& known = known_pictures();
  if (std::find(known.begin(), known.end(), request.picture) == known.end())
    return refuse(asked, "there is no picture \"" + request.picture + "\"; there are " + listed(known));
  if (request.party && request.picture != "ladder") refuse(asked, "--party: only the ladder is one party's");
}

Picture drawn(const Asked& asked, const Input& input, const PictureRequest& wanted) {
  const bool as_written = input.changes.empty();
  const Analysis analysis(*asked.reading.found, verdicts_by(input), input.limits.stages);
  const Brief told = brief(analysis);
  const ListedView view(analysis, &told);
  const Voice voice(analysis.model());
  if (!takes_changes(wanted.name)) return picture({view, told, voice, as_written}, wanted);
  const Resting resting(asked.reading.written, *asked.reading.found);
  const RestsDrawn rests{analysis.model(), resting.variants.assumptions(), resting.variants.plain().found};
  return picture({view, told, voice, as_written, &rests, &resting.robustness}, wanted);
}

}  // namespace

Answer draw(const Input& input, const DrawRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look);
  if (!asked) return asked.answer;
  check(asked, request);
  PictureRequest wanted{request.picture};
  if (asked && request.party) wanted.party = named_party(asked, "--party", *request.party);
  if (!asked) return asked.answer;
  if (takes_changes(wanted.name)) warn_of_effort(asked, single_variants(asked.model()));
  if (!asked) return asked.answer;
  return unless_ended(asked, "the picture was drawn; there is none", [&] {
    const Picture made = drawn(asked, input, wanted);
    if (made.svg.empty()) {
      refuse(asked, "there is no such picture of this case: " + made.reason);
      return asked.answer;
    }
    return finish(asked, out(made.svg));
  });
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente
