// Long work watched for a program.
#pragma once

#include "entente/entente.h"
#include "library/asking.h"
#include "whatif/variants.h"

namespace entente {

inline Watch watch(const Asked& asked, const Watching& watching) {
  return {asked.stop, watching.progress};
}

}  // namespace entente
