// Stability turned round. Each move away is a clause over the states that the party likes no better: the end
// of the move itself, an answer of the others, or, where it may not get away from that, the answer with all
// that it could go on to. The sets looked for are the minimal ones that meet every clause.
#include "stability/inverse.h"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t most_written = std::size_t{1} << 23;  // states in all clauses

using Clauses = std::vector<Deterring>;

bool has(const StateList& all, StateId s) {
  return std::binary_search(all.begin(), all.end(), s);
}

void sort_once(StateList& states) {
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
}

/// What deters a move of a party's, for one state after another.
class Departures {
 public:
  Departures(const Game& game, PartyId party, StateId at, Concept seen)
      : game_(game),
        own_(game.moves[index(party)]),
        at_(at),
        seen_(seen),
        others_(game.model.movers_without({party})) {}

  /// Nothing where nothing more is needed: the others can lead back, and leave no way on.
  std::optional<Deterring> move_to(StateId s1) {
    Deterring clause{{s1}, {}};
    ++written_;
    const StateList answers = has_answers(seen_) ? answers_to(s1) : StateList();
    for (const StateId s2 : answers) {
      StateList all = row(seen_).symmetric ? own_.from(s2) : StateList();
      all.push_back(s2);
      std::erase(all, at_);
      if (all.empty()) return std::nullopt;
      sort_once(all);
      written_ += all.size();
      if (too_much()) return clause;
      if (all.size() == 1)
        clause.any.push_back(all.front());
      else
        clause.all.push_back(std::move(all));
    }
    clause.tidy();
    return clause;
  }
  bool too_much() const { return written_ > most_written; }

 private:
  StateList answers_to(StateId s1) const {
    GroupWalk walk(game_, others_, answer_steps(seen_), game_.model.replies);
    StateList reached;
    walk.search(s1, [&](GroupWalk::Node node) {
      reached.push_back(walk.state(node));
      return false;
    });
    sort_once(reached);
    return reached;
  }

  const Game& game_;
  const MoverMoves& own_;
  StateId at_;
  Concept seen_;
  std::vector<MoverId> others_;
  std::size_t written_ = 0;
};

}  // namespace

bool Deterring::met(const StateList& no_better) const {
  for (const StateId s : no_better)
    if (has(any, s)) return true;
  for (const StateList& every : all) {
    if (every.size() > no_better.size()) return false;
    if (std::includes(no_better.begin(), no_better.end(), every.begin(), every.end())) return true;
  }
  return false;
}

void Deterring::tidy() {
  for (const StateList& every : all)
    if (every.size() == 1) any.push_back(every.front());
  sort_once(any);
  std::erase_if(all, [&](const StateList& every) {
    return std::any_of(every.begin(), every.end(), [&](StateId s) { return has(any, s); });
  });
  std::sort(all.begin(), all.end(), [](const StateList& a, const StateList& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

std::optional<Clauses> deterring(const Game& game, PartyId party, StateId at, Concept seen) {
  Clauses all;
  Departures departures(game, party, at, seen);
  for (const StateId s1 : game.moves[index(party)].from(at)) {
    game.look();
    if (auto clause = departures.move_to(s1)) all.push_back(std::move(*clause));
    if (departures.too_much()) return std::nullopt;
  }
  return all;
}

bool deterred(const Clauses& all, const StateList& no_better) {
  return std::all_of(all.begin(), all.end(), [&](const Deterring& clause) { return clause.met(no_better); });
}

std::optional<StrictRankings> strict_rankings(const Clauses& all, StateId at, std::size_t states) {
  if (states > most_ranked) return std::nullopt;
  const auto orders = [](std::size_t of) {
    std::uint64_t product = 1;
    for (std::size_t k = 2; k <= of; ++k) product *= k;
    return product;
  };
  StrictRankings count{orders(states), 0};
  for (std::size_t some = 0; some < std::size_t{1} << states; ++some) {
    if ((some >> at & 1) != 0) continue;
    StateList worse;
    for (StateId s = 0; s < states; ++s)
      if ((some >> s & 1) != 0) worse.push_back(s);
    if (deterred(all, worse)) count.stable += orders(worse.size()) * orders(states - 1 - worse.size());
  }
  return count;
}

}  // namespace entente
