// Which coalitions could leave a state for one that all their members prefer, with nothing to deter them:
// looked at from that state alone, for the brief.
#pragma once

#include <vector>

#include "analysis/analysis.h"
#include "stability/answer.h"
#include "stability/coalitions.h"

namespace entente {

/// A coalition that could leave a state.
struct JointGain {
  Coalition coalition;
  StateId to = 0;                 // of what nothing deters under SEQ, the one with the fewest changes
  std::vector<AnswerStep> steps;  // the fewest moves there, by members
  bool together = false;          // two members or more have to move
};

struct JointGains {
  StateId at = 0;
  std::vector<JointGain> gains;  // by size of the coalition, then in file order
  /// Whether every coalition was looked at, and to the end; otherwise those of two parties first, then the
  /// grand one, as far as a fixed amount of work goes.
  bool complete = true;
};

/// For each of these states, one or more: what coalitions of two parties and more could do there. The amount
/// of work is bounded and the same on every machine.
std::vector<JointGains> joint_gains(const Analysis& analysis, const std::vector<StateId>& states);

}  // namespace entente
