// A case as a game in normal form.
#include "brief/exported_game.h"

#include <fmt/format.h>

#include <vector>

#include "states/rank.h"
#include "words/english.h"

namespace entente {
namespace {

std::string in_quotes(std::string_view text) {
  std::string all = "\"";
  for (const char c : plain(text)) {
    if (c == '"') all += '\\';
    all += c;
  }
  return all + "\"";
}

/// One option, or none; then the party has one strategy.
std::optional<OptionId> choice(const Party& party) {
  return party.options.empty() ? std::nullopt : std::optional(party.options.front());
}

std::string strategies(const Model& model, const Party& party) {
  const std::optional<OptionId> option = choice(party);
  if (!option) return "{ \"-\" }";
  std::string all = "{";
  for (const std::string& value : model[*option].values) all += " " + in_quotes(value);
  return all + " }";
}

/// The states in the order of the cells: the first party's course runs fastest.
std::vector<StateId> cells(const Case& of) {
  std::vector<StateId> all;
  const Layout& layout = of.states.layout();
  for (std::size_t cell = 0; cell < of.states.size(); ++cell) {
    Word word = 0;
    std::size_t left = cell;
    for (const Party& party : of.model.parties)
      if (const std::optional<OptionId> option = choice(party)) {
        const std::size_t count = of.model[*option].values.size();
        word = layout.with(word, *option, static_cast<Value>(left % count));
        left /= count;
      }
    all.push_back(*of.states.find(word));
  }
  return all;
}

}  // namespace

std::optional<std::string> no_game(const Case& of) {
  const Model& model = of.model;
  if (!model.groups.empty())
    return "the case has joint acts, and in a game in normal form each player acts alone";
  std::size_t combinations = 1;
  for (const PartyId i : model.party_ids()) {
    const Party& party = model[i];
    if (party.options.size() > 1)
      return fmt::format(
          "the party '{}' has {} options, and in a game in normal form each player has one choice", party.id,
          party.options.size());
    if (!model.unrestricted(i) || !party.moves.empty())
      return fmt::format(
          "the party '{}' may not change its option as it likes, and in a game in normal form each player "
          "may",
          party.id);
    if (const std::optional<OptionId> option = choice(party)) combinations *= model[*option].values.size();
  }
  if (combinations == of.states.size()) return std::nullopt;
  return "the rules forbid some combinations, and a game in normal form has a cell for each";
}

std::string game_nfg(const Case& of) {
  const Model& model = of.model;
  std::string players, choices, payoffs;
  std::vector<Ranks> all;
  for (const PartyId i : model.party_ids()) {
    players += " " + in_quotes(model[i].id);
    choices += " " + strategies(model, model[i]);
    all.push_back(ranks(model, i, of.states, model.day()));
  }
  for (const StateId s : cells(of)) {
    for (const Ranks& own : all) payoffs += fmt::format("{} ", own[s]);
    payoffs.back() = '\n';
  }
  return fmt::format("NFG 1 R {} {{{} }}\n{{{} }}\n\n{}", in_quotes(model.title), players, choices, payoffs);
}

}  // namespace entente
