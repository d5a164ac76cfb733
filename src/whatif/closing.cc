// Which rules and restrictions close every way to a settlement.
#include "whatif/closing.h"

#include <algorithm>

namespace entente {
namespace {

bool is_restriction(Change::Kind kind) {
  return kind == Change::Kind::permit || kind == Change::Kind::lift || kind == Change::Kind::any_time ||
         kind == Change::Kind::unlist;
}

/// Whether a way leads from the status quo to one of some states.
bool reaches(const Analysis& analysis, const StateSet& some) {
  const std::vector<std::uint32_t>& concessions = analysis.concessions();
  const std::vector<StateId> all = some.list();
  return std::any_of(all.begin(), all.end(), [&](StateId s) { return concessions[s] != unreachable; });
}

}  // namespace

std::optional<Unlocking> closing(const Variants& variants, const Watch& watch) {
  const Analysis& plain = variants.plain().analysis;
  if (!variants.model().agreement || plain.settlement().agreement.empty()) return std::nullopt;
  const bool by_all = !plain.settlement().zone.empty();
  std::vector<std::size_t> among;
  for (std::size_t k = 0; k < variants.changes().size(); ++k)
    if (is_restriction(variants.changes()[k].kind)) among.push_back(k);
  const Goal goal = [by_all](const Case& c) {
    const Analysis analysis(c);
    const Settlement& s = analysis.settlement();
    return reaches(analysis, by_all ? s.zone : s.agreement);
  };
  Unlocking found = unlock(variants, among, goal, 2, watch);
  return found.already ? std::nullopt : std::optional(std::move(found));
}

}  // namespace entente
