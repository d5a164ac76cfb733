// What changed between two cases, and which edit changed each conclusion.
#include "compare/difference.h"

#include <algorithm>
#include <map>

#include "history/as_of.h"

namespace entente {
namespace {

using Values = std::map<std::string, Conclusion::Value>;  // of the conclusions, by id

/// Pairs are tried up to this many edits: beyond, the edits are told but not combined.
constexpr std::size_t most_paired = 24;

Values values(const std::vector<Conclusion>& all) {
  Values by_id;
  for (const Conclusion& c : all) by_id[c.id] = c.value;
  return by_id;
}

std::optional<Conclusion::Value> value(const Values& values, const std::string& id) {
  const auto it = values.find(id);
  return it == values.end() ? std::nullopt : std::optional(it->second);
}

class Attribution {
 public:
  Attribution(const casefile::Case& before, const std::optional<std::string>& as_of, Replies replies,
              const Stop& stop, Difference& difference)
      : before_(before), as_of_(as_of), replies_(replies), stop_(stop), d_(difference) {}

  void run() {
    d_.possible.assign(d_.edits.size(), true);
    try {
      singles();
      if (d_.edits.size() <= most_paired) pairs();
    } catch (const Stopped&) {
      d_.ended = true;
    }
  }

 private:
  /// The conclusions of the case with some edits made; nothing where it has faults then.
  std::optional<Values> with(const std::vector<const Edit*>& edits) const {
    casefile::Case changed = before_;
    for (const Edit* e : edits) e->make(changed);
    std::optional<Case> read = case_of(changed, {.stop = stop_});
    if (!read || (as_of_ && set_as_of(*read, *as_of_))) return std::nullopt;
    read->model.replies = replies_;
    return values(Analysed(*read).found);
  }

  void singles() {
    for (std::size_t k = 0; k < d_.edits.size(); ++k) {
      const std::optional<Values> now = with({&d_.edits[k]});
      d_.possible[k] = now.has_value();
      if (!now) continue;
      for (ChangedConclusion& c : d_.changed)
        if (explained(c, *now)) c.alone.push_back(k);
    }
  }

  void pairs() {
    for (std::size_t a = 0; a < d_.edits.size(); ++a)
      for (std::size_t b = a + 1; b < d_.edits.size() && open(); ++b) pair(a, b);
  }

  void pair(std::size_t a, std::size_t b) {
    const std::optional<Values> now = with({&d_.edits[a], &d_.edits[b]});
    if (!now) return;
    for (ChangedConclusion& c : d_.changed)
      if (c.alone.empty() && !c.together && explained(c, *now)) c.together = {a, b};
  }

  /// Whether some change is not yet explained.
  bool open() const {
    return std::any_of(d_.changed.begin(), d_.changed.end(),
                       [](const ChangedConclusion& c) { return c.alone.empty() && !c.together; });
  }

  static bool explained(const ChangedConclusion& c, const Values& now) {
    const std::string& id = c.after ? c.after->id : c.before->id;
    return value(now, id) == (c.after ? std::optional(c.after->value) : std::nullopt);
  }

  const casefile::Case& before_;
  const std::optional<std::string>& as_of_;
  Replies replies_;
  const Stop& stop_;
  Difference& d_;
};

}  // namespace

std::vector<ChangedConclusion> changed_conclusions(const std::vector<Conclusion>& before,
                                                   const std::vector<Conclusion>& after) {
  std::vector<ChangedConclusion> all;
  const ConclusionsById old = conclusions_by_id(before);
  for (const Conclusion& c : after) {
    const auto was = old.find(c.id);
    if (was == old.end())
      all.push_back({std::nullopt, c, {}, {}});
    else if (was->second->value != c.value)
      all.push_back({*was->second, c, {}, {}});
  }
  const ConclusionsById now = conclusions_by_id(after);
  for (const Conclusion& c : before)
    if (!now.contains(c.id)) all.push_back({c, std::nullopt, {}, {}});
  return all;
}

CountsOfCase counts(const Analysis& analysis, const std::optional<Holding>& held) {
  using Of = ChangedNumber::Of;
  CountsOfCase all;
  all[{Of::situations, ""}] = analysis.states().size();
  all[{Of::lasting, ""}] = analysis.verdicts(Concept::seq).equilibria.count();
  if (!analysis.model().agreement) return all;
  const Settlement& s = analysis.settlement();
  all[{Of::settlements, ""}] = s.agreement.count();
  all[{Of::accepted_by_all, ""}] = s.zone.count();
  for (std::size_t k = 0; k < s.consenting.size(); ++k)
    all[{Of::accepted, analysis.model()[s.consenting[k]].id}] = s.accepts[k].count();
  if (held && !s.zone.empty()) all[{Of::holding, ""}] = held->holds.count();
  return all;
}

std::vector<ChangedNumber> changed_numbers(const CountsOfCase& before, const CountsOfCase& after) {
  std::vector<ChangedNumber> all;
  for (const auto& [what, n] : before)
    if (const auto it = after.find(what); it != after.end() && it->second != n)
      all.push_back({what.first, what.second, n, it->second});
  return all;
}

Difference difference(const casefile::Case& before, const Analysed& old_analysis, const casefile::Case& after,
                      const Analysed& new_analysis, const std::optional<std::string>& as_of) {
  Edits found = edits(before, after);
  Difference d{std::move(found.edits),
               std::move(found.words),
               {},
               changed_conclusions(old_analysis.found, new_analysis.found)};
  const auto counted = [](const Analysis& one) { return counts(one, first_holding(one)); };
  d.numbers = changed_numbers(counted(old_analysis.analysis), counted(new_analysis.analysis));
  Attribution(before, as_of, new_analysis.analysis.model().replies, new_analysis.analysis.states().stop(), d)
      .run();
  return d;
}

}  // namespace entente
