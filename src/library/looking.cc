// interim
#include "library/ending.h"
#include "library/viewing.h"
namespace entente {
Answer with_view(Asked& asked, const TellView& tell) {
  if (asked.large()) return asked.answer;
  const Analysis analysis(*asked.reading.found, verdicts_by(asked.input), asked.input.limits.stages);
  const ListedView view(analysis);
  return unless_ended(asked, "the answer was whole", [&] { return tell(view, &view); });
}
}  // namespace entente
