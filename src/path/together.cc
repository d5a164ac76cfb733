// When a way is done with its steps side by side.
#include "path/together.h"

#include <algorithm>

namespace entente {
namespace {

/// Begins one step after another.
class SideBySide {
 public:
  SideBySide(const Model& model, const Layout& layout, const KindOfMove& kind,
             const std::vector<WayStep>& way)
      : model_(model), layout_(layout), kind_(kind), way_(way), calendar_(model, layout), day_(*model.day()) {
    for (std::size_t k = 0; k < way.size(); ++k) done_.push_back(finish(k));
  }

  Date last() const { return done_.empty() ? day_ : *std::max_element(done_.begin(), done_.end()); }

 private:
  /// When the step is done.
  Date finish(std::size_t k) {
    std::vector<Date> days = {day_};
    days.insert(days.end(), done_.begin(), done_.end());
    std::sort(days.begin(), days.end());
    for (const Date begun : days)
      if (const std::optional<WordStep> move = begun < days.back() ? may_begin(k, begun) : way_[k].move)
        return calendar_.done(begun, changed_options(layout_, move->from, move->to));
    return days.back();
  }

  /// The step from where the earlier ones that are done by a day lead.
  std::optional<WordStep> may_begin(std::size_t k, Date day) const {
    Word at = way_.front().move.from;
    for (std::size_t j = 0; j < k; ++j) {
      if (done_[j] <= day)
        at = made(way_[j].move, at);
      else if (in_common(way_[j].move.mover, way_[k].move.mover))
        return std::nullopt;
    }
    const WordStep move{way_[k].move.mover, at, made(way_[k].move, at)};
    const std::optional<StepKinds> kinds = kind_(move);
    return kinds && !concedes_more(*kinds, way_[k].kinds) ? std::optional(move) : std::nullopt;
  }

  bool in_common(MoverId a, MoverId b) const {
    const std::vector<PartyId> of_a = model_.members(a);
    const std::vector<PartyId> of_b = model_.members(b);
    return std::find_first_of(of_a.begin(), of_a.end(), of_b.begin(), of_b.end()) != of_a.end();
  }

  /// Whether a member concedes by a move who does not by the same one in its place.
  static bool concedes_more(const StepKinds& now, const StepKinds& in_place) {
    for (std::size_t m = 0; m < now.members.size(); ++m)
      if (now.members[m] == StepKind::concession && in_place.members[m] != StepKind::concession) return true;
    return false;
  }

  /// A word with the changes of a move.
  Word made(const WordStep& move, Word at) const {
    for (const Word field : fields_of(layout_, move.from ^ move.to)) at = (at & ~field) | (move.to & field);
    return at;
  }

  const Model& model_;
  const Layout& layout_;
  const KindOfMove& kind_;
  const std::vector<WayStep>& way_;
  Calendar calendar_;
  Date day_;
  std::vector<Date> done_;  // of each step so far
};

}  // namespace

std::vector<Word> fields_of(const Layout& layout, Word bits) {
  std::vector<Word> fields;
  for (std::size_t o = 0; o < layout.options(); ++o)
    if (const Word mask = layout.field(static_cast<OptionId>(o)).mask; (bits & mask) != 0)
      fields.push_back(mask);
  return fields;
}

std::optional<Date> done_together(const Model& model, const Layout& layout, const KindOfMove& kind,
                                  const std::vector<WayStep>& way) {
  if (!model.day()) return std::nullopt;
  return SideBySide(model, layout, kind, way).last();
}

}  // namespace entente
