// When the moves of a plan are done.
#include "path/calendar.h"

#include <algorithm>
#include <bit>

namespace entente {

Word changed_options(const Layout& layout, Word from, Word to) {
  Word bits = 0;
  for (std::size_t o = 0; o < layout.options(); ++o) {
    const Field& field = layout.field(static_cast<OptionId>(o));
    if (((from ^ to) & field.mask) != 0) bits |= Word{1} << (field.shift + field.bits - 1);
  }
  return bits;
}

Calendar::Calendar(const Model& model, const Layout& layout) : day_(model.day()) {
  for (std::size_t o = 0; o < model.options.size(); ++o) {
    if (!model.options[o].takes) continue;
    const Field& field = layout.field(static_cast<OptionId>(o));
    timed_.push_back({Word{1} << (field.shift + field.bits - 1), *model.options[o].takes});
    options_ |= timed_.back().option;
  }
}

Date Calendar::done(Date begun, Word changed) {
  if (begun_ != begun) {
    for (const Timed& timed : timed_)
      done_[static_cast<std::size_t>(std::countr_zero(timed.option))] = after(begun, timed.takes);
    begun_ = begun;
  }
  Date done = begun;
  for (Word rest = changed & options_; rest != 0; rest &= rest - 1)
    done = std::max(done, done_[static_cast<std::size_t>(std::countr_zero(rest))]);
  return done;
}

}  // namespace entente
