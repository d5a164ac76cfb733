// What is found out about a case that is looked at in part only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/date.h"
#include "path/step.h"
#include "settlement/settlement.h"
#include "stability/concepts.h"
#include "states/states.h"

namespace entente {

/// A number of states, or the bounds between which it lies.
struct Tally {
  Count least = 0;
  Count most = 0;
  bool decided() const { return least == most; }
};

enum class Verdict : std::uint8_t { unstable, stable, undecided };

/// Some states in option form: for each option the values that occur.
struct PatternOfMany {
  std::vector<std::vector<Value>> values;
  std::vector<bool> free;  // where it does not matter
  Count states = 0;
};

/// A set of states as far as it is shown: how many, the first of them, and a few patterns, where there was
/// time to find them.
struct SetFacts {
  Count count = 0;
  std::vector<Word> first;
  std::optional<std::vector<PatternOfMany>> patterns = {};
  /// Whether no state is left out of `first`.
  bool whole() const { return first.size() == count; }
};

/// How much of a set is shown: all its states where there are no more than `whole`, else the first few.
struct Shown {
  std::size_t whole = 1;
  std::size_t few = 1;
  std::size_t patterns = 2;
};

/// One move of a way between words.
struct WordStep {
  PartyId party{};
  Word from = 0;
  Word to = 0;
};

/// A step of a way, and the day on which it is done where the case has a date.
struct LargeStep {
  WordStep move;
  StepKind kind = StepKind::neutral;
  std::optional<Date> done = {};
};

/// A way with the fewest concessions, and of those the fewest moves.
struct LargeWay {
  Word start = 0;
  std::uint32_t concessions = 0;
  std::vector<LargeStep> steps = {};
  std::optional<Date> done = {};  // the case's day for no step; nothing without a date
};

/// The best way; nothing, where it was decided, if there is none.
struct WayFound {
  bool decided = false;
  std::optional<LargeWay> way = {};
};

/// Some equilibria that a way with so many concessions leads to, but none with fewer.
struct Reached {
  std::uint32_t concessions = 0;
  SetFacts equilibria;
};

/// Where the dispute is heading; what the budget did not reach is left out, and `heading` is then a part.
struct LargeOutlook {
  SetFacts heading;
  bool heading_decided = false;
  std::optional<SetFacts> resting = {};
  std::vector<Reached> order = {};  // by concessions
  bool order_decided = false;
  std::optional<Count> unreachable = {};
};

/// A minimal set of waivers, and what it opens. Of that, where it was asked for and decided, what would hold
/// once made, and what is recommended among it.
struct LargeOpening {
  Waivers waive;
  Count opens = 0;
  SetFacts recommended;
  std::optional<SetFacts> holding = {};
  std::optional<SetFacts> recommended_holding = {};
};

struct LargeSettlement {
  Count agreement = 0;
  std::vector<PartyId> consenting;
  std::vector<Count> accepts;  // one a consenting party
  SetFacts zone;
  std::optional<SetFacts> recommended;  // in the zone
  std::vector<LargeOpening> gap;        // where the zone is empty
  bool gap_cut = false;                 // there are more
  // Where they were asked for and decided: efficient settlements; those of the zone that are equilibria, by
  // concept; what is recommended among those that hold.
  std::optional<SetFacts> efficient = {};
  std::array<std::optional<SetFacts>, concepts.size()> holds = {};
  std::optional<SetFacts> recommended_holding = {};
};

}  // namespace entente
