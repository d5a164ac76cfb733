// Random cases judged, and made smaller where an engine and the oracle differ.
#include "soak/judged.h"

#include "engine/explicit/explicit.h"
#include "engine/symbolic/symbolic.h"
#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "stability/concepts.h"

namespace entente::soak {
namespace {

/// The first verdict that differs.
std::optional<std::string> difference(const Model& model) {
  const auto found = feasible_states(model);
  const States* states = std::get_if<States>(&found);
  if (states == nullptr) return "its states are too many";
  std::vector<Ranks> all;
  for (const PartyId i : model.party_ids()) all.push_back(ranks(model, i, *states, model.day()));
  const Explicit listed_engine(model, *states, all);
  const auto opened = SymbolicCase::open(model);
  if (!opened || !std::holds_alternative<std::unique_ptr<SymbolicCase>>(*opened)) return "it has no diagrams";
  const SymbolicCase& symbolic = *std::get<std::unique_ptr<SymbolicCase>>(*opened);
  const oracle::Game game = oracle::game(model, model.day());
  for (const Concept c : concepts)
    for (const MoverId i : model.mover_ids()) {
      const StateSet right = oracle::stable(game, index(i), c);
      const std::string what = std::string(id(c)) + " for mover " + std::to_string(index(i));
      if (stable(listed_engine, i, c) != right) return "the explicit engine on " + what;
      const Diagram set = stable(symbolic.engine(), i, c);
      if (listed(symbolic.engine().encoding().diagrams(), set, *states) != right)
        return "the symbolic engine on " + what;
    }
  return std::nullopt;
}

/// The model without one thing that it can do without, the k-th; nothing where there is no k-th.
std::optional<Model> without(const Model& model, std::size_t k) {
  Model less = model;
  if (k < less.rules.size())
    return less.rules.erase(less.rules.begin() + static_cast<std::ptrdiff_t>(k)), less;
  k -= less.rules.size();
  for (Party& party : less.parties) {
    if (k < party.preferences.size())
      return party.preferences.erase(party.preferences.begin() + static_cast<std::ptrdiff_t>(k)), less;
    k -= party.preferences.size();
  }
  for (Option& option : less.options)
    if (option.when && k-- == 0) return option.when.reset(), less;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> disagreement(std::uint64_t seed) {
  static constexpr oracle::Shape shapes[] = {
      {.replies = true},
      {.parties = 6, .options = 6, .combinations = 64, .replies = true},
      {.statements = 6, .restricted = false},
      {.parties = 3, .options = 3, .values = 20, .combinations = 300}};
  std::mt19937_64 random(seed);
  Model model = oracle::random_model(random, shapes[seed % std::size(shapes)]);
  auto found = difference(model);
  if (!found) return std::nullopt;
  for (std::size_t k = 0;;) {
    const auto less = without(model, k);
    if (!less) return *found + "\n" + oracle::described(model);
    const auto still = difference(*less);
    if (still)
      model = *less, found = still;
    else
      ++k;
  }
}

}  // namespace entente::soak
