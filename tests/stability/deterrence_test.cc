// A state looked at closely: improvements, answers and what falls short agree with the definitions on random
// models.
#include "stability/deterrence.h"
#include "oracle/rounds.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "oracle/coalition_oracle.h"
#include "oracle/hand_made.h"
#include "oracle/random_model.h"
#include "stability/coalitions.h"
#include "states/states.h"

namespace entente {
namespace {

/// By the definition, whatever the table says.
bool by_improvements(Concept c) {
  return c == Concept::seq || c == Concept::sseq;
}

struct World {
  explicit World(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    model = oracle::random_model(
        random, {.parties = 3, .options = 5, .values = 3, .combinations = 32, .replies = seed % 2 == 0});
    states = std::get<States>(feasible_states(model));
    for (PartyId i : model.party_ids()) all.push_back(ranks(model, i, states, model.day()));
    moves = all_moves(model, states);
    naive = oracle::game(model, model.day());
  }
  Game game() const { return {model, moves, all}; }

  Model model;
  States states;
  std::vector<Ranks> all;
  std::vector<MoverMoves> moves;
  oracle::Game naive;
};

template <class Id>
std::vector<std::size_t> indices(const std::vector<Id>& some) {
  std::vector<std::size_t> all;
  for (Id i : some) all.push_back(index(i));
  return all;
}

/// What an actor reaches: a group by one joint move, all others by legal sequences.
std::vector<StateId> own_reach(const World& w, const Actor& who, StateId s) {
  const bool jointly = who.movers.size() == 1 && w.model.is_group(who.movers.front());
  return jointly ? w.naive.moves[index(who.movers.front())][s]
                 : oracle::group_reach(w.naive, indices(who.members), s, false);
}

/// Whether the steps are moves of the group, from one state to another, that may follow one another so.
bool legal(const World& w, const std::vector<AnswerStep>& steps, const std::vector<MoverId>& group,
           StateId from, bool gains, Replies replies = Replies::legal) {
  if (replies == Replies::one && steps.size() > 1) return false;
  for (std::size_t k = 0; replies == Replies::once && k < steps.size(); ++k)
    for (std::size_t j = 0; j < k; ++j)
      if (steps[j].mover == steps[k].mover) return false;
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const AnswerStep& step = steps[k];
    const auto& reached = w.naive.moves[index(step.mover)][step.from];
    if (std::count(group.begin(), group.end(), step.mover) == 0) return false;
    if (step.from != (k == 0 ? from : steps[k - 1].to)) return false;
    if (k > 0 && step.mover == steps[k - 1].mover) return false;
    if (std::count(reached.begin(), reached.end(), step.to) == 0) return false;
    if (gains && !oracle::jointly_better(w.naive, w.naive.members[index(step.mover)], step.from, step.to))
      return false;
  }
  return true;
}

/// Whether a state takes the coalition's gain away, as the concept sees it.
bool deters(const World& w, const Actor& who, StateId at, StateId s2, Concept c) {
  const auto group = indices(who.members);
  if (oracle::jointly_better(w.naive, group, at, s2)) return false;
  if (c != Concept::smr && c != Concept::sseq) return true;
  for (StateId s3 : own_reach(w, who, s2))
    if (oracle::jointly_better(w.naive, group, at, s3)) return false;
  return true;
}

bool part(const States& states, StateId s, StateId t, StateId u) {
  for (std::size_t o = 0; o < states.layout().options(); ++o) {
    const Value v = states.value(u, static_cast<OptionId>(o));
    if (v != states.value(s, static_cast<OptionId>(o)) && v != states.value(t, static_cast<OptionId>(o)))
      return false;
  }
  return u != s && u != t;
}

void check_lean(const World& w, const Actor& who, StateId at, const Deterrence& d) {
  std::vector<StateId> lean;
  for (StateId t : d.improvements()) {
    const auto as_good = [&](StateId u) {
      return part(w.states, at, t, u) && std::all_of(who.members.begin(), who.members.end(), [&](PartyId i) {
               return w.naive.ranks[index(i)][u] >= w.naive.ranks[index(i)][t];
             });
    };
    if (std::none_of(d.improvements().begin(), d.improvements().end(), as_good)) lean.push_back(t);
  }
  ASSERT_EQ(d.lean(w.states), lean);
}

void check_shortfall(const World& w, const Actor& who, StateId at, Concept c, StateId s1,
                     const Shortfall& f) {
  const std::vector<MoverId> rest = w.model.movers_without(who.members);
  ASSERT_TRUE(legal(w, f.steps, rest, s1, by_improvements(c), w.model.replies));
  ASSERT_EQ(f.end, f.steps.empty() ? s1 : f.steps.back().to);
  if (c != Concept::nash) {
    ASSERT_EQ(f.answers, !oracle::replies(w.naive, indices(rest), s1, by_improvements(c)).empty());
  }
  const bool gain_left = oracle::jointly_better(w.naive, indices(who.members), at, f.end);
  ASSERT_EQ(gain_left, f.escape.empty());
  if (gain_left) return;
  ASSERT_TRUE(legal(w, f.escape, who.movers, f.end, false));
  ASSERT_TRUE(oracle::jointly_better(w.naive, indices(who.members), at, f.escape.back().to));
}

void check_answer(const World& w, const Actor& who, StateId at, Concept c, Deterrence& d, StateId s1) {
  const std::vector<MoverId> rest = w.model.movers_without(who.members);
  ASSERT_TRUE(legal(w, d.way_to(s1), who.movers, at, false));
  ASSERT_EQ(d.way_to(s1).back().to, s1);
  const auto reached = c == Concept::nash ? std::vector<StateId>()
                                          : oracle::replies(w.naive, indices(rest), s1, by_improvements(c));
  const bool deterred =
      std::any_of(reached.begin(), reached.end(), [&](StateId s2) { return deters(w, who, at, s2, c); });
  const auto answered = d.answer(s1);
  ASSERT_EQ(answered.has_value(), deterred);
  if (!answered) return check_shortfall(w, who, at, c, s1, d.shortfall(s1));
  ASSERT_TRUE(legal(w, *answered, rest, s1, by_improvements(c), w.model.replies));
  ASSERT_TRUE(deters(w, who, at, answered->back().to, c));
  if (who.movers.size() == 1) {
    const auto one = answer({w.model, w.moves, w.all, who.movers.front(), at, s1}, c);
    ASSERT_TRUE(one);
    ASSERT_EQ(one->size(), answered->size());
  }
}

void check(const World& w, const Actor& who, StateId at, Concept c) {
  Deterrence d(w.game(), who, at, c);
  std::vector<StateId> right;
  for (StateId t : own_reach(w, who, at))
    if (oracle::jointly_better(w.naive, indices(who.members), at, t)) right.push_back(t);
  std::vector<StateId> mine = d.improvements();
  std::sort(mine.begin(), mine.end());
  ASSERT_EQ(mine, right);
  check_lean(w, who, at, d);
  for (StateId s1 : d.improvements()) {
    check_answer(w, who, at, c, d, s1);
    if (testing::Test::HasFatalFailure()) return;
  }
  const StateSet stable = who.movers.size() == 1 ? oracle::stable(w.naive, index(who.movers.front()), c)
                                                 : oracle::group_stable(w.naive, indices(who.members), c);
  ASSERT_EQ(d.undeterred().has_value(), !stable.contains(at));
}

TEST(Deterrence, agrees_with_the_definitions) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(1500); ++seed) {
    const World w(seed);
    std::vector<Actor> all;
    for (const Coalition& c : coalitions(w.all.size(), w.all.size())) all.push_back(actor(w.model, c));
    for (const MoverId m : w.model.mover_ids()) all.push_back(actor(w.model, m));
    std::mt19937_64 random(seed);
    for (const Actor& who : all)
      for (Concept c : concepts) {
        const auto at = static_cast<StateId>(oracle::draw(random, w.states.size()));
        check(w, who, at, c);
        ASSERT_FALSE(HasFatalFailure())
            << "seed " << seed << ", " << id(c) << ", state " << at << ", " << who.members.size()
            << " parties from " << index(who.members.front()) << "\n"
            << oracle::described(w.model);
      }
  }
}

/// What undoes x's gain takes y, then z, then y again; or z and y, where y has begun; or y alone, where z has
/// acted, too.
TEST(Deterrence, replies_are_read_as_asked) {
  oracle::HandMade made;
  const PartyId x = made.party();
  const OptionId go = made.option(x);
  const PartyId y = made.party();
  const OptionId begin = made.option(y);
  const OptionId undo = made.option(y);
  const OptionId stop = made.option(made.party());
  made.model.options[index(begin)].moves.kind = Moves::Kind::forward;
  made.model.options[index(stop)].when = made.is(begin);
  made.model.options[index(undo)].when = made.both(made.is(begin), made.is(stop));
  made.likes(x, made.never(made.is(undo)));
  made.likes(x, made.is(go));
  const States states = std::get<States>(feasible_states(made.model));
  const std::vector<MoverMoves> moves = all_moves(made.model, states);
  std::vector<Ranks> all;
  for (const PartyId i : made.model.party_ids()) all.push_back(ranks(made.model, i, states, {}));
  const auto steps = [&](Replies replies, bool begun, bool stopped) -> std::size_t {
    made.model.replies = replies;
    const Word from = states.layout().word({0, begun ? 1U : 0U, 0, stopped ? 1U : 0U});
    const StateId at = *states.find(from);
    Deterrence d({made.model, moves, all}, actor(made.model, x), at, Concept::gmr);
    const StateId gone = *states.find(states.layout().with(from, go, 1));
    const auto answered = d.answer(gone);
    const auto again = answer({made.model, moves, all, x, at, gone}, Concept::gmr);
    EXPECT_EQ(answered.has_value(), again.has_value());
    return answered ? answered->size() : 0;
  };
  EXPECT_EQ(steps(Replies::legal, false, false), 3U);
  EXPECT_EQ(steps(Replies::once, false, false), 0U);
  EXPECT_EQ(steps(Replies::one, false, false), 0U);
  EXPECT_EQ(steps(Replies::legal, true, false), 2U);
  EXPECT_EQ(steps(Replies::once, true, false), 2U);
  EXPECT_EQ(steps(Replies::one, true, false), 0U);
  for (const Replies replies : {Replies::legal, Replies::once, Replies::one})
    EXPECT_EQ(steps(replies, true, true), 1U);
}

TEST(Deterrence, gives_up_where_asked) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const World w(seed);
    const Actor everyone = actor(w.model, Coalition(w.model.party_ids()));
    const Deterrence whole(w.game(), everyone, 0, Concept::seq);
    EXPECT_FALSE(whole.gave_up());
    if (!whole.improvements().empty()) {
      EXPECT_TRUE(Deterrence(w.game(), everyone, 0, Concept::seq, 0).gave_up());
    }
  }
}

}  // namespace
}  // namespace entente
