// Long work watched for a program, and a case as written beside the case as read.
#pragma once

#include "casefile/casefile.h"
#include "entente/entente.h"
#include "library/asking.h"
#include "whatif/variants.h"

namespace entente {

inline Watch watch(const Asked& asked, const Watching& watching) {
  return {asked.stop, watching.progress};
}

/// The case as written, its changes made, which is known to have no faults.
casefile::Case as_written(const Input& input);

}  // namespace entente
