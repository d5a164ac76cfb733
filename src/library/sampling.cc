// Variants by lot, asked: a whole sample, a part of one, or parts merged.
#include "brief/sample_report.h"
#include "entente/entente.h"
#include "library/asking.h"
#include "library/effort.h"
#include "library/ending.h"
#include "library/watching.h"
#include "words/conclusion_words.h"

namespace entente {
namespace {

std::string answer_text(const Sums& sums, Form form, const Look& look) {
  return form == Form::json ? text(sample_json(sums)) : sample_text(sums, face(look));
}

/// The case, so that parts of one sample are told from those of another.
std::string identity(const Input& input) {
  std::string all = input.content + "\n" + input.as_of.value_or("");
  for (const std::string& change : input.changes) all += "\n" + change;
  return all;
}

Answer sampled(Asked& asked, const SampleRequest& request, const Chances& chances, const Lot& lot,
               const Sink& out) {
  const Variants variants(asked.reading.written, *asked.reading.found);
  tell_left_out(asked, variants);
  const Sums sums =
      sample(variants, chances, lot, identity(asked.input), sentence_of, watch(asked, request.watching));
  const bool whole = sums.counted() == lot.end() - lot.first();
  if (!whole)
    tell_ended(asked, std::string("every variant was analysed; ") +
                          (lot.parts > 1 ? "half a part is none" : "what is printed is what was done"));
  if (lot.parts > 1) return finish(asked, !whole || out(written(sums)));  // half a part is none
  return finish(asked, out(answer_text(sums, request.form, asked.look)));
}

}  // namespace

Answer sample(const Input& input, const SampleRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.watching = request.watching});
  if (!asked) return asked.answer;
  Chances chances;
  if (request.chances)
    if (const std::string wrong = chances.read(request.chances->content); !wrong.empty())
      refuse(asked, request.chances->name + ": error: " + wrong);
  if (!asked) return asked.answer;
  const Lot lot{request.seed, request.variants, request.part, request.parts};
  warn_of_effort(asked, lot.end() - lot.first());
  if (!asked) return asked.answer;
  return unless_ended(asked, "the case itself was analysed; nothing is known yet",
                      [&] { return sampled(asked, request, chances, lot, out); });
} catch (...) {
  return thrown(input.name);
}

Answer merge_samples(const std::vector<Input>& parts, Form form, const Look& look, const Sink& out) try {
  std::vector<Sums> all;
  for (const Input& part : parts) {
    std::optional<Sums> sums = sums_of(part.content);
    if (!sums) return {faulty, part.name + ": error: this is no part of a sample, or not whole\n"};
    all.push_back(std::move(*sums));
  }
  if (all.empty()) return {faulty, "no part was given\n"};
  if (const std::string wrong = merge(all); !wrong.empty()) return {faulty, "error: " + wrong + "\n"};
  return {out(answer_text(all.front(), form, look)) ? answered : faulty, {}};
} catch (...) {
  return thrown();
}

}  // namespace entente
