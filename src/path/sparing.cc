// A way without the changes that it can do without: each is tried, so that what is left has a reason.
#include "path/sparing.h"

#include <algorithm>

namespace entente {
namespace {

std::ptrdiff_t concessions(const std::vector<PlainStep>& way) {
  return std::count_if(way.begin(), way.end(),
                       [](const PlainStep& step) { return step.kind == StepKind::concession; });
}

/// The same way with some options as they are at its start; nothing where that is none, or a dearer one.
std::optional<std::vector<PlainStep>> without(const WayRules& rules, Word options,
                                              const std::vector<PlainStep>& way) {
  std::vector<PlainStep> plainer = way;
  const Word kept = way.front().from & options;
  for (PlainStep& step : plainer) {
    step.from = (step.from & ~options) | kept;
    step.to = (step.to & ~options) | kept;
    if (step.from == step.to || !rules.open(step.to)) return std::nullopt;
    const std::optional<StepKind> kind = rules.kind(step.party, step.from, step.to);
    if (!kind) return std::nullopt;
    step.kind = *kind;
  }
  if (!rules.wanted(plainer.back().to) || concessions(plainer) > concessions(way)) return std::nullopt;
  return plainer;
}

/// The fields of the options that a way changes, in file order.
std::vector<Word> changed_fields(const Layout& layout, const std::vector<PlainStep>& way) {
  Word changed = 0;
  for (const PlainStep& step : way) changed |= step.from ^ step.to;
  std::vector<Word> fields;
  for (std::size_t o = 0; o < layout.options(); ++o)
    if (const Word mask = layout.field(static_cast<OptionId>(o)).mask; (changed & mask) != 0)
      fields.push_back(mask);
  return fields;
}

/// Whether it could do without them.
bool leave_out(const WayRules& rules, Word options, std::vector<PlainStep>& way) {
  std::optional<std::vector<PlainStep>> plainer = without(rules, options, way);
  if (plainer) way = *std::move(plainer);
  return plainer.has_value();
}

bool leave_out_one(const WayRules& rules, const std::vector<Word>& fields, std::vector<PlainStep>& way) {
  return std::any_of(fields.begin(), fields.end(), [&](Word field) { return leave_out(rules, field, way); });
}

bool leave_out_two(const WayRules& rules, const std::vector<Word>& fields, std::vector<PlainStep>& way) {
  for (std::size_t a = 0; a < fields.size(); ++a)
    for (std::size_t b = a + 1; b < fields.size(); ++b)
      if (leave_out(rules, fields[a] | fields[b], way)) return true;
  return false;
}

}  // namespace

void leave_out_superfluous(const Layout& layout, const WayRules& rules, std::vector<PlainStep>& way) {
  if (way.empty()) return;
  std::vector<Word> fields;
  do {
    fields = changed_fields(layout, way);
  } while (leave_out_one(rules, fields, way) || leave_out_two(rules, fields, way));
}

}  // namespace entente
