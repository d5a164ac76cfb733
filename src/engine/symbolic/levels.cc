// Property directed reachability (IC3: Bradley, 2011; Een, Mishchenko and Brayton, 2011), turned round and on
// diagrams: a level holds states that surely lead to no goal within so many steps. From a state a step is
// followed to where the level below has not cut off yet; where there is none, the state is cut off, and with
// it all that has no such step for the same reason: as many of its bits are forgotten as can be. What is kept
// stays small where the set of all states that lead to the goals would be huge, since only what a single
// state asks for is ever cut off. Where two levels have become equal, what they cut off never leads to a
// goal.
#include "engine/symbolic/levels.h"

#include <algorithm>
#include <utility>

#include "engine/symbolic/tally.h"

namespace entente {

Levels::Levels(const Encoding& encoding, const Relations& relations, std::vector<MoverId> group,
               bool improving, Diagram goals, StepsFrom steps_from)
    : encoding_(encoding),
      relations_(relations),
      group_(std::move(group)),
      improving_(improving),
      goals_(std::move(goals)),
      steps_from_(std::move(steps_from)),
      levels_(2) {}

bool Levels::out() const {
  return left_ == 0 || encoding_.diagrams().spent();
}

/// What may lead to the goals within so many steps, as far as is known.
Diagram Levels::open(std::size_t level) const {
  return level == 0 ? goals_ : encoding_.feasible() - levels_[level].cut_off;
}

const Diagram& Levels::before(std::size_t level) {
  std::optional<Diagram>& kept = levels_[level].before;
  if (kept) return *kept;
  kept.emplace();
  const Diagram to = open(level);
  for (const MoverId j : group_)
    *kept |= improving_ ? relations_.before_improving(j, to) : relations_.before(j, to);
  return *kept;
}

/// The words around one that avoid a set, given by few of its bits.
Diagram Levels::widened(Word word, const Diagram& avoiding) const {
  const Diagrams& diagrams = encoding_.diagrams();
  const std::vector<unsigned>& order = diagrams.order();
  const auto literal = [&](unsigned b) {
    return ((word >> b) & 1) != 0 ? diagrams.bit(b) : !diagrams.bit(b);
  };
  std::vector<Diagram> below = {diagrams.all()};  // the literals from some place down
  for (auto b = order.rbegin(); b != order.rend(); ++b) below.push_back(below.back() & literal(*b));
  Diagram kept = diagrams.all();
  Diagram rest = avoiding;
  for (std::size_t p = 0; p < order.size(); ++p) {
    if (cofactor(rest, below[order.size() - 1 - p]).empty()) continue;
    kept &= literal(order[p]);
    rest = cofactor(rest, literal(order[p]));
  }
  return kept;
}

void Levels::cut(const Diagram& part, std::size_t level) {
  for (std::size_t k = 1; k <= level; ++k) {
    levels_[k].cut_off |= part;
    levels_[k].before.reset();
  }
  levels_[level].only_here.push_back(part);
}

/// Whether a state leads to the goals within so many steps; the way there, or else it is cut off.
bool Levels::leads(Word from, std::size_t level) {
  const Diagrams& diagrams = encoding_.diagrams();
  if (contains(diagrams, goals_, from)) return true;
  while (level > 0 && !out() && !contains(diagrams, levels_[level].cut_off, from)) {
    std::optional<ConeStep> step;
    const Diagram to = open(level - 1);
    for (const MoverId j : group_) {
      if (const auto word = first(diagrams, steps_from_(j, from) & to)) step = ConeStep{j, *word};
      if (step) break;
    }
    if (out()) return false;
    --left_;
    if (!step) {
      cut(widened(from, goals_ | before(level - 1)), level);
    } else if (leads(step->to, level - 1)) {
      way_.push_back(*step);
      return true;
    }
  }
  return false;
}

/// Parts that a higher level may cut off as well go there. Whether two levels have become equal.
bool Levels::lift_parts() {
  for (std::size_t k = 1; k + 1 < levels_.size() && !out(); ++k) {
    std::vector<Diagram> parts = std::move(levels_[k].only_here);
    levels_[k].only_here.clear();
    for (const Diagram& part : parts) {
      const bool stays = !(part & before(k)).empty();
      if (stays) levels_[k].only_here.push_back(part);
      if (!stays) cut(part, k + 1);
    }
    if (levels_[k].only_here.empty() && !out()) {
      close(k + 1);
      return true;
    }
  }
  return false;
}

/// What a level cuts off, and the equal one below, stays cut off at all levels.
void Levels::close(std::size_t level) {
  never_ |= levels_[level].cut_off;
  levels_.resize(level + 1);
  levels_[level].only_here.clear();
}

WaySearch Levels::way(Word from, std::uint64_t most) {
  const Diagrams& diagrams = encoding_.diagrams();
  left_ = most;
  way_.clear();
  for (std::size_t n = 0; !out(); ++n) {
    if (contains(diagrams, never_, from)) return std::monostate();
    if (n == levels_.size()) levels_.push_back({never_, {}, {}});
    if (leads(from, n)) return std::vector<ConeStep>(way_.rbegin(), way_.rend());
    if (n + 1 < levels_.size()) continue;
    levels_.push_back({never_, {}, {}});
    if (lift_parts()) n = 0;
  }
  return GaveUp();
}

}  // namespace entente
