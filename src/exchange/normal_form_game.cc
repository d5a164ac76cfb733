// Reading a game in normal form: the head, the strategies, and payoffs cell by cell or by outcome.
#include "exchange/normal_form_game.h"

#include <fmt/format.h>

#include <optional>

#include "exchange/game_tokens.h"
#include "exchange/made_case.h"
#include "exchange/written_number.h"
#include "model/limits.h"
#include "model/whole_number.h"
#include "text/unicode.h"

namespace entente::exchange {
namespace {

using TokenKind = GameToken::Kind;

/// "the word 'x'", as what stands where something else should.
std::string shown_token(const GameToken& token) {
  switch (token.kind) {
    case TokenKind::text: return "the text \"" + one_line(token.said) + "\"";
    case TokenKind::word: return "'" + one_line(token.said) + "'";
    case TokenKind::end: return "the end of the file";
    default: return "'" + token.said + "'";
  }
}

class GameReader {
 public:
  explicit GameReader(const Text& text) : text_(text), tokens_(game_tokens(text)) {}

  /// The game as far as nothing was wrong.
  NormalFormGame read() {
    if (tokens_.never_closed)
      refuse(tokens_.all.back(), "a text is opened with a quote that is never closed");
    read_head();
    read_strategies();
    if (good() && next().is(TokenKind::text)) game_.comment = !one_line(take().said).empty();
    if (good() && next().is(TokenKind::open))
      read_outcomes();
    else
      read_payoffs();
    if (good() && !next().is(TokenKind::end))
      refuse(next(),
             fmt::format("the game has {} cells, and all have their payoffs before this; {} is too many",
                         game_.cells(), shown_token(next())));
    return std::move(game_);
  }

  const std::optional<Refused>& refused() const { return refused_; }

 private:
  bool good() const { return !refused_; }
  const GameToken& next() const { return tokens_.all[at_]; }
  /// The last one, the end, stays.
  const GameToken& take() { return tokens_.all[at_ + 1 < tokens_.all.size() ? at_++ : at_]; }

  void refuse(const GameToken& at, std::string message) {
    if (!good()) return;
    const Position place = text_.position(at.at);
    refused_ = Refused{text_.name(), place.line, place.column, std::move(message)};
  }
  /// One token of a kind; what it should be is told where another stands.
  std::string expect(TokenKind kind, std::string_view what) {
    if (!good()) return {};
    if (!next().is(kind)) {
      refuse(next(), fmt::format("here should stand {}, and there is {}", what, shown_token(next())));
      return {};
    }
    return take().said;
  }

  void read_head() {
    if (expect(TokenKind::word, "NFG") != "NFG")
      refuse(tokens_.all.front(), "a game in normal form begins with NFG");
    if (const std::string version = expect(TokenKind::word, "the version"); good() && version != "1")
      refuse(tokens_.all.front(),
             fmt::format("this is version '{}' of the format, and version 1 is read", one_line(version)));
    if (const std::string numbers = expect(TokenKind::word, "R or D");
        good() && numbers != "R" && numbers != "D")
      refuse(tokens_.all.front(),
             "behind the version stands R, for rational numbers, or D, for decimal ones");
    game_.title = expect(TokenKind::text, "the title in quotes");
    expect(TokenKind::open, "'{' before the players");
    while (good() && next().is(TokenKind::text)) game_.players.push_back({take().said, {}});
    expect(TokenKind::close, "a player's name in quotes, or '}' behind the last one");
    if (good() && (game_.players.empty() || game_.players.size() > most_parties))
      refuse(next(), fmt::format("the game has {} players, and a case has 1 to {}", game_.players.size(),
                                 most_parties));
  }

  /// { { "up" "down" } { "left" "right" } }, or how many each player has: { 2 2 }.
  void read_strategies() {
    expect(TokenKind::open, "'{' before the strategies");
    std::size_t cells = 1;
    for (GamePlayer& player : game_.players) {
      if (!good()) return;
      if (next().is(TokenKind::word))
        count_strategies(player);
      else
        name_strategies(player);
      cells *= player.strategies.size();
      if (good() && cells > most_cells_of_a_game)
        refuse(next(),
               fmt::format("the game has more than {} cells, and no more are read; take out strategies",
                           most_cells_of_a_game));
    }
    expect(TokenKind::close, fmt::format("'}}' behind the strategies of {} players", game_.players.size()));
  }

  void count_strategies(GamePlayer& player) {
    const GameToken& token = take();
    const auto count = is_whole_number(token.said) ? worth(token.said, most_cells_of_a_game) : std::nullopt;
    if (!count || *count <= 0)
      return refuse(token, fmt::format("{} is no number of strategies from 1 to {}", shown_token(token),
                                       most_cells_of_a_game));
    for (std::int64_t k = 1; k <= *count; ++k) player.strategies.push_back(std::to_string(k));
  }

  void name_strategies(GamePlayer& player) {
    expect(TokenKind::open, "'{' before a player's strategies, or their number");
    while (good() && next().is(TokenKind::text)) player.strategies.push_back(take().said);
    if (good() && player.strategies.empty())
      refuse(next(), fmt::format("the player \"{}\" has no strategy", one_line(player.name)));
    expect(TokenKind::close, "a strategy in quotes, or '}' behind the last one");
  }

  void read_payoffs() {
    for (std::size_t cell = 0; good() && cell < game_.cells(); ++cell) game_.payoffs.push_back(payoffs());
  }

  /// What one cell, or outcome, is worth to each player.
  std::vector<Fraction> payoffs() {
    std::vector<Fraction> all;
    for (std::size_t player = 0; good() && player < game_.players.size(); ++player) {
      const GameToken& token = next();
      const auto number = token.is(TokenKind::word) ? fraction(token.said) : std::nullopt;
      if (!number)
        refuse(token, fmt::format("here should stand a payoff such as 3, -0.25 or 1/3, and there is {}",
                                  shown_token(token)));
      else
        all.push_back(*number), take();
    }
    return all;
  }

  /// { { "name" 1, 2 } ... }, then a cell's outcome each; 0 is one that is worth nothing to anybody.
  void read_outcomes() {
    game_.outcomes = true;
    std::vector<std::vector<Fraction>> outcomes = {std::vector<Fraction>(game_.players.size())};
    take();
    while (good() && next().is(TokenKind::open)) {
      take();
      expect(TokenKind::text, "an outcome's name in quotes");
      outcomes.push_back(payoffs());
      expect(TokenKind::close, "'}' behind an outcome");
    }
    expect(TokenKind::close, "an outcome in '{' and '}', or '}' behind the last one");
    for (std::size_t cell = 0; good() && cell < game_.cells(); ++cell) {
      const GameToken& token = take();
      const auto number = token.is(TokenKind::word) && is_whole_number(token.said)
                              ? worth(token.said, static_cast<std::int64_t>(outcomes.size()) - 1)
                              : std::nullopt;
      if (!number || *number < 0)
        refuse(token, fmt::format("here should stand the number of an outcome from 0 to {}, and there is {}",
                                  outcomes.size() - 1, shown_token(token)));
      else
        game_.payoffs.push_back(outcomes[static_cast<std::size_t>(*number)]);
    }
  }

  /// "3", "-0.25", "1/3"; nothing for anything else.
  static std::optional<Fraction> fraction(std::string_view said) {
    const std::size_t bar = said.find('/');
    const std::optional<Decimal> above = written_decimal(said.substr(0, bar));
    if (!above) return std::nullopt;
    if (bar == std::string_view::npos) return Fraction{*above};
    const std::optional<Decimal> below = written_decimal(said.substr(bar + 1));
    if (!below || below->negative || below->digits.empty()) return std::nullopt;
    return Fraction{*above, *below};
  }

  const Text& text_;
  GameTokens tokens_;
  std::size_t at_ = 0;
  NormalFormGame game_;
  std::optional<Refused> refused_;
};

}  // namespace

std::variant<NormalFormGame, Refused> read_normal_form(const GivenFile& file) {
  if (file.content.size() > largest_given)
    return Refused{file.name, 0, 0, fmt::format("the file is larger than {} MiB", largest_given >> 20)};
  if (const auto byte = first_invalid_byte(file.content))
    return Refused{file.name, 0, 0,
                   fmt::format("byte {} of the file is no UTF-8; save it as UTF-8", *byte + 1)};
  const Text text(file.name, file.content);
  GameReader reader(text);
  NormalFormGame game = reader.read();
  if (reader.refused()) return *reader.refused();
  return game;
}

}  // namespace entente::exchange
