// The history, asked through the public header.
#include "brief/history_text.h"
#include "entente/entente.h"
#include "library/ending.h"
#include "library/opened.h"
#include "view/analysis.h"
#include "words/history_words.h"

namespace entente {

Answer history(const Input& input, const HistoryRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look);
  if (!opened) return opened.answer;
  const Analysis analysis(*opened.reading.found, verdicts_by(input), input.limits.stages);
  History past = history(analysis.model(), analysis.states());
  add_stability(past, analysis);
  if (past.ended) tell_ended(opened, "it was known of every move whether the situation before was stable");
  return finish(
      opened, out(request.form == Form::json ? in_reading(opened, history_json(analysis, past))
                                             : in_reading(opened, history_text(analysis, past, face(look)))));
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente
