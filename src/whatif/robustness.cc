// What each conclusion rests on, by every single change.
#include "whatif/robustness.h"

#include <algorithm>

namespace entente {
namespace {

std::vector<Flip> flips(const Variants& variants, const Analysed& now, const Say& say) {
  std::vector<Flip> all;
  const std::vector<bool> stands = variants.stands(now.found);
  const ConclusionsById now_by_id = conclusions_by_id(now.found);
  for (std::size_t c = 0; c < stands.size(); ++c) {
    if (stands[c]) continue;
    const auto other = now_by_id.find(variants.plain().found[c].id);
    if (other == now_by_id.end())
      all.push_back({c, std::nullopt, ""});
    else
      all.push_back({c, other->second->value, say ? say(now, *other->second) : ""});
  }
  return all;
}

/// Finds out what its changes do; unknown where that is ended.
void find(Effect& e, const Variants& variants, const Say& say) {
  if (!e.changes.empty())
    e.fault = variants.visit(variants.premises_of(e.changes),
                             [&](const Case& c) { e.flips = flips(variants, Analysed(c), say); });
  e.known = true;
}

/// The changes by which all assumptions fail that rest on a piece of evidence alone.
std::vector<Change> without(const Variants& variants, EvidenceId evidence) {
  std::vector<Change> all;
  for (std::size_t a = 0; a < variants.assumptions().size(); ++a)
    if (rests_on_alone(variants.assumptions()[a], evidence))
      for (const Change& c : failing(variants.model(), variants.assumptions(), a)) all.push_back(c);
  return all;
}

void find_carriers(const Variants& variants, Robustness& r) {
  r.carriers.resize(variants.plain().found.size());
  for (const Effect& e : r.singles) {
    if (!e.changes.front().takes_away()) continue;
    for (const Flip& f : e.flips) {
      std::vector<std::size_t>& all = r.carriers[f.conclusion];
      if (all.empty() || all.back() != e.changes.front().assumption)
        all.push_back(e.changes.front().assumption);
    }
  }
  for (const std::vector<std::size_t>& all : r.carriers)
    r.firmness.push_back(weakest(variants.assumptions(), all));
}

}  // namespace

Robustness single_changes(const Variants& variants, const Say& say, const Watch& watch) {
  Robustness r;
  for (const Change& c : variants.changes()) r.singles.push_back({.changes = {c}});
  for (std::size_t e = 0; e < variants.model().evidence.size(); ++e)
    r.evidence.push_back({.changes = without(variants, static_cast<EvidenceId>(e))});
  const auto work = [&](std::size_t k) {
    find(k < r.singles.size() ? r.singles[k] : r.evidence[k - r.singles.size()], variants, say);
  };
  const bool all = for_each_of(r.singles.size() + r.evidence.size(), watch, work);
  find_carriers(variants, r);
  r.searched = all ? 1 : 0;
  return r;
}

std::size_t tried_alone(const Robustness& r) {
  return static_cast<std::size_t>(
      std::count_if(r.singles.begin(), r.singles.end(), [](const Effect& e) { return e.known; }));
}

std::optional<Firmness> weakest(const std::vector<Assumption>& all, const std::vector<std::size_t>& some) {
  std::optional<Firmness> least;
  for (const std::size_t a : some)
    if (!least || all[a].firmness < *least) least = all[a].firmness;
  return least;
}

bool weaker(const Variants& variants, const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  const auto founded = [&](const std::vector<std::size_t>& set) {
    std::vector<Firmness> all;
    for (const std::size_t k : set)
      all.push_back(variants.assumptions()[variants.changes()[k].assumption].firmness);
    std::sort(all.begin(), all.end(), [](const Firmness& x, const Firmness& y) { return y < x; });
    return all;
  };
  const std::vector<Firmness> of_a = founded(a), of_b = founded(b);
  return of_a < of_b || (!(of_b < of_a) && a < b);
}

std::vector<EvidenceId> evidence_below(const std::vector<Assumption>& all,
                                       const std::vector<std::size_t>& some) {
  std::vector<EvidenceId> found;
  for (const std::size_t a : some)
    found.insert(found.end(), all[a].grounds.evidence.begin(), all[a].grounds.evidence.end());
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace entente
