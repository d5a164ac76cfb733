// The binding from end to end, for a case and for a formula of the command line.
#include "model/bind.h"

#include <numeric>

#include "model/bind_facts.h"
#include "model/bind_moves.h"
#include "model/bind_parties.h"
#include "model/bind_words.h"
#include "model/binder.h"

namespace entente {

Binding bind(const casefile::Case& written, Diagnostics& diagnostics) {
  Binder binder(written, diagnostics);
  define_ids(binder);
  bind_names(binder);
  binder.model.disputes = written.disputes;
  binder.model.title = text_of(written.title);
  binder.model.date = binder.date(written.date);
  binder.model.summary = text_of(written.summary);
  bind_evidence(binder);
  bind_options(binder);
  bind_moves(binder);
  bind_agreement(binder);
  bind_preferences(binder);
  bind_rules(binder);
  bind_stakes(binder);
  bind_events(binder);
  return std::move(binder.made);
}

std::optional<ConditionId> bind_formula(const Text& text, Model& model, Diagnostics& diagnostics) {
  const auto end = static_cast<std::uint32_t>(text.content().size());
  casefile::String formula{
      std::string(text.content()), {0, end}, std::vector<std::uint32_t>(end + std::size_t{1})};
  std::iota(formula.origin.begin(), formula.origin.end(), 0U);
  const Vocabulary words = vocabulary(model);
  Teller teller(diagnostics);
  return FormulaBinder(words, model.conditions, teller).bind(formula);
}

}  // namespace entente
