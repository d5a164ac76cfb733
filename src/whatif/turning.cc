// Which single changes to a case change most of what it concludes.
#include "whatif/turning.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace entente {
namespace {

using Kind = Conclusion::Kind;

/// What a reader asks about, what counts for most first.
constexpr std::array<Kind, 8> asked_about = {Kind::zone,    Kind::holding,     Kind::division,
                                             Kind::resting, Kind::recommended, Kind::gap,
                                             Kind::heading, Kind::concessions};

/// Where a single change leads: what of that it changes, and to which values.
struct Turned {
  std::size_t single = 0;
  bool opposite = false;
  std::array<bool, asked_about.size()> kinds = {};
  std::vector<std::pair<std::size_t, std::optional<Conclusion::Value>>> ends = {};
};

std::optional<Turned> turned(const Robustness& r, const std::vector<Conclusion>& found, std::size_t single) {
  const Effect& effect = r.singles[single];
  if (!effect.known || !effect.fault.empty()) return std::nullopt;
  Turned t{single, !effect.changes.front().takes_away()};
  for (const Flip& f : effect.flips) {
    const auto* const at = std::find(asked_about.begin(), asked_about.end(), found[f.conclusion].kind);
    if (at == asked_about.end()) continue;
    t.kinds.at(static_cast<std::size_t>(at - asked_about.begin())) = true;
    t.ends.emplace_back(f.conclusion, f.value);
  }
  return t.ends.empty() ? std::nullopt : std::optional(std::move(t));
}

}  // namespace

std::vector<std::size_t> turning(const Robustness& r, const std::vector<Conclusion>& found,
                                 const std::vector<Assumption>& assumptions, std::size_t most) {
  std::vector<Turned> all;
  for (std::size_t k = 0; k < r.singles.size(); ++k)
    if (std::optional<Turned> t = turned(r, found, k)) all.push_back(*std::move(t));
  const auto assumption = [&](const Turned& t) { return r.singles[t.single].changes.front().assumption; };
  std::stable_sort(all.begin(), all.end(), [&](const Turned& a, const Turned& b) {
    if (a.opposite != b.opposite) return b.opposite;
    if (a.kinds != b.kinds) return a.kinds > b.kinds;
    return assumptions[assumption(a)].firmness < assumptions[assumption(b)].firmness;
  });
  std::vector<const Turned*> kept;
  for (const Turned& t : all) {
    const auto like = [&](const Turned* k) { return assumption(*k) == assumption(t) || k->ends == t.ends; };
    if (kept.size() < most && std::none_of(kept.begin(), kept.end(), like)) kept.push_back(&t);
  }
  std::vector<std::size_t> singles;
  for (const Turned* t : kept) singles.push_back(t->single);
  return singles;
}

const Flip* flip_of(const Effect& effect, const std::vector<Conclusion>& found, Conclusion::Kind kind) {
  for (const Flip& f : effect.flips)
    if (found[f.conclusion].kind == kind) return &f;
  return nullptr;
}

}  // namespace entente
