// When the moves of a plan are done: the changes of one move run side by side.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/model.h"
#include "states/states.h"

namespace entente {

/// The options that two words do not share: the highest bit of the field of each.
Word changed_options(const Layout& layout, Word from, Word to);

class Calendar {
 public:
  Calendar(const Model& model, const Layout& layout);

  /// Whether time tells plans apart: the case has a date, and some change takes time.
  bool counts() const { return day_ && !timed_.empty(); }
  /// The day on which a move begun on a day is done, from the options that it changes: the highest bit of the
  /// field of each.
  Date done(Date begun, Word changed);

 private:
  struct Timed {
    Word option = 0;
    Period takes;
  };

  std::optional<Date> day_;
  std::vector<Timed> timed_;
  Word options_ = 0;  // that take time
  std::optional<Date> begun_;
  std::array<Date, 64> done_{};  // by bit, for moves begun on that day
};

}  // namespace entente
