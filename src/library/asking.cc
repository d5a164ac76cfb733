// A case being asked: read, and refused with a reason where it cannot be answered.
#include "library/asking.h"

#include "analysis/as_of.h"
#include "model/bind.h"
#include "report/english.h"

namespace entente {
namespace {

std::string refusal(const TooMany& many) {
  return "the rules leave " + std::string(many.exact ? "" : "at least ") + grouped_count(many.count) +
         " situations; the budget is " + grouped_count(many.budget) +
         ". More rules, fewer options or fewer values bring it within reach.\n";
}

}  // namespace

Face face(const Look& look) {
  return {look.colour, look.width};
}

Asked ask(const Input& input, const Look& look, const std::optional<std::string>& sources, Size size) {
  Asked asked{read_case(Text(input.name, input.content), {}, sources), {}, look, input.limits};
  asked.answer.err = printed(asked.reading.diagnostics, asked.reading.text, {.colour = look.colour_faults});
  if (asked.reading.diagnostics.faulty()) {
    asked.answer.status = faulty;
  } else if (asked.large() && size == Size::any && input.engine != Engines::listing && !input.as_of) {
    return asked;
  } else if (asked.reading.too_many) {
    asked.answer.status = over_budget;
    asked.answer.err += input.name + ": " + refusal(*asked.reading.too_many);
  } else if (input.as_of) {
    if (const std::optional<std::string> wrong = set_as_of(*asked.reading.found, *input.as_of))
      refuse(asked, "--as-of: error: " + *wrong);
  }
  return asked;
}

std::optional<ConditionId> formula(Asked& asked, const char* flag, const std::string& text) {
  Diagnostics faults;
  const Text named(flag, text);
  const std::optional<ConditionId> id = bind_formula(named, asked.model(), faults);
  if (faults.faulty()) {
    asked.answer.status = faulty;
    asked.answer.err += printed(faults, named, {.colour = asked.look.colour_faults});
  }
  return id;
}

void refuse(Asked& asked, const std::string& message) {
  asked.answer.status = faulty;
  asked.answer.err += message + "\n";
}

Answer finish(const Asked& asked, bool written) {
  return written ? asked.answer : Answer{faulty, asked.answer.err};
}

}  // namespace entente
