// Why a state rests: what each party would rather do there and what stops it; and the story behind a verdict.
#pragma once

#include <optional>
#include <vector>

#include "stability/deterrence.h"
#include "view/analysis.h"

namespace entente {
/// An improvement that a party has at a state and that is lean: no part of it is as good for the party.
struct Departure {
  PartyId party{};
  StateId from = 0;
  StateId to = 0;
  std::optional<std::vector<AnswerStep>>
      answer;  // the others' shortest one under SEQ; nothing deters where absent
};

/// All lean departures of a party from a state, by number of changes, then by state.
std::vector<Departure> departures(const Game& game, PartyId party, StateId state);
std::vector<Departure> departures(const Analysis& analysis, PartyId party, StateId state);

/// The statements that decide how a party sees two states: of the first equal ones in force, by its order, of
/// which more hold in one of the two, those that hold in this one alone; none for parties with weights or a
/// ranking, and where it is indifferent.
EqualStatements decisive(const Model& model, const Layout& layout, PartyId party, Word a, Word b);
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
  Coalition who;  // one party, or several
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
Story story(const Analysis& analysis, const Coalition& who, StateId at, Concept seen, bool all);

}  // namespace entente
