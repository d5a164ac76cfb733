// How the model fits the past: what each move of the history was for who made it (method.md, "The history").
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "path/step.h"
#include "stability/concepts.h"
#include "states/states.h"

namespace entente {
class Analysis;

/// What an event's change was for one of those whose doing it was.
struct Doing {
  PartyId party{};
  MoverId mover;                      // whose move it was: the party's own, or that of a group that it is in
  StepKind kind = StepKind::neutral;  // with the statements in force on its first day
  StepKind undated = StepKind::neutral;  // without the statements that are ever dated
  /// Whether the state before was stable for the mover, by concept; nothing where it is not feasible or was
  /// not asked.
  std::optional<std::array<bool, concepts.size()>> stable = {};
};

/// The state that one event leads from, that it leads to, and whose move that was.
struct PastEvent {
  Word before = 0;
  Word after = 0;
  std::vector<Doing> doings;  // one a party of `by`; none where nothing changes
};

/// How many moves there were, one a party and event, and how many of them were improvements.
struct PastScore {
  std::uint64_t moves = 0;
  std::uint64_t expected = 0;
  std::uint64_t undated = 0;  // expected without the dated statements
  std::uint64_t dated = 0;    // how many statements those are
};

struct History {
  std::vector<PastEvent> events;  // one an event of the model
  PastScore score;
  bool ended = false;  // before every state's stability was found
};

/// The history without the stability of its states, which is cheap.
History history(const Model& model, const States& states);

/// Adds whether each state before was stable for those who moved, with the statements in force then; where
/// work is ended (Stop), for as many as were looked at by then.
void add_stability(History& history, const Analysis& analysis);

/// The feasible states that make some of the changes between two states but not all, ascending.
std::vector<Word> parts_between(const Model& model, const States& states, Word before, Word after);

}  // namespace entente
