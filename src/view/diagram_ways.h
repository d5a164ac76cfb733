// Ways through a case in diagrams, found forwards layer by layer: all states of one cost and one day at once.
#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "path/calendar.h"
#include "path/cheapest.h"
#include "view/diagram_work.h"

namespace entente {

/// From where, to where, and which states a step may lead to; `start`: the day on which the first one begins.
struct WaySought {
  Diagram from;
  Diagram to;
  Diagram open;
  Date start;
};

/// States by the day on which the way to them is done.
using StatesByDay = std::map<Date, Diagram>;

/// The moves that are done by a day where they begin on another.
struct MovesByDay {
  Date done;
  Pairs moves;
};

/// When the moves of a case are done.
class TimedMoves {
 public:
  /// Where `timed` is not asked for, every move is done on the day on which it begins.
  TimedMoves(const DiagramWork& work, bool timed);

  bool counts() const { return timed_ && calendar_.counts(); }
  /// A party's moves, all or those without a concession, begun on a day: by day, the later ones with the
  /// earlier.
  const std::vector<MovesByDay>& of(PartyId i, bool conceding, Date begun);

 private:
  std::vector<MovesByDay> found(PartyId i, bool conceding, Date begun);

  const DiagramWork& work_;
  bool timed_;
  Calendar calendar_;
  std::map<std::tuple<std::size_t, bool, Date>, std::vector<MovesByDay>> known_;
};

/// The ways of least cost - fewest concessions, then fewest moves - and of those the earliest, as
/// path/timed.cc finds them over listed states; of a state's ways only those count that are done before all
/// cheaper ones. To be asked within a budget.
class LayeredWays {
 public:
  struct Bounds {
    std::optional<Date> limit = {};                   // the last day on which a step may be done
    const std::map<Cost, Diagram>* layers = nullptr;  // the states that each cost may lead to
  };
  LayeredWays(const DiagramWork& work, TimedMoves& moves, const WaySought& sought, const Bounds& bounds);

  /// Goes on until a wanted state is met; false where none is.
  bool reach();
  /// By cost the states on ways to the wanted states that were met.
  std::map<Cost, Diagram> useful() const;
  /// The way to the lowest wanted state that is reached first. Of equal ways there a step comes from where a
  /// concession leads on, then from the lowest state; with `by_day` from the earliest before the lowest.
  std::optional<WaySeen> found(bool by_day);

 private:
  /// A state, and what the way to it costs.
  struct Label {
    Cost cost;
    Date day;
    Word word = 0;
  };
  struct Before {
    Label label;
    PartyId mover{};
    bool conceding = false;
  };

  bool settle(Cost cost, const StatesByDay& offered);
  void leave(const StatesByDay& settled, bool conceding, Cost next);
  bool concede(std::uint32_t concessions);
  Diagram settled_by(Date day) const;
  std::optional<Before> before(const Label& label, bool by_day);
  std::optional<Before> before(const Label& label, bool by_day, bool conceding);
  WayStep told(const Before& before, Word to) const;

  const DiagramWork& work_;
  TimedMoves& moves_;
  const WaySought& sought_;
  Bounds bounds_;
  std::map<Cost, StatesByDay> offered_;
  std::map<Cost, StatesByDay> settled_;
  StatesByDay met_;
  std::optional<Label> end_;
};

/// The first day on which a way can be done; nothing where none is done by `latest`.
std::optional<Date> earliest_day(const DiagramWork& work, TimedMoves& moves, const WaySought& sought,
                                 Date latest);

}  // namespace entente
