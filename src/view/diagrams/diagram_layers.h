// The layers of the cheapest ways through a case in diagrams, found backwards from the wanted states, and its
// moves by the day on which they are done.
#pragma once

#include <chrono>
#include <map>
#include <tuple>
#include <vector>

#include "path/calendar.h"
#include "path/cheapest.h"
#include "view/diagrams/diagram_work.h"

namespace entente {

/// From where, to where, and which states a step may lead to; `start`: the day on which the first one begins.
struct WaySought {
  Diagram from;
  Diagram to;
  Diagram open;
  Date start;
};

/// What a way costs that goes on from another by a move by which so many members concede.
Cost after_move(Cost before, std::uint32_t concessions);
/// How many members can concede by one move: a party has one.
std::uint32_t most_conceding(const Model& model);

/// States by the day on which the way to them is done.
using StatesByDay = std::map<Date, Diagram>;

/// The moves that are done by a day where they begin on another.
struct MovesByDay {
  Date done;
  Pairs moves;
};

/// When the moves of a case are done; to be asked within a budget.
class TimedMoves {
 public:
  explicit TimedMoves(const DiagramWork& work);

  /// Whether time tells ways apart; else every move is done on the day on which it begins.
  bool counts() const { return calendar_.counts(); }
  /// A mover's moves by which at most so many members concede, begun on a day: by day, the later ones with
  /// the earlier. None where it has fewer members.
  std::vector<MovesByDay> of(MoverId i, std::uint32_t concessions, Date begun);
  /// The same begun on the day 0 of the epoch if every change took no longer than it ever does.
  std::vector<MovesByDay> at_least(MoverId i, std::uint32_t concessions);

 private:
  template <class Done>
  std::vector<MovesByDay> found(MoverId i, std::uint32_t concessions, Date begun, const Done& done);
  Pairs keeping(MoverId i, std::uint32_t concessions, Word options);

  const DiagramWork& work_;
  Calendar calendar_;
  std::vector<std::chrono::days> fewest_days_;  // of each option's changes
  std::map<std::tuple<std::size_t, std::uint32_t, Date>, std::vector<MovesByDay>> known_;
  std::map<std::tuple<std::size_t, std::uint32_t, Word>, Pairs>
      keeping_;  // by the options that stay as they are
};

/// States by the fewest days that the rest of a way takes, or fewer.
using StatesAhead = std::map<std::chrono::days, Diagram>;

/// The states on cheapest ways by what has been spent at them, found backwards from the wanted ones; none
/// where no way leads there. To be asked within a budget.
std::map<Cost, StatesAhead> on_cheapest_ways(const DiagramWork& work, TimedMoves& moves,
                                             const WaySought& sought);

}  // namespace entente
