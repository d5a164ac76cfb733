// The 78 strict games of two parties with two courses each (Rapoport and Guyer, 1966), as cases.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "entente/cases.h"

namespace entente {
namespace {

/// How a party likes the four outcomes, 4 the best. Outcome 2r + c is where the row party takes course r and
/// the column party course c, 0 being the first.
using Likings = std::array<int, 4>;

struct StrictGame {
  Likings row, column;
  bool operator==(const StrictGame&) const = default;
  bool operator<(const StrictGame& other) const {
    return std::tie(row, column) < std::tie(other.row, other.column);
  }
};

/// The game with its outcomes put in another order.
StrictGame with_outcomes(const StrictGame& game, const std::array<std::size_t, 4>& order) {
  StrictGame other;
  for (std::size_t k = 0; k < order.size(); ++k)
    other.row[k] = game.row[order[k]], other.column[k] = game.column[order[k]];
  return other;
}

/// The largest of the eight that it is with rows, columns or parties changed about: so the row party likes
/// best that both take their first course.
StrictGame canonical(const StrictGame& game) {
  const StrictGame turned = with_outcomes({game.column, game.row}, {0, 2, 1, 3});
  StrictGame best = game;
  for (const StrictGame& one : {game, turned})
    for (const std::array<std::size_t, 4>& order :
         {std::array<std::size_t, 4>{0, 1, 2, 3}, {1, 0, 3, 2}, {2, 3, 0, 1}, {3, 2, 1, 0}})
      best = std::max(best, with_outcomes(one, order));
  return best;
}

/// All of them, each once, from the largest to the least.
std::vector<StrictGame> games() {
  std::set<StrictGame> all;
  StrictGame game{{1, 2, 3, 4}, {1, 2, 3, 4}};
  do {
    do {
      all.insert(canonical(game));
    } while (std::next_permutation(game.column.begin(), game.column.end()));
  } while (std::next_permutation(game.row.begin(), game.row.end()));
  return {all.rbegin(), all.rend()};
}

/// What some of them are called, by the likings of row and column where both courses are told in order.
std::string_view called(const StrictGame& game) {
  struct Named {
    StrictGame game;
    std::string_view name;
  };
  static constexpr std::array<Named, 5> known = {{
      {{{3, 1, 4, 2}, {3, 4, 1, 2}}, "The prisoner's dilemma"},
      {{{3, 2, 4, 1}, {3, 4, 2, 1}}, "Chicken"},
      {{{4, 1, 3, 2}, {4, 3, 1, 2}}, "The stag hunt"},
      {{{4, 2, 1, 3}, {3, 2, 1, 4}}, "The battle of the sexes"},
      {{{2, 1, 4, 3}, {2, 4, 1, 3}}, "Deadlock"},
  }};
  for (const Named& one : known)
    if (canonical(one.game) == game) return one.name;
  return {};
}

/// A party with its two courses and what it likes, the best first.
std::string party(std::string_view id, std::string_view name, const Likings& likings) {
  std::string text = fmt::format(
      "\n[[party]]\nid = \"{}\"\nname = \"{}\"\nranking = [  # from the best to the worst\n", id, name);
  for (int liking = 4; liking > 0; --liking) {
    const auto outcome = std::find(likings.begin(), likings.end(), liking) - likings.begin();
    text += fmt::format("  \"row.course = {} and column.course = {}\",\n",
                        outcome / 2 == 0 ? "first" : "second", outcome % 2 == 0 ? "first" : "second");
  }
  return text +
         "]\n\n  [[party.option]]\n  id = \"course\"\n  name = \"Its course\"\n  values = [\"first\", "
         "\"second\"]\n"
         "  labels = [\"takes its first course\", \"takes its second course\"]\n";
}

std::string likings(const StrictGame& game) {
  std::string text;
  for (std::size_t outcome = 0; outcome < 4; ++outcome)
    text += fmt::format("{}{},{}",
                        outcome == 0   ? ""
                        : outcome == 2 ? " / "
                                       : "  ",
                        game.row[outcome], game.column[outcome]);
  return text;
}

}  // namespace

std::string strict_game(unsigned number) {
  const std::vector<StrictGame> all = games();
  if (number == 0 || number > all.size()) return {};
  const StrictGame& game = all[number - 1];
  const std::string_view known = called(game);
  const std::string title = known.empty() ? fmt::format("Game {} of {}", number, all.size())
                                          : fmt::format("{} (game {} of {})", known, number, all.size());
  return fmt::format(
             "# game-{0} - {3}: two parties, two courses each, no two outcomes liked equally\n"
             "#\n"
             "# There are {1} such games where it makes no other game to change the order of the courses or "
             "of the\n"
             "# parties (Rapoport and Guyer, 1966). The numbers are this program's own, not theirs. How the "
             "row party and\n"
             "# the column party like the four outcomes, 4 the best, a line of the table after the other: "
             "{2}\n"
             "\n"
             "format = 1\n"
             "title = \"{3}\"\n",
             number, all.size(), likings(game), title) +
         party("row", "The row party", game.row) + party("column", "The column party", game.column);
}

}  // namespace entente
