// Functions from states to ranks as bits: one diagram a bit, the most significant first.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/symbolic/diagrams.h"
#include "engine/symbolic/tally.h"
#include "text/decimal.h"

namespace entente {
/// The larger the better. Two are compared only where they have the same number of bits or one is unbounded.
struct RankBits {
  bool unbounded = false;  // +inf everywhere
  std::vector<Diagram> bits;
};

/// { s : v(s) <= w(s) }, { s : v(s) < w(s) }, over all words.
Diagram at_most(const RankBits& v, const RankBits& w);
Diagram less(const RankBits& v, const RankBits& w);
RankBits maximum(const RankBits& v, const RankBits& w);
RankBits minimum(const RankBits& v, const RankBits& w);

enum class Extreme : std::uint8_t { least, largest };

/// For each word the least or largest v of the words that differ from it in the cube's bits and are among the
/// candidates. Without any the result is the value that loses every comparison: all bits 1 for the least.
RankBits extreme(Extreme which, Diagram candidates, const RankBits& v, const Diagram& cube);

/// The weight of a statement where it counts how many hold.
inline const Decimal unit_weight = {false, "1", 0};

/// The sum of the weights of the statements that hold, exactly, up to a constant that only the weights
/// decide; `weighed` leaves out the bits that are the same everywhere.
RankBits summed(const std::vector<Diagram>& statements, const std::vector<Decimal>& weights);
RankBits weighed(const std::vector<Diagram>& statements, const std::vector<Decimal>& weights);
/// The first condition that holds counts; the best comes first.
RankBits ranked(const std::vector<Diagram>& best_first, const Diagram& all);

/// The values that a rank takes among some states, the best first; each as its bits, the most significant
/// first. Nothing where there are more than `most`.
std::optional<std::vector<std::vector<bool>>> rank_classes(const RankBits& rank, const Diagram& states,
                                                           std::size_t most);

/// How many classes are better than a word's, which is among them.
std::size_t better_classes(const Diagrams& diagrams, const std::vector<std::vector<bool>>& classes,
                           const RankBits& rank, Word word);

}  // namespace entente
