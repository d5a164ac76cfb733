// A case that is exported as a table and imported again has the same states, ranks, moves and verdicts.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>
#include <set>

#include "brief/exported_table.h"
#include "casefile/read.h"
#include "exchange/table_case.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "same_party.h"

namespace entente {
namespace {

using exchange::StateTable;

std::string table_of(const Case& c) {
  std::string text;
  state_table_csv(c, [&](std::string_view piece) { return text.append(piece), true; });
  return text;
}

/// The state of the made case that each row of the table is.
std::vector<StateId> states_of_rows(const StateTable& table, const Case& made) {
  std::map<std::string, OptionId> options;
  for (std::size_t o = 0; o < made.model.options.size(); ++o)
    options.emplace(made.model.reference(static_cast<OptionId>(o)), static_cast<OptionId>(o));
  std::vector<StateId> all;
  for (const exchange::TableRow& row : table.rows) {
    Word word = 0;
    for (std::size_t o = 0; o < row.courses.size(); ++o) {
      const exchange::TableOption& option = table.options[o];
      word = made.states.layout().with(word, options.at(table.parties[option.party].id + "." + option.id),
                                       *row.courses[o]);
    }
    all.push_back(made.states.find(word).value_or(static_cast<StateId>(made.states.size())));
  }
  return all;
}

void expect_same(const Case& c, const Case& made, const std::vector<StateId>& as) {
  ASSERT_EQ(made.states.size(), c.states.size());
  EXPECT_EQ(made.status_quo, as[c.status_quo]);
  const Analysis before(c), after(made);
  for (const PartyId i : c.model.party_ids()) {
    const auto same = std::find_if(made.model.parties.begin(), made.model.parties.end(),
                                   [&](const Party& p) { return p.id == c.model[i].id; });
    ASSERT_NE(same, made.model.parties.end());
    const PartyId k{static_cast<std::uint32_t>(same - made.model.parties.begin())};
    expect_same_party(before, i, after, k, as);
  }
}

/// A table as text: rows of cells, a dash for any course; and transitions between rows.
struct Drawn {
  std::vector<std::size_t> values;  // of each option
  std::vector<std::size_t> party;   // whose it is
  std::vector<std::vector<std::optional<Value>>> rows;
  std::vector<std::vector<std::size_t>> ranks;    // of each row, one a party
  std::vector<std::array<std::size_t, 3>> moves;  // party, from, to
  std::size_t now = 0;
};

constexpr std::size_t players = 3;

/// The courses that stand in a column, which are all that there are of it.
std::vector<Value> courses_in(const Drawn& d, std::size_t option) {
  std::set<Value> all;
  for (const auto& row : d.rows)
    if (row[option]) all.insert(*row[option]);
  return {all.begin(), all.end()};
}

/// All combinations, cut into rows, of which some are left out; nothing where no row is a single state,
/// or an option has one course alone.
std::optional<Drawn> drawn_table(std::mt19937_64& random) {
  Drawn d;
  for (std::size_t o = 0; o < 4; ++o) {
    d.values.push_back(2 + oracle::draw(random, 2));
    d.party.push_back(std::min(o, players - 1));
  }
  d.rows.emplace_back(4);
  for (std::size_t cuts = 8 + oracle::draw(random, 14); cuts > 0; --cuts) {
    const std::size_t r = oracle::draw(random, d.rows.size()), o = oracle::draw(random, 4);
    if (d.rows[r][o]) continue;
    for (Value v = 1; v < d.values[o]; ++v) {
      d.rows.push_back(d.rows[r]);
      d.rows.back()[o] = v;
    }
    d.rows[r][o] = 0;
    if (oracle::draw(random, 6) == 0) d.rows.erase(d.rows.begin() + static_cast<std::ptrdiff_t>(r));
  }
  d.now = d.rows.size();
  for (std::size_t r = 0; r < d.rows.size(); ++r) {
    if (std::all_of(d.rows[r].begin(), d.rows[r].end(), [](const auto& c) { return c.has_value(); }))
      d.now = r;
    d.ranks.emplace_back();
    for (std::size_t i = 0; i < players; ++i) d.ranks.back().push_back(1 + oracle::draw(random, 4));
  }
  for (std::size_t o = 0; o < 4; ++o)
    if (courses_in(d, o).size() < 2) return std::nullopt;
  return d.now < d.rows.size() ? std::optional(d) : std::nullopt;
}

/// Whether a move of a party can lead from one row to the other.
bool leads(const Drawn& d, std::size_t party, std::size_t from, std::size_t to) {
  bool within = from != to;
  for (std::size_t o = 0; o < 4; ++o) {
    const auto &a = d.rows[from][o], &b = d.rows[to][o];
    if (d.party[o] != party && a && b && a != b) return false;
    within = within || (d.party[o] == party && !a);
  }
  return within;
}

void draw_moves(std::mt19937_64& random, Drawn& d) {
  for (std::size_t i = 0; i < players; ++i)
    for (std::size_t r = 0; r < d.rows.size(); ++r)
      for (std::size_t t = 0; t < d.rows.size(); ++t)
        if (leads(d, i, r, t) && oracle::draw(random, 3) == 0) d.moves.push_back({i, r, t});
}

/// Rows of single states in place of rows of several, and the transitions between those.
Drawn spread(const Drawn& d) {
  Drawn all{.values = d.values, .party = d.party, .rows = {}, .ranks = {}, .moves = {}};
  std::vector<std::size_t> row;
  for (std::size_t r = 0; r < d.rows.size(); ++r) {
    std::vector<std::vector<std::optional<Value>>> states = {d.rows[r]};
    for (std::size_t o = 0; o < 4; ++o) {
      if (d.rows[r][o]) continue;
      std::vector<std::vector<std::optional<Value>>> more;
      for (const auto& state : states)
        for (const Value v : courses_in(d, o)) more.push_back(state), more.back()[o] = v;
      states = std::move(more);
    }
    if (r == d.now) all.now = all.rows.size();
    for (const auto& state : states)
      all.rows.push_back(state), all.ranks.push_back(d.ranks[r]), row.push_back(r);
  }
  for (std::size_t s = 0; s < all.rows.size(); ++s)
    for (std::size_t t = 0; t < all.rows.size(); ++t)
      for (const auto& [i, from, to] : d.moves)
        if (s != t && row[s] == from && row[t] == to && leads(all, i, s, t)) all.moves.push_back({i, s, t});
  return all;
}

std::string as_table(const Drawn& d, bool named) {
  std::string text = "a.w,b.x,c.y,c.z,rank:a,rank:b,rank:c,status_quo,id\n";
  for (std::size_t r = 0; r < d.rows.size(); ++r) {
    for (const auto& course : d.rows[r]) text += (course ? "v" + std::to_string(*course) : "-") + ",";
    for (const std::size_t rank : d.ranks[r]) text += std::to_string(rank) + ",";
    text += (r == d.now ? "x," : ",") + (named ? "s" + std::to_string(r + 1) : "") + "\n";
  }
  return text;
}

std::string as_transitions(const Drawn& d) {
  std::string text = "party,from,to\n";
  for (const auto& [i, from, to] : d.moves)
    text += std::string(1, static_cast<char>('a' + i)) + "," + std::to_string(from + 1) + "," +
            std::to_string(to + 1) + "\n";
  return text;
}

std::optional<Case> imported(const Drawn& d, bool named, bool listed) {
  Diagnostics diagnostics;
  const Text text("t.csv", as_table(d, named)), moves("m.csv", as_transitions(d));
  const StateTable table = exchange::read_state_table(text, diagnostics);
  EXPECT_FALSE(diagnostics.faulty()) << printed(diagnostics, text, {}) << text.content();
  if (diagnostics.faulty()) return std::nullopt;
  const std::vector<exchange::Transition> read = exchange::read_transitions(moves, table, diagnostics);
  EXPECT_FALSE(diagnostics.faulty()) << printed(diagnostics, moves, {});
  const Text written("made.toml", exchange::case_of_table(table, listed ? &read : nullptr, "Made").text);
  CaseReading made = read_case(written);
  EXPECT_FALSE(made.diagnostics.faulty()) << printed(made.diagnostics, written, {}) << written.content();
  return std::move(made.found);
}

/// Which state of the one case each state of the other is, by the texts of its courses.
std::vector<StateId> states_as(const Case& from, const Case& to) {
  std::map<std::vector<std::string>, StateId> found;
  const auto texts = [](const Case& c, StateId s) {
    std::vector<std::string> all;
    for (std::size_t o = 0; o < c.model.options.size(); ++o) {
      const auto option = static_cast<OptionId>(o);
      all.push_back(c.model[option].values[c.states.value(s, option)]);
    }
    return all;
  };
  for (StateId s = 0; s < to.states.size(); ++s) found.emplace(texts(to, s), s);
  std::vector<StateId> all;
  for (StateId s = 0; s < from.states.size(); ++s) all.push_back(found.at(texts(from, s)));
  return all;
}

TEST(RoundTrip, RowsOfSeveralStatesMeanAllOfThem) {
  std::size_t tried = 0;
  for (std::uint64_t seed = 1; seed <= oracle::rounds(300) && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    std::optional<Drawn> d = drawn_table(random);
    if (!d) continue;
    ++tried;
    draw_moves(random, *d);
    const Drawn all = spread(*d);
    const bool named = oracle::draw(random, 2) == 0, listed = oracle::draw(random, 4) != 0;
    SCOPED_TRACE(as_table(*d, named) + as_transitions(*d));
    const std::optional<Case> one = imported(*d, named, listed), other = imported(all, false, listed);
    if (one && other && one->states.size() == other->states.size())
      expect_same(*one, *other, states_as(*one, *other));
    EXPECT_TRUE(one && other && one->states.size() == other->states.size());
  }
  EXPECT_GT(tried, oracle::rounds(300) / 3);
}

/// Gives some states ids, as a table carries them: all, some, or none.
void name_some(std::mt19937_64& random, Case& c) {
  const std::uint64_t some = oracle::draw(random, 3);
  for (StateId s = 0; s < c.states.size(); ++s) {
    if (some == 0 || (some == 1 && oracle::draw(random, 2) == 0)) continue;
    std::vector<ConditionId> all;
    for (std::size_t o = 0; o < c.model.options.size(); ++o) {
      const auto option = static_cast<OptionId>(o);
      all.push_back(c.model.conditions.add(
          {.kind = Condition::Kind::choice, .option = option, .values = {c.states.value(s, option)}}));
    }
    c.model.named_states.push_back({"s" + std::to_string(s + 1),
                                    c.model.conditions.add({.kind = Condition::Kind::conjunction, .of = all}),
                                    ""});
  }
}

void goes_round(std::uint64_t seed) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  Case c = listed_case(oracle::random_model(random, {.combinations = 48, .joints = 0}));
  if (c.model.options.empty()) return;
  name_some(random, c);
  Diagnostics diagnostics;
  const Text text("t.csv", table_of(c)), moves("m.csv", transitions_csv(c));
  const StateTable table = exchange::read_state_table(text, diagnostics);
  const std::vector<exchange::Transition> read = exchange::read_transitions(moves, table, diagnostics);
  ASSERT_FALSE(diagnostics.faulty()) << printed(diagnostics, text, {}) << printed(diagnostics, moves, {});
  const Text written("made.toml", exchange::case_of_table(table, &read, "Made").text);
  const CaseReading made = read_case(written);
  ASSERT_FALSE(made.diagnostics.faulty()) << printed(made.diagnostics, written, {}) << written.content();
  SCOPED_TRACE(std::string(text.content()) + std::string(written.content()));
  expect_same(c, *made.found, states_of_rows(table, *made.found));
}

TEST(RoundTrip, RandomModelsStayWhatTheyAre) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(600) && !testing::Test::HasFailure(); ++seed)
    goes_round(seed);
}

}  // namespace
}  // namespace entente
