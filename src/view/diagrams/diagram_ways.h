// Ways through a case in diagrams, found forwards layer by layer: all states of one cost and one day at once.
#pragma once

#include <map>
#include <optional>

#include "view/diagrams/diagram_layers.h"
#include "view/diagrams/diagram_work.h"

namespace entente {
/// The ways of least cost - fewest concessions, then fewest moves - and of those the earliest, as
/// path/timed.cc finds them over listed states; of a state's ways only those count that are done before all
/// cheaper ones. To be asked within a budget.
class LayeredWays {
 public:
  static constexpr std::size_t all_parts = SIZE_MAX;
  struct Bounds {
    std::optional<Date> limit = {};                      // the last day on which a step may be done
    const std::map<Cost, StatesAhead>* ahead = nullptr;  // the states that each cost may lead to
    std::size_t parts = all_parts;  // of each cost: those that are done last, as it seems, are dropped
  };
  LayeredWays(const DiagramWork& work, TimedMoves& moves, const WaySought& sought, const Bounds& bounds);

  /// Goes on until a wanted state is met; false where none is.
  bool reach();
  /// The way to the lowest wanted state that is reached first. Of equal ways there a step comes from where a
  /// concession leads on, then from the lowest state; with `by_day` from the earliest before the lowest.
  std::optional<WaySeen> found(bool by_day);
  /// Whether some states were dropped, so that another way may be earlier.
  bool dropped() const { return dropped_; }

 private:
  /// A state, and what the way to it costs.
  struct Label {
    Cost cost;
    Date day;
    Word word = 0;
  };
  struct Before {
    Label label;
    MoverId mover;
  };

  bool settle(Cost cost, const StatesByDay& offered);
  void look_ahead(Cost cost, StatesByDay& fresh);
  void leave(const StatesByDay& settled, std::uint32_t concessions, Cost next);
  bool concede(std::uint32_t concessions);
  Diagram settled_by(Date day) const;
  std::optional<Before> before(const Label& label, bool by_day);
  std::optional<Before> before(const Label& label, bool by_day, std::uint32_t concessions);
  WayStep told(const Before& before, Word to) const;

  const DiagramWork& work_;
  TimedMoves& moves_;
  const WaySought& sought_;
  Bounds bounds_;
  std::map<Cost, StatesByDay> offered_;
  std::map<Cost, StatesByDay> settled_;
  StatesByDay met_;
  std::optional<Label> end_;
  bool dropped_ = false;
};

/// On which day a way can be done at the earliest, whatever it costs; to be asked within a budget.
class EarliestArrival {
 public:
  /// `last`: the last day that will be asked about.
  EarliestArrival(const DiagramWork& work, TimedMoves& moves, const WaySought& sought, Date last);

  /// The first day, where it is no later than one; to be asked of later and later ones.
  std::optional<Date> by(Date day);

 private:
  const DiagramWork& work_;
  TimedMoves& moves_;
  const WaySought& sought_;
  Date last_;
  StatesByDay arrivals_;
  Diagram met_;
};

/// The same as over listed states (path/path.h). Where the budget ran out before it was known whether a
/// dearer way is in time, the cheapest; and of those, where it ran out earlier, any.
WayFound diagram_way(DiagramWork& work, const WayAsked& asked);

}  // namespace entente
