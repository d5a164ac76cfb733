// Legal changes: the moves of a party or of a group that acts jointly, and the parts of a move.
#include "states/moves.h"

#include <algorithm>
#include <cassert>
#include <span>
#include <utility>

#include "states/mover_blocks.h"

namespace entente {
namespace {

// A mover of no more combinations than this is never looked at block by block.
constexpr std::uint64_t few_combinations = 256;

}  // namespace

MoverMoves::MoverMoves(const Model& model, const States& states, MoverId mover)
    : model_(&model), states_(&states), mover_(mover), listed_(model, states, mover) {
  for (const OptionId o : model.options_of(mover)) {
    guards_.push_back(model[o].when ? where(model.conditions, *model[o].when, states) : StateSet());
    changes_.emplace_back(model, states, o);
  }
  list_blocks();
}

void MoverMoves::list_blocks() {
  const std::size_t states = states_->size();
  std::uint64_t combinations = 1;
  for (const OptionId o : model_->options_of(mover_))
    combinations =
        std::min<std::uint64_t>(combinations * (*model_)[o].values.size(), 5 * states + few_combinations);
  if (combinations <= few_combinations) return;
  const auto room = states_->stop().claim(2 * states * sizeof(StateId));
  MoverBlocks blocks(*states_, mover_);
  if (combinations * blocks.count <= 4 * states) return;
  begins_.assign(blocks.count + 1, 0);
  for (const std::uint32_t b : blocks.of) ++begins_[b + 1];
  for (std::size_t b = 1; b < begins_.size(); ++b) begins_[b] += begins_[b - 1];
  std::vector<std::uint32_t> next = begins_;
  members_.resize(states);
  states_->stop().look();
  for (StateId s = 0; s < states; ++s) members_[next[blocks.of[s]]++] = s;
  block_ = std::move(blocks.of);
}

bool MoverMoves::allow(StateId s, StateId t) const {
  const Layout& layout = states_->layout();
  const Word a = (*states_)[s];
  const Word b = (*states_)[t];
  if (s == t || ((a ^ b) & ~layout.mask(mover_)) != 0) return false;
  const std::vector<OptionId>& own = model_->options_of(mover_);
  for (std::size_t k = 0; k < own.size(); ++k) {
    const Value from = layout.value(a, own[k]);
    const Value to = layout.value(b, own[k]);
    if (from == to) continue;
    if ((*model_)[own[k]].when && !guards_[k].contains(s)) return false;
    if (!(*model_)[own[k]].moves.allow(from, to) || !changes_[k].open(s, from, to)) return false;
  }
  return listed_.allow(s, t);
}

std::span<const Value> MoverMoves::Courses::of(std::size_t option) const {
  const std::uint32_t begin = option == 0 ? 0 : ends[option - 1];
  return std::span(values).subspan(begin, ends[option] - begin);
}

std::uint64_t MoverMoves::Courses::combinations(std::uint64_t most) const {
  std::uint64_t product = 1;
  for (std::size_t k = 0; k < ends.size(); ++k)
    product = product > most / of(k).size() ? most + 1 : product * of(k).size();
  return product;
}

bool MoverMoves::hold(const Courses& courses, Word word) const {
  const std::vector<OptionId>& own = model_->options_of(mover_);
  for (std::size_t k = 0; k < own.size(); ++k) {
    const std::span<const Value> values = courses.of(k);
    if (!std::binary_search(values.begin(), values.end(), states_->layout().value(word, own[k])))
      return false;
  }
  return true;
}

// The words that courses make of one, ascending: each option's values multiply what is there, in place.
std::vector<Word> MoverMoves::words(Word word, const Courses& courses) const {
  const std::vector<OptionId>& own = model_->options_of(mover_);
  std::vector<Word> all;
  all.reserve(courses.combinations(UINT32_MAX));
  all.push_back(word);
  for (std::size_t k = 0; k < own.size(); ++k) {
    const std::span<const Value> values = courses.of(k);
    if (values.size() == 1) continue;
    const Field& field = states_->layout().field(own[k]);
    const std::size_t shorter = all.size();
    all.resize(shorter * values.size());
    for (std::size_t i = shorter; i-- > 0;) {
      const Word rest = all[i] & ~field.mask;
      for (std::size_t v = values.size(); v-- > 0;)
        all[i * values.size() + v] = rest | (Word{values[v]} << field.shift);
    }
  }
  return all;
}

// The feasible states of s's block in which every option of the mover is on its course, ascending: of the
// words that the courses make and the states of the block whichever are fewer are looked at.
std::vector<StateId> MoverMoves::among(StateId s, const Courses& courses) const {
  std::vector<StateId> found;
  if (!members_.empty()) {
    const std::uint32_t begin = begins_[block_[s]];
    const std::uint32_t size = begins_[block_[s] + 1] - begin;
    if (courses.combinations(size) > size) {
      for (const StateId t : std::span(members_).subspan(begin, size))
        if (hold(courses, (*states_)[t])) found.push_back(t);
      return found;
    }
  }
  const std::vector<Word> made = words((*states_)[s], courses);
  found.reserve(made.size());
  for (const Word word : made)
    if (const auto t = states_->find(word)) found.push_back(*t);
  return found;
}

MoverMoves::Courses MoverMoves::courses(StateId s) const {
  const std::vector<OptionId>& own = model_->options_of(mover_);
  Courses courses;
  courses.values.reserve(2 * own.size());
  courses.ends.reserve(own.size());
  for (std::size_t k = 0; k < own.size(); ++k) {
    const Option& option = (*model_)[own[k]];
    const Value now = states_->value(s, own[k]);
    const bool open = !option.when || guards_[k].contains(s);
    for (Value v = 0; v < option.values.size(); ++v)
      if (v == now || (open && option.moves.allow(now, v) && changes_[k].open(s, now, v)))
        courses.values.push_back(v);
    courses.ends.push_back(static_cast<std::uint32_t>(courses.values.size()));
  }
  return courses;
}

std::vector<StateId> MoverMoves::from(StateId s) const {
  std::vector<StateId> reached = among(s, courses(s));
  std::erase_if(reached, [&](StateId t) { return t == s || !listed_.allow(s, t); });
  return reached;
}

std::vector<StateId> MoverMoves::parts(StateId s, StateId t) const {
  assert((((*states_)[s] ^ (*states_)[t]) & ~states_->layout().mask(mover_)) == 0);
  Courses courses;
  for (const OptionId o : model_->options_of(mover_)) {
    const auto [low, high] = std::minmax({states_->value(s, o), states_->value(t, o)});
    courses.values.push_back(low);
    if (low != high) courses.values.push_back(high);
    courses.ends.push_back(static_cast<std::uint32_t>(courses.values.size()));
  }
  std::vector<StateId> parts = among(s, courses);
  std::erase_if(parts, [&](StateId u) { return u == s || u == t || !listed_.allow(s, u); });
  return parts;
}

std::size_t MoverMoves::distance(StateId s, StateId t) const {
  const Word difference = (*states_)[s] ^ (*states_)[t];
  const std::vector<OptionId>& own = model_->options_of(mover_);
  return static_cast<std::size_t>(std::count_if(own.begin(), own.end(), [&](OptionId o) {
    return (difference & states_->layout().field(o).mask) != 0;
  }));
}

std::vector<OptionId> MoverMoves::changes(StateId s, StateId t) const {
  std::vector<OptionId> changed;
  for (const OptionId o : model_->options_of(mover_))
    if (states_->value(s, o) != states_->value(t, o)) changed.push_back(o);
  return changed;
}

std::vector<MoverMoves> all_moves(const Model& model, const States& states) {
  std::vector<MoverMoves> moves;
  for (const MoverId mover : model.mover_ids()) moves.emplace_back(model, states, mover);
  return moves;
}

}  // namespace entente
