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
  const bool all = variants.for_each(r.singles.size() + r.evidence.size(), watch, work);
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

namespace {

using ChangeSet = std::vector<std::size_t>;

constexpr std::size_t at_once = 1 << 14;  // sets held in memory together
constexpr std::size_t most_kept = 64;     // sets kept for one conclusion, the weakest-founded

class Search {
 public:
  Search(const Variants& variants, Robustness& robustness, const Watch& watch)
      : v_(variants), r_(robustness), watch_(watch) {}

  void take_singles() {
    for (std::size_t k = 0; k < r_.singles.size(); ++k)
      for (const Flip& f : r_.singles[k].flips) keep(f.conclusion, {k});
    tidy(1);
    count(1, tried_alone(r_),
          static_cast<std::size_t>(std::count_if(r_.singles.begin(), r_.singles.end(), [](const Effect& e) {
            return e.known && !e.fault.empty();
          })));
  }

  /// Whether every set of a size was tried.
  bool of_size(std::size_t size) {
    total_ = choices(size);
    done_ = 0;
    ChangeSet set;
    const bool all = extend(set, 0, size) && flush();
    batch_.clear();
    tidy(size);
    return all;
  }

  /// Whether some conclusion, or the one that is asked about, has not been overturned yet.
  bool open(std::optional<std::size_t> only) const {
    if (only) return r_.overturning[*only].size == 0;
    return std::any_of(r_.overturning.begin(), r_.overturning.end(),
                       [](const Overturning& b) { return b.size == 0; });
  }

 private:
  /// How many sets there are, about: changes to one assumption are never combined.
  std::size_t choices(std::size_t size) const {
    const std::size_t n = v_.changes().size();
    return size == 2 ? n * (n - 1) / 2 : n * (n - 1) * (n - 2) / 6;
  }

  bool extend(ChangeSet& set, std::size_t from, std::size_t size) {
    if (set.size() == size) return take(set);
    for (std::size_t k = from; k < v_.changes().size(); ++k) {
      if (!set.empty() && v_.changes()[set.back()].assumption == v_.changes()[k].assumption) continue;
      set.push_back(k);
      const bool on = extend(set, k + 1, size);
      set.pop_back();
      if (!on) return false;
    }
    return true;
  }

  bool take(const ChangeSet& set) {
    batch_.push_back(set);
    return batch_.size() < at_once || flush();
  }

  bool flush() {
    std::vector<Premises> each;
    for (const ChangeSet& set : batch_) {
      std::vector<Change> changes;
      for (const std::size_t k : set) changes.push_back(v_.changes()[k]);
      each.push_back(v_.premises_of(changes));
    }
    const Watch watch{watch_.stop, [&](std::size_t done, std::size_t of) {
                        if (watch_.progress && of > 0)
                          watch_.progress(done_ + done * each.size() / of, total_);
                      }};
    const std::vector<VariantOutcome> all = v_.outcomes(each, watch);
    bool known = true;
    for (std::size_t k = 0; k < all.size(); ++k) known = record(batch_[k], all[k]) && known;
    done_ += batch_.size();
    batch_.clear();
    return known;
  }

  bool record(const ChangeSet& set, const VariantOutcome& o) {
    if (!o.known) return false;
    count(set.size(), 1, o.valid() ? 0 : 1);
    for (std::size_t c = 0; c < o.stands.size(); ++c)
      if (!o.stands[c] && r_.overturning[c].size == 0) keep(c, set);
    return true;
  }

  void keep(std::size_t conclusion, ChangeSet set) {
    std::vector<ChangeSet>& sets = r_.overturning[conclusion].sets;
    sets.push_back(std::move(set));
    if (sets.size() >= 4 * most_kept) prune(sets);
  }

  void prune(std::vector<ChangeSet>& sets) const {
    std::sort(sets.begin(), sets.end(),
              [&](const ChangeSet& a, const ChangeSet& b) { return weaker(v_, a, b); });
    if (sets.size() > most_kept) sets.resize(most_kept);
  }

  void tidy(std::size_t size) {
    for (Overturning& b : r_.overturning) {
      if (b.size != 0 || b.sets.empty()) continue;
      b.size = size;
      prune(b.sets);
    }
  }

  void count(std::size_t size, std::size_t tried, std::size_t invalid) {
    if (r_.tried.size() <= size) r_.tried.resize(size + 1), r_.invalid.resize(size + 1);
    r_.tried[size] += tried;
    r_.invalid[size] += invalid;
  }

  const Variants& v_;
  Robustness& r_;
  const Watch& watch_;
  std::vector<ChangeSet> batch_;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
};

}  // namespace

void find_overturning(const Variants& variants, Robustness& robustness, std::size_t most, const Watch& watch,
                      std::optional<std::size_t> only) {
  robustness.overturning.assign(variants.plain().found.size(), {});
  robustness.asked = most;
  Search search(variants, robustness, watch);
  search.take_singles();
  for (std::size_t size = 2; size <= most && robustness.searched + 1 == size; ++size) {
    if (search.open(only) && !search.of_size(size)) break;
    robustness.searched = size;
  }
}

}  // namespace entente
