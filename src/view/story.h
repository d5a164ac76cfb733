// Why a state rests: what each party would rather do there and what stops it; and the story behind a verdict.
#pragma once

#include <optional>
#include <vector>

#include "stability/deterrence.h"
#include "view/analysis.h"

namespace entente {
/// An improvement that a mover has at a state and that is lean: no part of it is as good for all its members.
struct Departure {
  MoverId mover;
  StateId from = 0;
  StateId to = 0;
  std::optional<std::vector<AnswerStep>>
      answer;  // the others' shortest one under SEQ; nothing deters where absent
};

/// All lean departures of a mover from a state, by number of changes, then by state.
std::vector<Departure> departures(const Game& game, MoverId mover, StateId state);
std::vector<Departure> departures(const Analysis& analysis, MoverId mover, StateId state);

/// The statements that decide how a party sees two states: of the first equal ones in force, by its order, of
/// which more hold in one of the two, those that hold in this one alone; none for parties with weights or a
/// ranking, and where it is indifferent.
EqualStatements decisive(const Model& model, const Layout& layout, PartyId party, Word a, Word b);
/// Adds what speaks for and against one thing to what does for others, each piece once.
void add(Grounds& all, const Grounds& one);
/// What speaks for and against these statements.
Grounds grounds_of(const Party& party, const EqualStatements& statements);

/// One improvement, and what becomes of it.
struct Told {
  StateId to = 0;
  std::vector<AnswerStep> steps;                  // of the party or the coalition
  std::optional<std::vector<AnswerStep>> answer;  // the shortest one that deters it
  std::optional<Shortfall> shortfall;             // where none does
};

struct Story {
  Actor who;
  Concept seen = Concept::seq;
  StateId at = 0;
  bool stable = true;
  std::size_t improvements = 0;  // how many there are
  std::vector<Told> told;
};

/// How many lean improvements a story tells at most where not all are asked for.
inline constexpr std::size_t told_of_one = 5;

/// Where stable: the lean improvements with fewest changes, each with the answer that deters it. Where not:
/// the first that nothing deters. With `all`: every improvement, the lean ones first.
Story story(const Analysis& analysis, const Actor& who, StateId at, Concept seen, bool all);

}  // namespace entente
