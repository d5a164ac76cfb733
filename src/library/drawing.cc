// One picture of a case, asked.
#include "entente/entente.h"
#include "library/asking.h"
#include "library/naming.h"
#include "report/english.h"
#include "report/pictures/pictures.h"

namespace entente {

std::vector<std::string> picture_names() {
  return known_pictures();
}

Answer draw(const Input& input, const DrawRequest& request, const Look& look, const Sink& out) {
  Asked asked = ask(input, look);
  if (!asked) return asked.answer;
  PictureRequest wanted{request.picture};
  if (request.party) wanted.party = named_party(asked, "--party", *request.party);
  if (!asked) return asked.answer;
  const Analysis analysis(*asked.reading.found, verdicts_by(input));
  const Brief told = brief(analysis);
  const Voice voice(analysis.model());
  const Picture drawn = picture({analysis, told, voice}, wanted);
  if (drawn.svg.empty()) {
    refuse(asked, "there is no such picture of this case: " + drawn.reason);
    return asked.answer;
  }
  return finish(asked, out(drawn.svg));
}

}  // namespace entente
