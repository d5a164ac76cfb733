// The definitions as naive loops over states and pairs of states; never linked into the product.
#include "oracle/oracle.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace entente::oracle {

namespace {

/// What one side of a sum comes to, by the values as they are written.
std::int64_t added_up(const Model& model, const std::vector<Addend>& side, const Values& values) {
  std::int64_t sum = 0;
  for (const Addend& term : side)
    sum +=
        term.times * (term.option ? std::stoll(model[*term.option].values[values[index(*term.option)]]) : 1);
  return sum;
}

bool compared(const Model& model, const Condition& sum, const Values& values) {
  const std::int64_t a = added_up(model, sum.left, values), b = added_up(model, sum.right, values);
  switch (sum.sign) {
    case Condition::Sign::equal: return a == b;
    case Condition::Sign::unequal: return a != b;
    case Condition::Sign::less: return a < b;
    case Condition::Sign::greater: return a > b;
    case Condition::Sign::at_most: return a <= b;
    case Condition::Sign::at_least: return a >= b;
  }
  return false;
}

}  // namespace

bool truth(const Model& model, ConditionId condition, const Values& values) {
  const Condition& c = model.conditions[condition];
  const auto holds = [&](ConditionId part) { return truth(model, part, values); };
  const auto number = static_cast<std::uint32_t>(std::count_if(c.of.begin(), c.of.end(), holds));
  switch (c.kind) {
    case Condition::Kind::constant: return c.low != 0;
    case Condition::Kind::choice:
      return std::count(c.values.begin(), c.values.end(), values[index(c.option)]) != 0;
    case Condition::Kind::negation: return !holds(c.of[0]);
    case Condition::Kind::conjunction: return number == c.of.size();
    case Condition::Kind::disjunction: return number > 0;
    case Condition::Kind::implication: {
      bool implied = holds(c.of.back());
      for (std::size_t k = c.of.size() - 1; k-- > 0;) implied = !holds(c.of[k]) || implied;
      return implied;
    }
    case Condition::Kind::parity: return number % 2 == 1;
    case Condition::Kind::count: return c.low <= number && number <= c.high;
    case Condition::Kind::sum: return compared(model, c, values);
  }
  return false;
}

std::vector<Values> feasible(const Model& model) {
  std::vector<Values> all = {{}};
  for (const Option& option : model.options) {
    std::vector<Values> longer;
    for (const Values& values : all)
      for (Value v = 0; v < option.values.size(); ++v) {
        longer.push_back(values);
        longer.back().push_back(v);
      }
    all = std::move(longer);
  }
  std::erase_if(all, [&](const Values& values) {
    return std::any_of(model.rules.begin(), model.rules.end(),
                       [&](const Rule& rule) { return !truth(model, rule.holds, values); });
  });
  return all;
}

namespace {

// What a state is compared by, most important first, larger better: of each statement, or of those that are
// equal to it, how many hold; or one
// number, the sum of the weights in millionths; or one number, how far up its class of the ranking is.
std::vector<std::int64_t> worth(const Model& model, const Party& party, const Values& state,
                                std::optional<Date> day, const std::vector<std::size_t>& left_out) {
  for (std::size_t k = 0; k < party.ranking.size(); ++k)
    if (truth(model, party.ranking[k].condition, state)) return {-static_cast<std::int64_t>(k)};
  std::vector<std::int64_t> found;
  std::int64_t sum = 0;
  for (std::size_t p = 0; p < party.preferences.size(); ++p) {
    const Preference& preference = party.preferences[p];
    if (!preference.equal) found.push_back(0);
    if (std::count(left_out.begin(), left_out.end(), p) != 0) continue;
    if (preference.since && !(day && *preference.since <= *day)) continue;
    if (preference.until && !(day && *day < *preference.until)) continue;
    const bool holds = truth(model, preference.statement, state);
    found.back() += holds ? 1 : 0;
    if (!party.weighted || !holds || preference.weight.digits.empty()) continue;
    std::int64_t weight = std::stoll(preference.weight.digits);
    for (int e = preference.weight.exponent + 6; e > 0; --e) weight *= 10;
    sum += preference.weight.negative ? -weight : weight;
  }
  if (party.weighted) return {sum};
  return found;
}

bool allowed(const Model& model, MoverId mover, const Values& from, const Values& to) {
  bool any = false;
  for (std::size_t o = 0; o < model.options.size(); ++o) {
    if (from[o] == to[o]) continue;
    const Option& option = model.options[o];
    const bool listed =
        std::count(option.moves.pairs.begin(), option.moves.pairs.end(), std::pair(from[o], to[o])) != 0;
    if (option.mover != mover) return false;
    if (option.when && !truth(model, *option.when, from)) return false;
    if (option.moves.kind == Moves::Kind::fixed) return false;
    if (option.moves.kind == Moves::Kind::forward && to[o] < from[o]) return false;
    if (option.moves.kind == Moves::Kind::backward && to[o] > from[o]) return false;
    if (option.moves.kind == Moves::Kind::pairs && !listed) return false;
    for (const GuardedChange& one : option.moves.guarded)
      if (one.from == from[o] && one.to == to[o] && !truth(model, one.when, from)) return false;
    any = true;
  }
  if (index(mover) >= model.parties.size()) return any;  // tables do not bind joint moves
  const std::vector<ListedMove>& listed = model.parties[index(mover)].moves;
  return any && (listed.empty() || std::any_of(listed.begin(), listed.end(), [&](const ListedMove& one) {
                   return truth(model, one.from, from) && truth(model, one.to, to);
                 }));
}

}  // namespace

std::vector<std::uint32_t> ranks(const Model& model, PartyId party, const std::vector<Values>& states,
                                 std::optional<Date> day, const std::vector<std::size_t>& left_out) {
  std::vector<std::vector<std::int64_t>> worths;
  for (const Values& state : states) worths.push_back(worth(model, model[party], state, day, left_out));
  const std::set<std::vector<std::int64_t>> classes(worths.begin(), worths.end());
  std::vector<std::uint32_t> found;
  for (const auto& mine : worths)
    found.push_back(static_cast<std::uint32_t>(
        std::count_if(classes.begin(), classes.end(), [&](const auto& other) { return other < mine; })));
  return found;
}

std::vector<std::vector<StateId>> moves(const Model& model, MoverId mover,
                                        const std::vector<Values>& states) {
  std::vector<std::vector<StateId>> found(states.size());
  for (std::size_t s = 0; s < states.size(); ++s)
    for (std::size_t t = 0; t < states.size(); ++t)
      if (allowed(model, mover, states[s], states[t])) found[s].push_back(static_cast<StateId>(t));
  return found;
}

Game game(const Model& model, std::optional<Date> day) {
  const std::vector<Values> states = feasible(model);
  Game game{.states = states.size()};
  game.replies = model.replies;
  for (const PartyId party : model.party_ids()) {
    game.moves.push_back(moves(model, party, states));
    game.members.push_back({index(party)});
    game.ranks.push_back(ranks(model, party, states, day));
  }
  for (std::size_t g = 0; g < model.groups.size(); ++g) {
    game.moves.push_back(moves(model, MoverId(model.parties.size() + g), states));
    game.members.emplace_back();
    for (const PartyId member : model.groups[g].members) game.members.back().push_back(index(member));
  }
  return game;
}

bool jointly_better(const Game& game, const std::vector<std::size_t>& parties, StateId s, StateId t) {
  return std::all_of(parties.begin(), parties.end(),
                     [&](std::size_t i) { return game.ranks[i][t] > game.ranks[i][s]; });
}

namespace {

/// The movers of whose members so many, none or all, are among some parties.
std::vector<std::size_t> movers_of(const Game& game, const std::vector<std::size_t>& parties, bool all) {
  std::vector<std::size_t> found;
  for (std::size_t m = 0; m < game.movers(); ++m) {
    std::size_t among = 0;
    for (const std::size_t i : game.members[m])
      among += std::count(parties.begin(), parties.end(), i) != 0 ? 1 : 0;
    if (among == (all ? game.members[m].size() : 0)) found.push_back(m);
  }
  return found;
}

}  // namespace

std::vector<std::size_t> movers_without(const Game& game, const std::vector<std::size_t>& parties) {
  return movers_of(game, parties, false);
}
std::vector<std::size_t> movers_within(const Game& game, const std::vector<std::size_t>& parties) {
  return movers_of(game, parties, true);
}

namespace {

/// Who may move next, from all the moves made so far.
bool may_move(Replies replies, const std::vector<std::size_t>& moved, std::size_t j) {
  if (moved.empty()) return true;
  if (replies == Replies::one) return false;
  return replies == Replies::legal ? moved.back() != j : std::count(moved.begin(), moved.end(), j) == 0;
}

}  // namespace

std::vector<StateId> replies(const Game& game, const std::vector<std::size_t>& group, StateId s,
                             bool improving) {
  // A state with who has moved; of legal sequences the last one alone, so that there are not too many.
  std::set<std::pair<StateId, std::vector<std::size_t>>> seen;
  std::vector<std::pair<StateId, std::vector<std::size_t>>> open = {{s, {}}};
  while (!open.empty()) {
    const auto [at, moved] = open.back();
    open.pop_back();
    for (const std::size_t j : group) {
      if (!may_move(game.replies, moved, j)) continue;
      std::vector<std::size_t> now = game.replies == Replies::legal ? std::vector<std::size_t>{} : moved;
      now.push_back(j);
      for (const StateId t : game.moves[j][at])
        if ((!improving || jointly_better(game, game.members[j], at, t)) && seen.insert({t, now}).second)
          open.emplace_back(t, now);
    }
  }
  std::set<StateId> reached;
  for (const auto& [t, moved] : seen) reached.insert(t);
  return {reached.begin(), reached.end()};
}

std::vector<StateId> reach(const Game& game, std::size_t mover, StateId s, bool improving) {
  return replies(game, movers_without(game, game.members[mover]), s, improving);
}

namespace {

// Whether s2 takes the improvement from s back, some member liking it no better, and, where the mover may
// answer, no move of its from s2 helps them all.
bool sanctions(const Game& game, std::size_t m, StateId s, StateId s2, bool symmetric) {
  if (jointly_better(game, game.members[m], s, s2)) return false;
  return !symmetric || std::none_of(game.moves[m][s2].begin(), game.moves[m][s2].end(),
                                    [&](StateId s3) { return jointly_better(game, game.members[m], s, s3); });
}

}  // namespace

bool deterred(const Game& game, std::size_t mover, StateId s, StateId s1, Concept concept_) {
  const bool improving = concept_ == Concept::seq || concept_ == Concept::sseq;
  const bool symmetric = concept_ == Concept::smr || concept_ == Concept::sseq;
  if (concept_ == Concept::nash) return false;
  const std::vector<StateId> answers = reach(game, mover, s1, improving);
  return std::any_of(answers.begin(), answers.end(),
                     [&](StateId s2) { return sanctions(game, mover, s, s2, symmetric); });
}

namespace {

bool stable_at(const Game& game, std::size_t m, StateId s, Concept concept_) {
  return std::all_of(game.moves[m][s].begin(), game.moves[m][s].end(), [&](StateId s1) {
    return !jointly_better(game, game.members[m], s, s1) || deterred(game, m, s, s1, concept_);
  });
}

}  // namespace

StateSet stable(const Game& game, std::size_t mover, Concept concept_) {
  StateSet set(game.states);
  for (StateId s = 0; s < game.states; ++s)
    if (stable_at(game, mover, s, concept_)) set.insert(s);
  return set;
}

namespace {

/// Whether some choice of the parties from j on, the others' among them improvements at s, ends in a feasible
/// state that i likes no better. `values`: with the choices so far; `met`: whether another party moves.
bool spoilt(const Model& model, const Game& game, const std::vector<Values>& states, std::size_t i, StateId s,
            std::size_t j, const Values& values, bool met) {
  if (j == game.parties()) {
    const auto t = std::find(states.begin(), states.end(), values);
    return met && t != states.end() &&
           game.ranks[i][static_cast<std::size_t>(t - states.begin())] <= game.ranks[i][s];
  }
  if (spoilt(model, game, states, i, s, j + 1, values, met)) return true;
  if (j == i) return false;
  return std::any_of(game.moves[j][s].begin(), game.moves[j][s].end(), [&](StateId t) {
    if (game.ranks[j][t] <= game.ranks[j][s]) return false;
    Values with = values;
    for (const OptionId o : model.parties[j].options) with[index(o)] = states[t][index(o)];
    return spoilt(model, game, states, i, s, j + 1, with, true);
  });
}

}  // namespace

StateSet simultaneously_stable(const Model& model, const Game& game, std::size_t party) {
  const std::vector<Values> states = feasible(model);
  StateSet set(game.states, true);
  for (StateId s = 0; s < game.states; ++s)
    for (const StateId s1 : game.moves[party][s])
      if (game.ranks[party][s1] > game.ranks[party][s] &&
          !spoilt(model, game, states, party, s, 0, states[s1], false))
        set.erase(s);
  return set;
}

}  // namespace entente::oracle
