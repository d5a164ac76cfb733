// Cardinal solutions: the settlements that are best by what the weights of the parties' wishes add up to
// (method.md, "Cardinal solutions").
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "states/states.h"

namespace entente {

/// What is as large as can be: the product of the gains (Nash, 1950); the least share of what a party could
/// gain at most (Kalai and Smorodinsky, 1975); the least gain; the sum of the scores.
enum class Measure : std::uint8_t { nash, kalai_smorodinsky, egalitarian, utilitarian };
inline constexpr std::array<Measure, 4> measures = {Measure::nash, Measure::kalai_smorodinsky,
                                                    Measure::egalitarian, Measure::utilitarian};
constexpr std::size_t slot(Measure m) {
  return static_cast<std::size_t>(m);
}
constexpr std::string_view id(Measure m) {
  return std::array{"nash", "kalai_smorodinsky", "egalitarian", "utilitarian"}[slot(m)];
}

/// What a party gains of the most that it could gain, in whole percent, to the nearest; nothing where it
/// could gain nothing.
using Share = std::optional<unsigned>;

/// The best by one measure.
struct CardinalBest {
  std::vector<Word> states;   // all that are equally good, ascending; none where no state is possible
  std::vector<Share> shares;  // of the first of them, one a consenting party
  bool alike = true;          // whether each party gains as much in all of them
};
using Cardinal = std::array<CardinalBest, measures.size()>;  // by measure

/// The consenting parties that have wishes without weights, for which nothing can be added up.
std::vector<PartyId> without_weights(const Model& model);

/// The best of the agreement states where no consenting party scores less than in the status quo `now`,
/// demands aside. `efficient`: the efficient agreement states, ascending; the best are among them, since each
/// measure is larger where one gains more and nobody less. Every consenting party has weights.
Cardinal cardinal(const Model& model, const Layout& layout, Word now, const std::vector<Word>& efficient,
                  const Stop& stop = {});

}  // namespace entente
