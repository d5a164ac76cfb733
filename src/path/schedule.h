// The slack of a path: by when it has to begin to be done in time, and which of its steps is the long one.
#pragma once

#include <optional>

#include "path/path.h"

namespace entente {

struct Schedule {
  Date latest;  // the last day on which the first step can begin, for the last to be in time
  std::optional<std::size_t> longest;  // the step that takes longest, as it is dated; none where several do
};

/// Of a path whose steps follow one another; nothing where no step takes time or the case has no date.
std::optional<Schedule> schedule(const Model& model, const States& states, const Path& path, Date deadline);

}  // namespace entente
