// A way without the changes that it can do without: each is tried, so that what is left has a reason.
#include "path/sparing.h"

#include <algorithm>

namespace entente {
namespace {

std::uint32_t concessions(const std::vector<WayStep>& way) {
  std::uint32_t all = 0;
  for (const WayStep& step : way) all += step.kinds.concessions();
  return all;
}

/// The same way with some options as they are at its start; nothing where that is none, or a dearer one.
std::optional<std::vector<WayStep>> without(const WayRules& rules, Word options,
                                            const std::vector<WayStep>& way) {
  std::vector<WayStep> plainer = way;
  const Word kept = way.front().move.from & options;
  for (auto& [move, told, done] : plainer) {
    move.from = (move.from & ~options) | kept;
    move.to = (move.to & ~options) | kept;
    if (move.from == move.to || !rules.open(move.to)) return std::nullopt;
    std::optional<StepKinds> kinds = rules.kind(move);
    if (!kinds) return std::nullopt;
    told = *std::move(kinds);
  }
  if (!rules.wanted(plainer.back().move.to) || concessions(plainer) > concessions(way)) return std::nullopt;
  return plainer;
}

/// The fields of the options that a way changes, in file order.
std::vector<Word> changed_fields(const Layout& layout, const std::vector<WayStep>& way) {
  Word changed = 0;
  for (const WayStep& step : way) changed |= step.move.from ^ step.move.to;
  return fields_of(layout, changed);
}

/// Whether it could do without them.
bool leave_out(const WayRules& rules, Word options, std::vector<WayStep>& way) {
  std::optional<std::vector<WayStep>> plainer = without(rules, options, way);
  if (!plainer) return false;
  way = *std::move(plainer);
  return true;
}

bool leave_out_one(const WayRules& rules, const std::vector<Word>& fields, std::vector<WayStep>& way) {
  return std::any_of(fields.begin(), fields.end(), [&](Word field) { return leave_out(rules, field, way); });
}

bool leave_out_two(const WayRules& rules, const std::vector<Word>& fields, std::vector<WayStep>& way) {
  for (std::size_t a = 0; a < fields.size(); ++a)
    for (std::size_t b = a + 1; b < fields.size(); ++b)
      if (leave_out(rules, fields[a] | fields[b], way)) return true;
  return false;
}

}  // namespace

void leave_out_superfluous(const Layout& layout, const WayRules& rules, std::vector<WayStep>& way) {
  if (way.empty()) return;
  std::vector<Word> fields;
  do {
    fields = changed_fields(layout, way);
  } while (leave_out_one(rules, fields, way) || leave_out_two(rules, fields, way));
}

}  // namespace entente
