// The slack of a path: by when it has to begin to be done in time, and which of its steps is the long one.
#pragma once

#include <optional>
#include <vector>

#include "path/path.h"

namespace entente {

struct Schedule {
  Date latest;  // the last day on which the first step can begin, for the last to be in time
  /// The step that takes longest, as it is dated, by more than a week and by more than a tenth of the whole.
  std::optional<std::size_t> longest;
};

/// A move of a plan, and the day on which it is done.
struct DatedMove {
  Word from = 0;
  Word to = 0;
  Date done;
};

/// Of moves that follow one another from the case's day on; nothing where none takes time or the case has no
/// date.
std::optional<Schedule> schedule(const Model& model, const Layout& layout, const std::vector<DatedMove>& plan,
                                 Date deadline);
/// Of a path.
std::optional<Schedule> schedule(const Model& model, const States& states, const Path& path, Date deadline);

}  // namespace entente
