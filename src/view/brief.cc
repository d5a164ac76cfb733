// What the brief tells of a case, gathered.
#include "view/brief.h"

#include <algorithm>

#include "engine/parallel.h"
#include "path/lasting.h"

namespace entente {
namespace {

/// The improvements taken from a state, those of fewer changes first.
std::vector<Improvement> leaving(const Analysis& analysis, const Outlook& outlook, StateId s) {
  const auto leaves = [](const Improvement& a, StateId from) { return a.from < from; };
  std::vector<Improvement> all;
  auto it = std::lower_bound(outlook.moves.begin(), outlook.moves.end(), s, leaves);
  for (; it != outlook.moves.end() && it->from == s; ++it) all.push_back(*it);
  std::stable_sort(all.begin(), all.end(), [&](const Improvement& a, const Improvement& b) {
    const auto changes = [&](const Improvement& m) {
      return analysis.moves()[index(m.mover)].changes(m.from, m.to).size();
    };
    return changes(a) < changes(b);
  });
  return all;
}

/// The shortest road through the improvements taken, from the status quo to a place of rest; of equals the
/// one of fewer changes, then of lower states.
std::vector<Improvement> road_to_rest(const Analysis& analysis, const Outlook& outlook) {
  const auto on_the_way = [&](StateId s) { return !outlook.resting.contains(s); };
  const auto taken = [&](StateId s) { return std::optional(leaving(analysis, outlook, s)); };
  return *way_out<Improvement>(on_the_way, analysis.status_quo(), taken, SIZE_MAX);
}

std::optional<Warning> warning(const Analysis& analysis, const Rest& rest) {
  Warning w;
  for (std::size_t i = 0; i < rest.departures.size(); ++i)
    if (!rest.departures[i].empty())
      for (const PartyId member : analysis.model().members(MoverId(i)))
        if (std::find(w.began.begin(), w.began.end(), member) == w.began.end()) w.began.push_back(member);
  std::sort(w.began.begin(), w.began.end());
  if (w.began.empty()) return std::nullopt;
  w.endings = analysis.careless(rest.place).resting;
  if (w.endings.empty()) return std::nullopt;
  for (PartyId i : w.began) {
    const Ranks& r = analysis.ranks()[index(i)];
    const std::vector<StateId> ends = w.endings.list();
    if (std::all_of(ends.begin(), ends.end(), [&](StateId s) { return r[s] < r[rest.place]; }))
      w.worse.push_back(i);
  }
  return w.worse.empty() ? std::nullopt : std::optional(w);
}

std::optional<Way> way(const Analysis& analysis, const std::vector<Holding>& holding) {
  if (analysis.settlement().agreement.empty()) return std::nullopt;
  Way found;
  found.target = recommended(analysis.settlement(), holding.empty() ? nullptr : &holding.front());
  PathQuestion question{.from = StateSet(analysis.states().size()), .to = found.target};
  question.from.insert(analysis.status_quo());
  if (analysis.model().agreement && analysis.model().agreement->by)
    question.deadline = analysis.model().agreement->by->last;
  found.path = analysis.paths().best(question);
  if (found.path && question.deadline)
    found.schedule = schedule(analysis.model(), analysis.states(), *found.path, *question.deadline);
  return found;
}

}  // namespace

std::vector<Holding> holdings(const Analysis& analysis) {
  const Settlement& s = analysis.settlement();
  if (!s.zone.empty()) return {*first_holding(analysis)};
  // What openings share is there before they are looked at side by side.
  analysis.ranks();
  analysis.moves();
  analysis.verdicts(Concept::seq);
  analysis.frame();  // of the engine, which verdicts by diagrams do without
  std::vector<Holding> all(s.gap.size());
  in_parallel(all.size(), [&](std::size_t k) { all[k] = holding(analysis, s.gap[k].opens, s.gap[k].waive); });
  return all;
}

Rest rest(const Analysis& analysis) {
  Rest r;
  const Outlook& outlook = analysis.outlook(Concept::seq);
  r.road = road_to_rest(analysis, outlook);
  r.place = r.road.empty() ? analysis.status_quo() : r.road.back().to;
  r.rests = outlook.resting.contains(r.place);
  for (MoverId i : analysis.model().mover_ids()) r.departures.push_back(departures(analysis, i, r.place));
  r.warning = warning(analysis, r);
  return r;
}

Brief brief(const Analysis& analysis) {
  Brief b{rest(analysis), holdings(analysis), {}, {}};
  std::vector<const Holding*> ways;
  for (const Holding& h : b.holding) ways.push_back(&h);
  b.coalitions = coalition_facts(analysis, b.place, ways);
  b.way = way(analysis, b.holding);
  return b;
}

std::vector<Departure> simplest(const Analysis& analysis, const std::vector<Departure>& departures) {
  std::vector<Departure> few;
  for (const Departure& d : departures) {
    const std::vector<StateId> parts = analysis.moves()[index(d.mover)].parts(d.from, d.to);
    const auto is_part = [&](const Departure& other) {
      return std::binary_search(parts.begin(), parts.end(), other.to);
    };
    if (std::none_of(departures.begin(), departures.end(), is_part)) few.push_back(d);
  }
  return few;
}

}  // namespace entente
