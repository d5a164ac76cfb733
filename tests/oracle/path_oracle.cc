// Paths by their definition.
#include "oracle/path_oracle.h"

#include <algorithm>
#include <set>

#include "oracle/oracle.h"

namespace entente::oracle {
namespace {

// Concessions, moves, and the day.
using Label = std::tuple<std::uint32_t, std::uint32_t, Date>;

bool as_good(const Label& a, const Label& b) {
  return std::get<0>(a) <= std::get<0>(b) && std::get<1>(a) <= std::get<1>(b) &&
         std::get<2>(a) <= std::get<2>(b);
}

bool add(std::set<Label>& labels, const Label& label) {
  if (std::any_of(labels.begin(), labels.end(), [&](const Label& l) { return as_good(l, label); }))
    return false;
  for (auto l = labels.begin(); l != labels.end();) l = as_good(label, *l) ? labels.erase(l) : std::next(l);
  return labels.insert(label).second;
}

// u makes some of the changes from s to t but not all.
bool is_part(const Values& s, const Values& u, const Values& t) {
  for (std::size_t o = 0; o < s.size(); ++o)
    if (u[o] != s[o] && u[o] != t[o]) return false;
  return u != s && u != t;
}

// `moves`: R_m(s) of the mover.
StepKind kind(const std::vector<Values>& states, const std::vector<std::uint32_t>& ranks,
              const std::vector<StateId>& moves, StateId s, StateId t) {
  if (ranks[t] < ranks[s]) return StepKind::concession;
  for (const StateId u : moves)
    if (is_part(states[s], states[u], states[t]) && ranks[u] > ranks[t]) return StepKind::concession;
  return ranks[t] > ranks[s] ? StepKind::improvement : StepKind::neutral;
}

std::vector<bool> safe_states(const Model& model) {
  const std::vector<Values> states = feasible(model);
  Values now;
  for (const Option& option : model.options) now.push_back(option.status_quo);
  const auto status_quo =
      static_cast<std::size_t>(std::find(states.begin(), states.end(), now) - states.begin());
  std::vector<bool> safe(states.size(), true);
  for (const PartyId party : model.consenting()) {
    const auto ranks = oracle::ranks(model, party, states, model.day());
    for (std::size_t s = 0; s < states.size(); ++s) safe[s] = safe[s] && ranks[s] >= ranks[status_quo];
  }
  return safe;
}

}  // namespace

std::uint32_t concessions(const NaiveMove& move) {
  return static_cast<std::uint32_t>(std::count(move.kinds.begin(), move.kinds.end(), StepKind::concession));
}

std::vector<NaiveMove> all_moves(const Model& model) {
  const std::vector<Values> states = feasible(model);
  const Game game = oracle::game(model, model.day());
  std::vector<NaiveMove> all;
  for (std::size_t m = 0; m < game.movers(); ++m)
    for (StateId s = 0; s < states.size(); ++s)
      for (const StateId t : game.moves[m][s]) {
        NaiveMove& move = all.emplace_back(NaiveMove{MoverId(m), s, t, {}, {}});
        for (const std::size_t i : game.members[m])
          move.kinds.push_back(kind(states, game.ranks[i], game.moves[m][s], s, t));
        for (std::size_t o = 0; o < model.options.size(); ++o)
          if (states[s][o] != states[t][o]) move.takes.push_back(model.options[o].takes);
      }
  return all;
}

std::optional<NaivePath> best_path(const Model& model, const std::vector<NaiveMove>& moves,
                                   const StateSet& from, const StateSet& to, bool safe,
                                   std::optional<Date> deadline) {
  const std::vector<bool> open = safe ? safe_states(model) : std::vector<bool>(from.universe(), true);
  std::vector<std::set<Label>> labels(from.universe());
  from.for_each([&](StateId s) { labels[s].insert({0, 0, model.day().value_or(Date())}); });
  for (bool changed = true; changed;) {
    changed = false;
    for (const NaiveMove& move : moves) {
      if (!open[move.to]) continue;
      const std::set<Label> before = labels[move.from];
      for (const auto& [concessions, steps, day] : before) {
        Date done = day;
        for (const auto& takes : move.takes)
          if (takes && model.day()) done = std::max(done, after(day, *takes));
        const std::uint32_t given = oracle::concessions(move);
        if (add(labels[move.to], {concessions + given, steps + 1, done})) changed = true;
      }
    }
  }
  std::optional<Label> in_time;
  std::optional<std::tuple<Date, std::uint32_t, std::uint32_t>> late;
  const bool bound = deadline && model.day();
  to.for_each([&](StateId s) {
    for (const Label& label : labels[s]) {
      const auto& [concessions, steps, day] = label;
      const std::tuple turned(day, concessions, steps);
      if (!late || turned < *late) late = turned;
      if ((!bound || day <= *deadline) && (!in_time || label < *in_time)) in_time = label;
    }
  });
  if (!late) return std::nullopt;
  if (!in_time) in_time = Label(std::get<1>(*late), std::get<2>(*late), std::get<0>(*late));
  const auto& [concessions, steps, day] = *in_time;
  return NaivePath{concessions, steps, model.day() ? std::optional(day) : std::nullopt,
                   !bound || day <= *deadline};
}

std::vector<std::uint32_t> fewest_concessions(std::size_t states, const std::vector<NaiveMove>& moves,
                                              StateId start) {
  std::vector<std::uint32_t> fewest(states, UINT32_MAX);
  fewest[start] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (const NaiveMove& move : moves) {
      if (fewest[move.from] == UINT32_MAX) continue;
      const std::uint32_t now = fewest[move.from] + concessions(move);
      if (now >= fewest[move.to]) continue;
      fewest[move.to] = now;
      changed = true;
    }
  }
  return fewest;
}

}  // namespace entente::oracle
