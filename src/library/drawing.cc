// One picture of a case, asked.
#include <algorithm>

#include "entente/entente.h"
#include "library/effort.h"
#include "library/ending.h"
#include "library/opened.h"
#include "library/viewing.h"
#include "pictures/pictures.h"
#include "words/english.h"

namespace entente {

std::vector<std::string> picture_names() {
  return known_pictures();
}

namespace {

/// What is wrong with the request, apart from the case.
void check(Opened& opened, const DrawRequest& request) {
  const std::vector<std::string>& known = known_pictures();
  if (std::find(known.begin(), known.end(), request.picture) == known.end())
    return refuse(opened, "there is no picture \"" + request.picture + "\"; there are " + listed(known));
  if (request.party && request.picture != "ladder") refuse(opened, "--party: only the ladder is one party's");
  if (takes_links(request.picture) && !opened.input.changes.empty())
    refuse(opened, "changes: error: linked disputes are compared as they are written");
}

/// Of linked disputes all that is drawn stands in the comparison, which looks at the whole itself.
Picture drawn_links(Opened& opened, const PictureRequest& wanted) {
  std::optional<Linkage> disputes = linkage(opened.reading.linked, std::move(*opened.reading.found),
                                            Budget{.stop = opened.stop}, opened.input.limits.stages);
  if (!disputes) return {.reason = not_compared};
  const Analysis& whole = disputes->whole->analysis();
  const Brief nothing_of_it;
  const ListedView view(whole, &nothing_of_it);
  const Voice voice(whole.model());
  Pictured of{view, nothing_of_it, voice};
  of.linkage = &*disputes;
  of.alone = true;
  return picture(of, wanted);
}

Picture drawn(Opened& opened, const Input& input, const PictureRequest& wanted) {
  if (takes_links(wanted.name) && opened.reading.linked.links()) return drawn_links(opened, wanted);
  const bool as_written = input.changes.empty();
  const Analysis analysis(*opened.reading.found, verdicts_by(input), input.limits.stages);
  const Brief told = brief(analysis);
  const ListedView view(analysis, &told);
  const Voice voice(analysis.model());
  Pictured of{view, told, voice, as_written};
  of.alone = true;
  if (!takes_changes(wanted.name)) return picture(of, wanted);
  const Resting resting(opened.reading.written, *opened.reading.found);
  const RestsDrawn rests{analysis.model(), resting.variants.assumptions(), resting.variants.plain().found};
  of.rests = &rests;
  of.robustness = &resting.robustness;
  return picture(of, wanted);
}

}  // namespace

Answer draw(const Input& input, const DrawRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look);
  if (!opened) return opened.answer;
  check(opened, request);
  PictureRequest wanted{request.picture};
  if (opened && request.party) wanted.party = named_party(opened, "--party", *request.party);
  if (!opened) return opened.answer;
  if (takes_changes(wanted.name)) warn_of_effort(opened, single_variants(opened.model()));
  if (!opened) return opened.answer;
  return unless_ended(opened, "the picture was drawn; there is none", [&] {
    const Picture made = drawn(opened, input, wanted);
    if (made.svg.empty()) {
      refuse(opened, "there is no such picture of this case: " + made.reason);
      return opened.answer;
    }
    return finish(opened, out(made.svg));
  });
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente
