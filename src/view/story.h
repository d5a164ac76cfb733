// The story behind a verdict: what a party or a coalition would gain at a state, and what the others make of
// it.
#pragma once

#include <optional>
#include <vector>

#include "stability/deterrence.h"
#include "view/analysis.h"

namespace entente {

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
