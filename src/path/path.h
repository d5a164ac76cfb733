// Paths: sequences of moves with the fewest concessions, then the fewest moves, in time for a deadline.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "path/step.h"

namespace entente {

/// What paths are sought in. `ranks`: one a party, in file order.
struct Ground {
  const Model& model;
  const States& states;
  const std::vector<Ranks>& ranks;
};

struct PathQuestion {
  StateSet from;
  StateSet to;
  bool safe = false;             // after no step is a consenting party below the case's status quo
  std::optional<Date> deadline;  // its last day included
};

struct Step {
  MoverId mover;
  StateId from = 0;
  StateId to = 0;
  StepKinds kinds;
  std::optional<Date> done;  // where the case has a date

  StepKind kind() const { return kinds.whole(); }
};

/// The same between words.
std::vector<WayStep> word_steps(const States& states, const std::vector<Step>& steps);

struct Path {
  StateId start = 0;
  std::uint32_t concessions = 0;
  std::vector<Step> steps;
  std::optional<Date> done;  // of the last step; the case's first day for none; nothing without a date
  std::optional<Date> done_together;  // with steps side by side; likewise
  bool in_time = true;
};

/// No path leads to a state.
inline constexpr std::uint32_t unreachable = UINT32_MAX;

/// What deters improvements under a concept: of a party's the sanction of each state that they lead to
/// (stability/concepts.h), one a party; of a group's, which is at a state and would go to another, whether
/// nothing deters it. In a case without groups that is not asked.
struct Deterrents {
  std::vector<Ranks> sanctions;
  std::function<bool(MoverId group, StateId from, StateId to)> undeterred;
};

class Blocks;
class Terrain;

/// One party's blocks after another's, as others may have them too; none: they are to be made.
using SharedBlocks = std::vector<std::shared_ptr<const Blocks>>;

/// Which states are asked about: each of some that is within so many concessions, and how near the nearest of
/// some others is.
struct Near {
  const StateSet& each;
  std::uint32_t within = 0;
  const StateSet& nearest;
};

/// Answers many questions on one ground; what it finds out about the moves it keeps for the next question.
/// What the ground refers to must outlive it.
class PathFinder {
 public:
  explicit PathFinder(const Ground& ground, SharedBlocks shared = {});
  ~PathFinder();
  PathFinder(PathFinder&& other) noexcept;
  PathFinder& operator=(PathFinder&& other) noexcept;

  /// The best path (interface.md, "path"); nothing where no path leads there. Deterministic among equals.
  std::optional<Path> best(const PathQuestion& question);
  /// The fewest concessions of a path from `start` to each state; the last answer is kept.
  std::vector<std::uint32_t> fewest_concessions(StateId start);
  /// The same as far as it takes to know what is asked; unreachable where a state is farther than that.
  std::vector<std::uint32_t> fewest_concessions(StateId start, const Near& asked);

  Terrain& terrain() { return *terrain_; }

 private:
  std::unique_ptr<Terrain> terrain_;
  std::optional<StateId> start_;  // of `fewest_`
  std::vector<std::uint32_t> fewest_;
};

/// The same for one question.
std::optional<Path> best_path(const Ground& ground, const PathQuestion& question);
std::vector<std::uint32_t> fewest_concessions(const Ground& ground, StateId start);

}  // namespace entente
