// From single states: whether steps of some movers lead into a set, and the shortest way, without the set of
// all states from which they do.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include "engine/symbolic/relations.h"

namespace entente {

/// One step of a way: its mover and where it leads.
struct ConeStep {
  MoverId mover;
  Word to = 0;

  bool operator==(const ConeStep&) const = default;
};

/// A shortest way; nothing where there is none.
struct GaveUp {};
using WaySearch = std::variant<std::vector<ConeStep>, std::monostate, GaveUp>;

/// What it learns from one state serves the next one. Of movers whose moves are transitive only: no shortest
/// way of theirs has one mover step twice in a row.
class Levels {
 public:
  /// `steps_from` gives where a mover's step leads from a word; it and the relations must outlive it.
  using StepsFrom = std::function<Diagram(MoverId, Word)>;
  Levels(const Encoding& encoding, const Relations& relations, std::vector<MoverId> group, bool improving,
         Diagram goals, StepsFrom steps_from);

  /// It gives up after so many steps tried, or where a budget is spent.
  WaySearch way(Word from, std::uint64_t most);

 private:
  /// The k-th level: what is known not to lead into the goals within k steps.
  struct Level {
    Diagram cut_off;
    std::vector<Diagram> only_here;  // parts that no higher level has
    std::optional<Diagram> before;   // the states with a step to what is not cut off
  };

  bool out() const;
  Diagram open(std::size_t level) const;
  const Diagram& before(std::size_t level);
  bool leads(Word from, std::size_t level);
  Diagram widened(Word word, const Diagram& avoiding) const;
  void cut(const Diagram& part, std::size_t level);
  bool lift_parts();
  void close(std::size_t level);

  const Encoding& encoding_;
  const Relations& relations_;
  std::vector<MoverId> group_;
  bool improving_;
  Diagram goals_;
  StepsFrom steps_from_;
  std::vector<Level> levels_;  // of the first one, level 0, only `before` is used: not cut off are the goals
  Diagram never_;              // whatever the number of steps
  std::vector<ConeStep> way_;  // from its end
  std::uint64_t left_ = 0;
};

}  // namespace entente
