// A model over the bits of decision diagrams: its conditions, its feasible states and its ranks.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/symbolic/diagrams.h"
#include "engine/symbolic/rank_bits.h"
#include "model/model.h"
#include "states/word.h"

namespace entente {
/// The numbers below `size` in an order in which the members of each group are near one another.
std::vector<std::size_t> force(std::size_t size, const std::vector<std::vector<std::size_t>>& groups);

/// The bits from the top down: options that appear in the same statements and rules close to one another.
std::vector<unsigned> bit_order(const Model& model, const Layout& layout);

/// The diagrams of one model, each made when first asked for. Model and diagrams must outlive it.
class Encoding {
 public:
  Encoding(const Model& model, Diagrams& diagrams);

  const Model& model() const { return model_; }
  const Layout& layout() const { return layout_; }
  Diagrams& diagrams() const { return diagrams_; }

  /// The words, of all codes, where a condition holds.
  Diagram where(ConditionId condition) const;
  /// The words of feasible states: every option has one of its values, every rule holds.
  Diagram feasible() const;
  Diagram has(OptionId option, Value value, unsigned copy = 0) const;
  /// How a party likes the feasible states, by its statements in force or its ranking; those of `left_out`
  /// (indices of its preferences) do not count.
  RankBits ranks(PartyId party, const std::vector<std::size_t>& left_out = {}) const;
  /// The same by its strong statements in force alone, which are the first digits of its ranks.
  RankBits strong_ranks(PartyId party) const;
  Word own(MoverId mover) const { return layout_.mask(mover); }

 private:
  RankBits counted(const Party& party, const std::vector<EqualStatements>& by_importance) const;
  Diagram made(const Condition& condition) const;
  Diagram of_count(const Condition& condition) const;
  Diagram of_sum(const Condition& condition) const;
  Diagram made_feasible() const;

  const Model& model_;
  Layout layout_;
  Diagrams& diagrams_;
  mutable std::vector<std::optional<Diagram>> conditions_;
  mutable std::optional<Diagram> feasible_;
};

}  // namespace entente
