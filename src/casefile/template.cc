// A quarrel of neighbours, small enough to read in a minute.
#include "casefile/template.h"

namespace entente::casefile {

std::string_view new_case() {
  return R"(# A case for entente. Change it to your dispute, then run: entente check FILE
format  = 1
title   = "The noisy workshop"
date    = 2024-03-01                     # the day that the status quo describes
summary = "A joiner works late, the family upstairs wants quiet, and the landlord could wall the noise in."

[names]                                  # named conditions, usable in every formula
quiet = "joiner.hours = day or landlord.insulate"
deal  = "quiet and family.withdraw"

[agreement]
when  = "deal"                           # the states that count as a settlement
needs = ["joiner", "family"]             # whose consent it takes; left out: every party's
by    = 2024-06-30                       # the deadline, if there is one

[[source]]                               # documents, and what is taken from them
id    = "letter"
title = "Letter of the family to the landlord"
date  = 2024-02-10
grade = "B2"                             # reliability of the source A-F, credibility 1-6

[[evidence]]
id     = "sleep"
source = "letter"
claim  = "The family will complain again unless the nights are quiet."
basis  = "stated"                        # stated, reported or inferred

[[party]]
id   = "joiner"
name = "the joiner"

  [[party.option]]                       # a choice; the values are in order
  id         = "hours"
  name       = "Working hours"
  values     = ["late", "evening", "day"]
  labels     = ["works until midnight", "works until eight", "works by day only"]
  status_quo = "late"                    # left out: the first value
  start      = "evening"                 # before the first event
  takes      = "2 weeks"                 # how long a change takes

  [[party.preference]]                   # most important first
  statement = "not joiner.hours = day"
  why       = "Half of the orders are finished in the evening."
  demand    = true                       # signs nothing in which this does not hold

  [[party.preference]]
  statement = "family.withdraw"

[[party]]
id   = "family"
name = "the family upstairs"

  [[party.option]]                       # without values: "no" and "yes"
  id     = "withdraw"
  name   = "Withdraw the complaint"
  labels = ["keeps the complaint up", "withdraws the complaint"]

  [[party.preference]]
  statement = "quiet"
  evidence  = ["sleep"]

  [[party.preference]]
  statement = "family.withdraw if quiet" # once it is quiet, peace as well

[[party]]
id   = "landlord"
name = "the landlord"

  [[party.option]]
  id     = "insulate"
  name   = "Insulate the ceiling"
  labels = ["leaves the ceiling as it is", "insulates the ceiling"]
  moves  = "forward"                     # once built it stays
  takes  = "1 month"

  [[party.preference]]
  statement = "family.withdraw"

  [[party.preference]]
  statement = "not landlord.insulate"

[[rule]]                                 # states that cannot be
forbid = "joiner.hours = late and family.withdraw and not landlord.insulate"
why    = "Nobody withdraws while nothing has changed."

[[stake]]                                # a thing in dispute, and who has it when
id     = "nights"
name   = "The quiet of the night"
holder = "joiner"
to     = { family = "quiet" }

[[event]]                                # how it came to this, oldest first
date = 2024-01-15
what = "The joiner took on more orders and worked until midnight."
by   = "joiner"
sets = { "joiner.hours" = "late" }       # which option it changed, and to what

[[event]]
date = 2024-02-10
what = "The family complained to the landlord."
by   = "family"
)";
}

}  // namespace entente::casefile
