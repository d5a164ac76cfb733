// The ranks of all combinations for one party, made from the truth of its statements without a list of
// states.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/explicit/dense_space.h"
#include "engine/explicit/line.h"

namespace entente {

/// A rank hangs on which of the party's statements (or ranking's conditions) hold: on their pattern. One
/// feasible state of each pattern that occurs is ranked as any states are, and the others look theirs up.
/// Holds references.
class PatternRanks {
 public:
  /// Statements that it can do with; a party may have more.
  static constexpr std::size_t most_statements = 16;
  /// Whether there can be no more patterns than states.
  static bool fits(const Model& model, PartyId party, std::optional<Date> day, std::size_t states);

  PatternRanks(const Model& model, PartyId party, const Layout& layout, const DenseSpace& space,
               std::optional<Date> day);

  /// How many ranks occur.
  Rank classes() const { return classes_; }
  /// Writes the ranks of these lines; top where there is no state.
  template <class T>
  void fill(Line<T>* lines, std::size_t begin, std::size_t end) const;

 private:
  std::vector<Word> one_of_each() const;
  std::vector<Word> one_of_each(std::size_t begin, std::size_t end) const;
  template <class F>
  void for_patterns(std::size_t begin, std::size_t end, F f) const;

  const Conditions& conditions_;
  const Layout& layout_;
  const DenseSpace& space_;
  std::vector<ConditionId> statements_;
  std::vector<Rank> ranks_;  // of each pattern
  Rank classes_ = 0;
};

/// Where a dense engine takes the ranks of one party from: patterns, or a list of all states' ranks.
struct RankSource {
  std::optional<PatternRanks> patterns;
  Ranks kept;
  std::span<const Rank> listed;

  Rank largest() const;
};

}  // namespace entente
