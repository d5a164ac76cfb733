// Paths on random models: as good as the definitions say, and made of moves that are what they are called.
#include <gtest/gtest.h>

#include <algorithm>

#include "oracle/path_oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "path/cheapest.h"
#include "path/path.h"
#include "path/terrain.h"

namespace entente {
namespace {

/// A model with all that paths are sought in.
struct Field {
  explicit Field(const Model& of)
      : model(of),
        states(std::get<States>(feasible_states(of))),
        moves(all_moves(of, states)),
        naive(oracle::all_moves(of)) {
    for (const PartyId party : of.party_ids()) ranks.push_back(entente::ranks(of, party, states, of.day()));
  }
  Ground ground() const { return {model, states, ranks}; }
  StateId status_quo() const { return *states.find(entente::status_quo(model, states.layout())); }

  const Model& model;
  States states;
  std::vector<MoverMoves> moves;
  std::vector<oracle::NaiveMove> naive;
  std::vector<Ranks> ranks;
};

StateSet some_states(std::mt19937_64& random, std::size_t states, std::uint64_t one_in) {
  StateSet some(states);
  for (StateId s = 0; s < states; ++s)
    if (oracle::draw(random, one_in) == 0) some.insert(s);
  return some;
}

PathQuestion random_question(std::mt19937_64& random, const Field& field) {
  PathQuestion question{StateSet(field.states.size()), StateSet(field.states.size())};
  if (oracle::draw(random, 3) != 0) question.from.insert(field.status_quo());
  if (question.from.empty()) question.from = some_states(random, field.states.size(), 8);
  question.to = some_states(random, field.states.size(), 1 + oracle::draw(random, 12));
  question.safe = oracle::draw(random, 3) == 0;
  if (field.model.day() && oracle::draw(random, 2) == 0) {
    const std::uint64_t most = oracle::draw(random, 2) == 0 ? 120 : 1500;
    question.deadline =
        *field.model.day() + std::chrono::days(static_cast<int>(oracle::draw(random, most)) - 3);
  }
  return question;
}

const oracle::NaiveMove* move_of(const Field& field, MoverId mover, StateId from, StateId to) {
  const auto found = std::find_if(field.naive.begin(), field.naive.end(), [&](const oracle::NaiveMove& m) {
    return m.mover == mover && m.from == from && m.to == to;
  });
  return found == field.naive.end() ? nullptr : &*found;
}

// Each step is a move that the oracle knows, of the kind and the length it says.
void check_steps(const Field& field, const PathQuestion& question, const Path& path) {
  ASSERT_TRUE(question.from.contains(path.start));
  StateId at = path.start;
  std::optional<Date> day = field.model.day();
  std::uint32_t concessions = 0;
  for (const Step& step : path.steps) {
    ASSERT_EQ(step.from, at);
    const oracle::NaiveMove* move = move_of(field, step.mover, step.from, step.to);
    ASSERT_NE(move, nullptr);
    ASSERT_EQ(step.kinds.members, move->kinds);
    ASSERT_EQ(step.kinds.members,
              step_kinds(field.moves[index(step.mover)], field.ranks, at, step.to).members);
    concessions += step.kinds.concessions();
    if (day) {
      Date done = *day;
      for (const auto& takes : move->takes)
        if (takes) done = std::max(done, after(*day, *takes));
      day = done;
    }
    ASSERT_EQ(step.done, day);
    at = step.to;
    for (const PartyId party : field.model.consenting()) {
      const Ranks& ranks = field.ranks[index(party)];
      ASSERT_TRUE(!question.safe || ranks[at] >= ranks[field.status_quo()]);
    }
  }
  ASSERT_TRUE(question.to.contains(at));
  ASSERT_EQ(path.concessions, concessions);
  ASSERT_EQ(path.done, day);
}

Date done_by(const oracle::NaiveMove& move, Date begun) {
  Date done = begun;
  for (const auto& takes : move.takes)
    if (takes) done = std::max(done, after(begun, *takes));
  return done;
}

bool in_common(const Model& model, MoverId a, MoverId b) {
  for (const PartyId i : model.members(a))
    for (const PartyId k : model.members(b))
      if (i == k) return true;
  return false;
}

/// A step made where just those of the earlier ones are done that are done by a day; null where it may not
/// begin then.
const oracle::NaiveMove* begun_on(const Field& field, const Path& path, const std::vector<Date>& done,
                                  Date day) {
  const std::size_t k = done.size();
  const auto with = [&](Word at, const Step& step) {
    for (std::size_t o = 0; o < field.model.options.size(); ++o) {
      const Word mask = field.states.layout().field(static_cast<OptionId>(o)).mask;
      const Word from = field.states[step.from] & mask, to = field.states[step.to] & mask;
      if (from != to) at = (at & ~mask) | to;
    }
    return at;
  };
  Word at = field.states[path.start];
  for (std::size_t j = 0; j < k; ++j) {
    if (done[j] <= day)
      at = with(at, path.steps[j]);
    else if (in_common(field.model, path.steps[j].mover, path.steps[k].mover))
      return nullptr;
  }
  const auto from = field.states.find(at), to = field.states.find(with(at, path.steps[k]));
  const oracle::NaiveMove* move = from && to ? move_of(field, path.steps[k].mover, *from, *to) : nullptr;
  bool worse = false;
  for (std::size_t m = 0; move != nullptr && m < move->kinds.size(); ++m)
    worse = worse || (move->kinds[m] == StepKind::concession &&
                      path.steps[k].kinds.members[m] != StepKind::concession);
  return worse ? nullptr : move;
}

// Day after day each step is begun where it may.
void check_together(const Field& field, const Path& path, std::size_t& sooner) {
  ASSERT_EQ(path.done_together.has_value(), field.model.day().has_value());
  if (!path.done_together) return;
  std::vector<Date> done;
  while (done.size() < path.steps.size()) {
    Date day = *field.model.day();
    const oracle::NaiveMove* move = begun_on(field, path, done, day);
    for (; move == nullptr; move = begun_on(field, path, done, day)) {
      day += std::chrono::days{1};
      ASSERT_LE(day, *path.done);
    }
    done.push_back(done_by(*move, day));
  }
  const Date last = done.empty() ? *field.model.day() : *std::max_element(done.begin(), done.end());
  ASSERT_EQ(*path.done_together, last);
  ASSERT_LE(last, *path.done);
  sooner += last < *path.done ? 1 : 0;
}

/// Whether the way is one still, and no dearer, where some options stay as they are at its start.
bool may_do_without(const Field& field, const PathQuestion& question, const Path& path, Word options) {
  const Word kept = field.states[path.start] & options;
  const auto with = [&](StateId s) { return field.states.find((field.states[s] & ~options) | kept); };
  std::uint32_t concessions = 0;
  std::optional<StateId> end = path.start;
  for (const Step& step : path.steps) {
    const auto from = with(step.from);
    end = with(step.to);
    const oracle::NaiveMove* move = from && end ? move_of(field, step.mover, *from, *end) : nullptr;
    if (move == nullptr) return false;
    for (const PartyId party : field.model.consenting()) {
      const Ranks& ranks = field.ranks[index(party)];
      if (question.safe && ranks[*end] < ranks[field.status_quo()]) return false;
    }
    concessions += oracle::concessions(*move);
  }
  return question.to.contains(*end) && concessions <= path.concessions;
}

// No option, and no two, could have stayed as they were.
void check_nothing_superfluous(const Field& field, const PathQuestion& question, const Path& path) {
  Word changed = 0;
  for (const Step& step : path.steps) changed |= field.states[step.from] ^ field.states[step.to];
  std::vector<Word> fields;
  for (std::size_t o = 0; o < field.model.options.size(); ++o)
    if (const Word mask = field.states.layout().field(static_cast<OptionId>(o)).mask; (changed & mask) != 0)
      fields.push_back(mask);
  for (const Word one : fields)
    for (const Word other : fields)
      ASSERT_FALSE(may_do_without(field, question, path, one | other)) << one << " " << other;
}

std::size_t done_sooner_together = 0;

void check_path(const Field& field, PathFinder& finder, const PathQuestion& question) {
  const auto right = oracle::best_path(field.model, field.naive, question.from, question.to, question.safe,
                                       question.deadline);
  const std::optional<Path> found = finder.best(question);
  ASSERT_EQ(found.has_value(), right.has_value());
  if (!found) return;
  check_steps(field, question, *found);
  check_together(field, *found, done_sooner_together);
  ASSERT_EQ(found->concessions, right->concessions);
  ASSERT_EQ(found->steps.size(), right->moves);
  ASSERT_EQ(found->done, right->done);
  ASSERT_EQ(found->in_time, right->in_time);
  check_nothing_superfluous(field, question, *found);
}

void check_models(std::uint64_t first, std::uint64_t last, const oracle::Shape& shape, bool all_take_time) {
  for (std::uint64_t seed = first; seed <= oracle::rounds(last); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random, shape);
    if (all_take_time)
      for (Option& option : model.options)
        option.takes = Period{static_cast<std::uint32_t>(1 + oracle::draw(random, 40)),
                              Period::Unit(oracle::draw(random, 3))};
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const Field field(model);
    PathFinder finder(field.ground());
    for (int k = 0; k < 6 && !testing::Test::HasFailure(); ++k)
      check_path(field, finder, random_question(random, field));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(PathAgrees, OnRandomModels) {
  check_models(1, 1500, {}, false);
}

TEST(PathAgrees, OnFreeMoves) {
  check_models(1, 500, {.statements = 6, .restricted = false}, false);
}

// Blocks large enough to be laid out as grids, with and without empty cells and forbidden changes.
TEST(PathAgrees, OnLargeBlocks) {
  check_models(1, 400, {.parties = 2, .options = 9, .values = 3, .combinations = 192, .statements = 8},
               false);
}

TEST(PathAgrees, WhereEverythingTakesTime) {
  done_sooner_together = 0;
  check_models(1, 700, {.parties = 3, .options = 6, .values = 3, .combinations = 64, .statements = 5}, true);
  EXPECT_GT(done_sooner_together, 10U);
}

// Deadlines between the earliest finish and that of the path that is best without one.
void check_tight_deadlines(std::mt19937_64& random, const Field& field) {
  PathFinder finder(field.ground());
  PathQuestion question{StateSet(field.states.size()), StateSet(field.states.size()), false, std::nullopt};
  question.from.insert(field.status_quo());
  question.to.insert(static_cast<StateId>(oracle::draw(random, field.states.size())));
  const auto unhurried = finder.best(question);
  if (!unhurried) return;
  question.deadline = *field.model.day() - std::chrono::days(1);
  const auto earliest = finder.best(question);
  const auto span = static_cast<std::uint64_t>((*unhurried->done - *earliest->done).count());
  for (int k = 0; k < 4 && span > 0 && !testing::Test::HasFailure(); ++k) {
    question.deadline = *earliest->done + std::chrono::days(static_cast<int>(oracle::draw(random, span)));
    check_path(field, finder, question);
  }
}

TEST(PathAgrees, OnTightDeadlines) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(3000); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(
        random,
        {.parties = 3, .options = 7, .values = 3, .combinations = 72, .statements = 8, .rules = false});
    model.date = date_span("2016-01-31");
    for (Option& option : model.options)
      option.takes = Period{static_cast<std::uint32_t>(1 + oracle::draw(random, 9)), Period::Unit::months};
    for (Party& party : model.parties)
      for (Preference& preference : party.preferences) preference.since = preference.until = std::nullopt;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    check_tight_deadlines(random, Field(model));
    if (testing::Test::HasFailure()) return;
  }
}

void check_fewest_concessions(std::uint64_t last, const oracle::Shape& shape) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(last); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random, shape);
    const Field field(model);
    const auto start = static_cast<StateId>(oracle::draw(random, field.states.size()));
    ASSERT_EQ(fewest_concessions(field.ground(), start),
              oracle::fewest_concessions(field.states.size(), field.naive, start))
        << "seed " << seed << "\n"
        << oracle::described(model);
  }
}

TEST(PathAgrees, FewestConcessions) {
  check_fewest_concessions(1000, {});
}

// Blocks large enough to be laid out as grids.
TEST(PathAgrees, FewestConcessionsOnLargeBlocks) {
  check_fewest_concessions(400,
                           {.parties = 2, .options = 9, .values = 3, .combinations = 192, .statements = 8});
}

// Only what is asked need be known: each of some states within so many concessions, and the nearest of
// others.
TEST(PathAgrees, FewestConcessionsAsFarAsIsAsked) {
  std::size_t left_out = 0;
  for (std::uint64_t seed = 1; seed <= oracle::rounds(1000); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random);
    const Field field(model);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const auto start = static_cast<StateId>(oracle::draw(random, field.states.size()));
    const StateSet each = some_states(random, field.states.size(), 6);
    const StateSet others = some_states(random, field.states.size(), 12);
    const auto within = static_cast<std::uint32_t>(oracle::draw(random, 3));
    const auto right = oracle::fewest_concessions(field.states.size(), field.naive, start);
    const auto found = PathFinder(field.ground()).fewest_concessions(start, {each, within, others});
    std::uint32_t nearest = unreachable, right_nearest = unreachable;
    for (StateId s = 0; s < right.size(); ++s) {
      if (each.contains(s) && right[s] <= within) {
        ASSERT_EQ(found[s], right[s]);
      }
      ASSERT_TRUE(found[s] == right[s] || found[s] == unreachable);
      left_out += found[s] == right[s] ? 0 : 1;
      if (!others.contains(s)) continue;
      nearest = std::min(nearest, found[s]);
      right_nearest = std::min(right_nearest, right[s]);
    }
    ASSERT_EQ(nearest, right_nearest);
  }
  EXPECT_GT(left_out, 100U);
}

// All states by what they cost, whether moves without a concession are looked up state by state or gone
// through party by party, as they are where there are very many states.
TEST(PathAgrees, CheapestHoweverMovesAreGoneThrough) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(600); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random);
    const Field field(model);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const StateId start = static_cast<StateId>(oracle::draw(random, field.states.size()));
    StateSet from(field.states.size());
    from.insert(start);
    const StateSet open(field.states.size(), true), none(field.states.size());
    Terrain looked_up(field.ground()), gone_through(field.ground(), {}, 0);
    Cheapest by_state(looked_up, from, open), by_party(gone_through, from, open);
    ASSERT_FALSE(by_state.reach(none) || by_party.reach(none));
    ASSERT_EQ(by_state.settled(), by_party.settled());
    const auto right = oracle::fewest_concessions(field.states.size(), field.naive, start);
    for (StateId s = 0; s < field.states.size(); ++s) {
      ASSERT_EQ(by_state.cost(s), by_party.cost(s));
      ASSERT_EQ(by_party.cost(s).concessions, right[s]);
    }
    const StateSet some = some_states(random, field.states.size(), 8);
    Cheapest way(looked_up, from, open), same(gone_through, from, open);
    const bool is_way = way.reach(some);
    ASSERT_EQ(same.reach(some), is_way);
    if (is_way) {
      ASSERT_EQ(way.found(), same.found());
    }
  }
}

TEST(PathAgrees, ThatOneQuestionDoesNotChangeTheNext) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(200); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random);
    const Field field(model);
    PathFinder finder(field.ground());
    for (int k = 0; k < 4; ++k) {
      const PathQuestion question = random_question(random, field);
      const auto first = best_path(field.ground(), question);
      const auto again = finder.best(question);
      ASSERT_EQ(first.has_value(), again.has_value());
      if (!first) continue;
      ASSERT_EQ(first->steps.size(), again->steps.size());
      for (std::size_t n = 0; n < first->steps.size(); ++n) ASSERT_EQ(first->steps[n].to, again->steps[n].to);
    }
  }
}

}  // namespace
}  // namespace entente
