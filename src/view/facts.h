// What a view tells of a case: moves, ways, settlements, and why a situation rests. A situation is a word,
// so that it is told alike whether situations are listed or not; what was not found out is missing.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "model/date.h"
#include "path/schedule.h"
#include "path/step.h"
#include "settlement/cardinal.h"
#include "settlement/settlement.h"
#include "stability/coalitions.h"
#include "view/sets.h"

namespace entente {

/// A way with the fewest concessions, and of those the fewest moves.
struct WaySeen {
  Word start = 0;
  std::uint32_t concessions = 0;
  std::vector<WayStep> steps = {};
  std::optional<Date> done = {};           // the case's day for no step; nothing without a date
  std::optional<Date> done_together = {};  // with steps side by side; likewise, or where not found out
  std::optional<bool> in_time = true;      // nothing where another way may be
  std::optional<Schedule> schedule = {};   // where there is a deadline and steps take time

  Word end() const { return steps.empty() ? start : steps.back().move.to; }
};

/// The best way; where it was decided that none leads there, none.
struct WayFound {
  bool decided = false;
  std::optional<WaySeen> way = {};
};

/// What ways are sought: `from` the status quo where nothing else is asked for. `safe`: after no step is a
/// consenting party below the status quo.
struct WayAsked {
  Set from = {};
  Set to;
  bool safe = false;
  std::optional<Date> deadline = {};
};

/// The fewest concessions of a way to some of these.
struct PriceSeen {
  bool decided = false;
  std::optional<std::uint32_t> concessions = {};  // nothing where no way leads there
};

/// Equilibria that a way with so many concessions leads to, but none with fewer.
struct ReachedSeen {
  std::uint32_t concessions = 0;
  Set equilibria;
};

/// Where the dispute is heading under a concept.
struct OutlookSeen {
  Set heading;  // the status quo and what is on the way; a part of it where not decided
  bool heading_decided = false;
  std::optional<std::vector<WordStep>> moves =
      {};  // the improvements taken, by state left, mover, state reached
  Set resting;
  std::vector<ReachedSeen> order = {};  // by concessions
  bool order_decided = false;
  std::optional<Count> unreachable = {};  // how many equilibria no way leads to
};

/// A minimal set of waivers, and what it opens.
struct OpeningSeen {
  Waivers waive;
  Set opens;
  Set recommended;
};

struct DivisionSeen : Dividing {
  Set states;
  std::vector<OpeningSeen> openings;
};

struct SettlementSeen {
  Set agreement;
  std::vector<PartyId> consenting;
  std::vector<Set> accepts;  // one a consenting party
  Set zone;
  Set efficient;
  Set recommended;               // in the zone
  std::vector<OpeningSeen> gap;  // where the zone is empty
  bool gap_cut = false;          // there are more
  std::optional<std::vector<DivisionSeen>> divisions = {};
};

/// As CardinalBest.
struct CardinalSeen {
  Set states;
  std::vector<Share> shares;
  bool alike = true;
};

struct Holding;

/// Of some settlements that all accept under some waivers those that rest, those that last, and the best.
struct HoldingSeen {
  Waivers waived;
  Set rests;
  Set holds;                                  // those that rest among them
  Set recommended;                            // of those that rest or, if none does, that last
  std::shared_ptr<const Holding> found = {};  // what more is looked for with, where listed
  Set agreed = {};                            // likewise, in diagrams
};

/// An improvement that a mover has at a situation.
struct DepartureSeen {
  WordStep move;
  /// The others' shortest answer under SEQ; nothing deters where absent, and where it is empty some answer
  /// does that was not looked up to its end.
  std::optional<std::vector<WordStep>> answer = {};
  bool simplest = true;  // whether no part of it is such an improvement too
};

/// One option whose moves are restricted: a guarantee.
struct Guarantee {
  OptionId option{};
  Moves::Kind moves = Moves::Kind::fixed;  // fixed, forward or backward
};

/// Where improvements end that mind no answer, where that is worse for some who began.
struct WarningSeen {
  Set endings;
  std::vector<PartyId> began;
  std::vector<PartyId> worse;
};

/// The nearest place of rest, and why it rests there.
struct RestSeen {
  Word at = 0;
  bool rests = false;               // whether it is one, else the status quo
  std::vector<WordStep> road = {};  // from the status quo, each an improvement that nothing deters
  std::vector<std::vector<DepartureSeen>> departures = {};  // one list a mover
  std::vector<std::optional<Count>> others =
      {};  // one a mover: how many improvements are not among them, if found
  std::optional<WarningSeen> warning = {};
};

/// What the others can do at best about an improvement that they cannot deter (stability/deterrence.h).
struct ShortfallSeen {
  bool answers = false;
  std::vector<WordStep> steps;
  Word end = 0;
  PartyId nearest{};
  std::vector<WordStep> escape;
};
/// One improvement of a party or a coalition, and what becomes of it; `deterred` by `answer`, which is empty
/// where it was not looked up to its end.
struct ImprovementSeen {
  Word to = 0;
  std::vector<WordStep> steps;
  bool deterred = false;
  std::vector<WordStep> answer;
  std::optional<ShortfallSeen> shortfall = {};  // where nothing deters it and that was looked at
};
/// The story behind a verdict.
struct StorySeen {
  Actor who;
  Concept seen = Concept::seq;
  Word at = 0;
  Verdict verdict = Verdict::undecided;
  std::optional<Count> improvements = {};  // how many there are
  std::vector<ImprovementSeen> told;
};

/// A coalition that could leave a situation.
struct GainSeen {
  Coalition coalition;
  Word to = 0;
  std::vector<WordStep> steps;
  bool alone = false;  // whether one member makes them all and nothing would deter it alone either
};
struct GainsSeen {
  Word at = 0;
  std::vector<GainSeen> gains;
  bool complete = true;  // whether every coalition was looked at, and to the end
};
struct CoalitionsSeen {
  GainsSeen now;
  std::optional<GainsSeen> rest;
  std::vector<std::vector<GainsSeen>> settlements;  // for each way to a settlement, those that hold
};

}  // namespace entente
