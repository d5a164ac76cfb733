// Sources and evidence of several cases: what is the same in two of them is one.
#pragma once

#include <vector>

#include "casefile/casefile.h"
#include "links/disputes.h"
#include "links/qualified.h"

namespace entente {

/// What each case's own ids of sources and evidence are in the whole: the linking file's first, then those of
/// the disputes. An id that means one thing in all cases stays as it is; else it stands behind the dispute.
/// In the linking file what is a dispute's may always be cited so.
struct Pooled {
  std::vector<casefile::Source> sources;     // of the whole, each once
  std::vector<casefile::Evidence> evidence;  // likewise
};

/// Puts them into the ids of the whole, one a case: of the linking file, then of each dispute.
Pooled pool_grounds(const Linked& linked, std::vector<WholeIds>& ids);

}  // namespace entente
