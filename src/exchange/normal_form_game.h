// A game in normal form as read: players with their strategies, and what each cell is worth to whom.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "exchange/given_file.h"
#include "text/decimal.h"

namespace entente::exchange {

/// above / below, where below is more than nothing.
struct Fraction {
  Decimal above = {};
  Decimal below = {false, "1", 0};
};

struct GamePlayer {
  std::string name;
  std::vector<std::string> strategies;
};

struct NormalFormGame {
  std::string title;
  std::vector<GamePlayer> players;
  std::vector<std::vector<Fraction>> payoffs;  // of each cell, one a player; player 1's strategy runs fastest
  bool comment = false;                        // whether it has one
  bool outcomes = false;                       // whether its payoffs are given by outcomes

  std::size_t cells() const {
    std::size_t all = 1;
    for (const GamePlayer& player : players) all *= player.strategies.size();
    return all;
  }
};

/// The most cells that are read.
inline constexpr std::size_t most_cells_of_a_game = 4096;

std::variant<NormalFormGame, Refused> read_normal_form(const GivenFile& file);

}  // namespace entente::exchange
