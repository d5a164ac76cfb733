// The difference of two cases, asked.
#include "analysis/difference.h"
#include "entente/entente.h"
#include "library/asking.h"
#include "library/watching.h"
#include "report/difference_words.h"

namespace entente {
namespace {

// As diff(1) has them.
constexpr int same = answered;
constexpr int different = faulty;
constexpr int trouble = misasked;

}  // namespace

Answer diff(const Input& before, const Input& after, const DiffRequest& request, const Look& look,
            const Sink& out) try {
  const Asked old_case = ask(before, look);
  const Asked new_case = ask(after, look);
  const std::string err = old_case.answer.err + new_case.answer.err;
  if (!old_case || !new_case) {
    const bool spent = old_case.answer.status != faulty && new_case.answer.status != faulty;
    return {spent ? over_budget : trouble, err};
  }
  const Analysed was(*old_case.reading.found);
  const Analysed is(*new_case.reading.found);
  const Difference d = difference(as_written(before), was, as_written(after), is, before.as_of);
  const bool told = out(request.form == Form::json ? text(difference_json(d, was, is))
                                                   : difference_text(d, was, is, face(look)));
  return {!told ? trouble : d.changed.empty() ? same : different, err};
} catch (...) {
  return thrown();
}

}  // namespace entente
