// The difference of two cases, asked.
#include <algorithm>

#include "brief/difference_words.h"
#include "compare/difference.h"
#include "entente/entente.h"
#include "library/ending.h"
#include "library/opened.h"

namespace entente {
namespace {

Answer compared(const Opened& old_case, Opened& new_case, const DiffRequest& request, const Sink& out) {
  const Analysed was(*old_case.reading.found);
  const Analysed is(*new_case.reading.found);
  const Difference d =
      difference(old_case.reading.written, was, new_case.reading.written, is, old_case.input.as_of);
  const bool told = out(request.form == Form::json
                            ? in_reading(new_case, difference_json(d, was, is))
                            : in_reading(new_case, difference_text(d, {old_case.reading.written, was},
                                                                   {new_case.reading.written, is},
                                                                   face(new_case.look), request.in_full)));
  if (d.ended)
    new_case.answer.err +=
        ended_words(new_case) + " before every edit was tried; what is printed is known.\n";
  const int status = d.ended ? over_budget : d.changed.empty() ? same : different;
  return {told ? status : trouble, new_case.answer.err};
}

/// The second case has the time that the first left.
Input in_time_left(const Input& after, const Opened& first) {
  Input left = after;
  if (const auto time = first.stop.left())
    left.limits.seconds = std::max(1e-9, std::chrono::duration<double>(*time).count());
  return left;
}

}  // namespace

Answer diff(const Input& before, const Input& after, const DiffRequest& request, const Look& look,
            const Sink& out) try {
  Opened old_case = open_case(before, look);
  const Input after_in_time = in_time_left(after, old_case);
  Opened new_case = open_case(after_in_time, look);
  new_case.answer.err.insert(0, old_case.answer.err);
  if (!old_case || !new_case) {
    const bool spent = old_case.answer.status != faulty && new_case.answer.status != faulty;
    return {spent ? over_budget : trouble, new_case.answer.err};
  }
  return unless_ended(new_case, "both cases were analysed; nothing is known yet",
                      [&] { return compared(old_case, new_case, request, out); });
} catch (...) {
  return thrown();
}

}  // namespace entente
