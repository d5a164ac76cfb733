// The history, asked through the public header.
#include "analysis/analysis.h"
#include "entente/entente.h"
#include "library/asking.h"
#include "report/history_json.h"
#include "report/history_words.h"

namespace entente {

Answer history(const Input& input, const HistoryRequest& request, const Look& look, const Sink& out) try {
  const Asked asked = ask(input, look);
  if (!asked) return asked.answer;
  const Analysis analysis(*asked.reading.found);
  return finish(asked, out(request.form == Form::json ? text(history_json(analysis))
                                                      : history_text(analysis, face(look))));
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente
