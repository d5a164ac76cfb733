// Linked disputes as one case: the whole, in its own words.
#pragma once

#include "links/disputes.h"

namespace entente {

/// The whole of a case and what it includes (a hierarchical
/// graph model: He, Kilgour and Hipel 2013, where parties are shared): parties of one id are one, options say
/// which dispute they are of, wishes stand one list above the other with the links among them. A case that
/// includes nothing is its own whole. Faults of the linking are told; where it is not known by them what
/// names what, there is no whole. The files' own faults are to be told before.
std::optional<casefile::Case> joined(const Linked& linked, Diagnostics& diagnostics);

}  // namespace entente
