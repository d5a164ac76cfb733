// A game in normal form made a case, by way of a table of its cells.
#include "exchange/normal_form.h"

#include <fmt/format.h>

#include <optional>
#include <set>

#include "exchange/normal_form_game.h"
#include "exchange/table_case.h"
#include "exchange/table_ranks.h"
#include "exchange/unknown_file.h"

namespace entente::exchange {
namespace {

/// What the cells are worth to one player, as whole numbers without signs that fractions can be compared by.
class Worths {
 public:
  Worths(const NormalFormGame& game, std::size_t player) {
    std::vector<Decimal> magnitudes;
    for (const std::vector<Fraction>& cell : game.payoffs) {
      const Fraction& worth = cell[player];
      below_nothing_.push_back(worth.above.negative);
      magnitudes.push_back({false, worth.above.digits, worth.above.exponent});
      magnitudes.push_back(worth.below);
    }
    parts_ = in_common_unit(magnitudes);
  }

  std::size_t size() const { return below_nothing_.size(); }
  /// Whether one cell is worth less than another: a / b < c / d where a * d < c * b.
  bool less(std::size_t one, std::size_t other) const {
    if (below_nothing_[one] != below_nothing_[other]) return below_nothing_[one];
    const Limbs left = product(parts_[2 * one], parts_[2 * other + 1]);
    const Limbs right = product(parts_[2 * other], parts_[2 * one + 1]);
    return below_nothing_[one] ? entente::less(right, left) : entente::less(left, right);
  }

 private:
  std::vector<bool> below_nothing_;
  std::vector<Limbs> parts_;  // above and below, cell after cell
};

class GameTable {
 public:
  explicit GameTable(const NormalFormGame& game) : game_(game) {
    table_.what = "A game in normal form";
    table_.whole = true;
  }

  StateTable table() {
    for (std::size_t p = 0; p < game_.players.size(); ++p) party(p);
    for (std::size_t cell = 0; cell < game_.cells(); ++cell) row(cell);
    notes();
    return std::move(table_);
  }

 private:
  void party(std::size_t p) {
    const GamePlayer& player = game_.players[p];
    const std::string name = one_line(player.name);
    TableParty& made = table_.parties.emplace_back();
    made.id = unique_id(name, "player", p + 1, parties_);
    made.name = name.empty() ? fmt::format("Player {}", p + 1) : name;
    const Worths worths(game_, p);
    made.ranks = places(worths.size(), [&](std::size_t a, std::size_t b) { return worths.less(b, a); });
    if (player.strategies.size() < 2) return without_choice_.push_back("\"" + made.name + "\"");
    made.options.push_back(table_.options.size());
    TableOption& option = table_.options.emplace_back(TableOption{"Strategy", "strategy", p});
    std::set<std::string> taken;
    for (const std::string& strategy : player.strategies) {
      option.values.push_back(value_id(strategy, option.values.size() + 1, taken));
      option.labels.push_back(fmt::format("plays \"{}\"", one_line(strategy)));
    }
  }

  /// Player 1's strategy runs fastest.
  void row(std::size_t cell) {
    Courses courses;
    for (const GamePlayer& player : game_.players) {
      const std::size_t count = player.strategies.size();
      if (count > 1) courses.emplace_back(static_cast<std::uint32_t>(cell % count));
      cell /= count;
    }
    table_.rows.push_back({{}, {}, std::move(courses), {}});
  }

  void notes() {
    table_.notes.emplace_back("Of the payoffs their order is carried over, not how much larger one is.");
    table_.notes.emplace_back(
        "A game in normal form has no status quo: that each plays the first strategy was taken for it. Mend "
        "the options' 'status_quo'.");
    if (!without_choice_.empty())
      table_.notes.push_back(
          fmt::format("Of one strategy there is nothing to choose, so this has no option: {}.",
                      fmt::join(without_choice_, ", ")));
    if (game_.outcomes) table_.notes.emplace_back("The names of the outcomes are left out.");
    if (game_.comment) table_.notes.emplace_back("The comment on the game is left out.");
  }

  const NormalFormGame& game_;
  StateTable table_;
  std::set<std::string> parties_;
  std::vector<std::string> without_choice_;
};

}  // namespace

bool begins_as_normal_form(std::string_view content) {
  const std::string_view begin = from_first_character(without_byte_order_mark(content));
  return begin.starts_with("NFG") && begin.size() > 3 && (begin[3] == ' ' || begin[3] == '\t');
}

std::variant<MadeCase, Refused> case_of_normal_form(const GivenFile& file) {
  const auto read = read_normal_form(file);
  if (const auto* why = std::get_if<Refused>(&read)) return *why;
  const auto& game = std::get<NormalFormGame>(read);
  if (game.cells() < 2)
    return Refused{file.name, 0, 0, "nobody has a choice in this game, so it is no conflict"};
  const std::string title = one_line(game.title);
  return case_of_table(GameTable(game).table(), nullptr,
                       title.empty() ? title_of(file.name, "A game in normal form") : title);
}

}  // namespace entente::exchange
