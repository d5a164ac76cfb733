// Where movers are stable, as diagrams found within a budget, or the bounds that other concepts give.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "view/diagrams/diagram_work.h"

namespace entente {

class DiagramStability {
 public:
  /// The work must outlive it.
  explicit DiagramStability(DiagramWork& work) : work_(work) {}

  /// Where a mover is stable, and where all are; each kept once it is known, nothing where the budget ran
  /// out.
  const std::optional<Diagram>& stable(Concept c, MoverId i);
  const std::optional<Diagram>& equilibria(Concept c);
  Tally stable_tally(Concept c, MoverId i);
  Tally equilibria_tally(Concept c);

  /// Whether a state is stable for a mover: by sets of states alone, or else by looking at the state closely.
  Verdict by_sets(Concept c, MoverId i, Word at);
  Verdict verdict(Concept c, MoverId i, Word at);

 private:
  template <class Known>
  Tally bounds(Concept c, const Known& known);
  Verdict by_bounds(Concept c, MoverId i, Word at);
  void settle_bounds();
  double share_of_improving() const;
  Diagram conjunction(std::vector<Diagram> all) const;

  DiagramWork& work_;
  std::map<std::pair<std::size_t, std::size_t>, std::optional<Diagram>> stable_;  // by concept and mover
  std::map<std::size_t, std::optional<Diagram>> equilibria_;
};

}  // namespace entente
