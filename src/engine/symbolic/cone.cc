// One state and one mover. What the others' steps can reach is searched forward, word by word: from each word
// the targets of a mover are a small diagram, the relation with everything but his own bits fixed.
// Improvements that a few steps answer are told apart beforehand, all at once, backwards from the goals.
// Where the search forward meets too many words, or only the verdict is asked for, levels that learn take its
// place.
#include "engine/symbolic/cone.h"

#include <algorithm>
#include <set>

#include "engine/symbolic/worst_answers.h"
#include "states/turns.h"

namespace entente {

namespace {

constexpr std::uint64_t few_words = 20'000;
constexpr std::uint64_t largest_layer = 1'000;  // nodes; more and searches from single states are quicker

}  // namespace

Cone::Cone(const Symbolic& engine, MoverId mover, Word at, View view, std::uint64_t most)
    : engine_(engine),
      group_(answering(engine.encoding(), engine.relations(), mover)),
      view_(view),
      most_(most) {
  const Diagrams& diagrams = engine.encoding().diagrams();
  const Diagram better = above(mover, at);
  goals_ = engine.all() - better;
  if (view.symmetric) goals_ -= engine.relations().before(mover, better);
  Diagram moves;
  if (!engine.relations().still(mover)) {
    const Word own = engine.encoding().own(mover);
    moves = diagrams.moved(cofactor(engine.relations().relation(mover), fixed(at, ~Word{0})), own, 1, 0);
    moves &= fixed(at, ~own);
  }
  improvements_ = moves & better;
  any_turns_ = replies() == Replies::legal;
  for (const MoverId j : group_) any_turns_ = any_turns_ && engine.relations().transitive(j);
}

Replies Cone::replies() const {
  return engine_.encoding().model().replies;
}

/// The words that agree with one in the mask's bits.
Diagram Cone::fixed(Word word, Word mask) const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  Diagram all = diagrams.all();
  for (auto b = diagrams.order().rbegin(); b != diagrams.order().rend(); ++b)
    if (((mask >> *b) & 1) != 0) all &= ((word >> *b) & 1) != 0 ? diagrams.bit(*b) : !diagrams.bit(*b);
  return all;
}

/// The states that all members strictly prefer to one.
Diagram Cone::above(MoverId mover, Word word) const {
  Diagram all = engine_.all();
  for (const PartyId i : engine_.members(mover)) all &= less(engine_.rank_at(i, word), engine_.rank(i));
  return all;
}

/// Where a mover's step leads from a word.
Diagram Cone::steps_from(MoverId mover, Word word) const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  const Word own = engine_.encoding().own(mover);
  Diagram targets;
  if (engine_.relations().unrestricted(mover)) {
    targets = cofactor(engine_.all(), fixed(word, ~own));
    // Staying is no step: where moves are not transitive it would have another step twice in a row.
    if (!any_turns_) targets -= fixed(word, ~Word{0});
  } else {
    targets = diagrams.moved(cofactor(engine_.relations().relation(mover), fixed(word, ~Word{0})), own, 1, 0);
  }
  targets &= fixed(word, ~own);
  return view_.steps == Steps::improving ? targets & above(mover, word) : targets;
}

Cone::Search Cone::answer(Word improvement) const {
  if (!any_turns_) return searched_forward(improvement, most_);
  const Search found = searched_forward(improvement, std::min(most_, few_words));
  return std::holds_alternative<GaveUp>(found) ? searched_by_levels(improvement) : found;
}

Cone::Search Cone::any_answer(Word improvement) const {
  return any_turns_ ? searched_by_levels(improvement) : searched_forward(improvement, most_);
}

Cone::Search Cone::searched_by_levels(Word improvement) const {
  if (!levels_)
    levels_.emplace(engine_.encoding(), engine_.relations(), group_, view_.steps == Steps::improving, goals_,
                    [this](MoverId mover, Word word) { return steps_from(mover, word); });
  return levels_->way(improvement, most_);
}

Cone::Search Cone::searched_forward(Word improvement, std::uint64_t most) const {
  struct Met {
    Word word;
    std::uint32_t last;  // in the group
    std::size_t from;
    Turns::Turn turn;
  };
  const Diagrams& diagrams = engine_.encoding().diagrams();
  const Turns turns(replies());
  std::vector<Met> met = {{improvement, 0, 0, Turns::first}};
  const auto way_to = [&](std::size_t end) {
    std::vector<ConeStep> steps;
    for (; end != 0; end = met[end].from) steps.push_back({group_[met[end].last], met[end].word});
    std::reverse(steps.begin(), steps.end());
    return steps;
  };
  if (contains(diagrams, goals_, improvement)) return std::vector<ConeStep>();
  std::set<std::pair<Word, Turns::Turn>> seen;
  for (std::size_t at = 0; at < met.size(); ++at)
    for (std::uint32_t k = 0; k < group_.size(); ++k) {
      if (!turns.may_move(met[at].turn, k)) continue;
      const Turns::Turn turn = turns.after(met[at].turn, k);
      const Diagram targets = steps_from(group_[k], met[at].word);
      if (const auto goal = first(diagrams, targets & goals_)) {
        met.push_back({*goal, k, at, turn});
        return way_to(met.size() - 1);
      }
      for (const Word word : first(diagrams, targets, most + 1 - std::min(most, met.size())))
        if (seen.emplace(word, turn).second) met.push_back({word, k, at, turn});
      if (met.size() >= most || diagrams.spent()) return GaveUp();
    }
  return std::monostate();
}

/// States that a few steps lead from into the goals, as long as that stays a small diagram.
Diagram Cone::answered_soon() const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  const Relations& relations = engine_.relations();
  Diagram reached = goals_;
  for (Diagram layer = goals_; !layer.empty() && diagrams.size(layer) < largest_layer && !diagrams.spent();) {
    Diagram before;
    for (const MoverId j : group_)
      before |=
          view_.steps == Steps::plain ? relations.before(j, layer) : relations.before_improving(j, layer);
    layer = before - reached;
    reached |= layer;
    // One step is a reply whoever takes it; of two it may matter who takes the second.
    if (!any_turns_ || (improvements_ - reached).empty()) break;
  }
  return reached;
}

Cone::Verdict Cone::verdict() const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  if (improvements_.empty()) return {true, std::nullopt};
  Diagram left = improvements_ - answered_soon();
  bool gave_up = false;
  while (!left.empty() && !diagrams.spent()) {
    const std::optional<Word> improvement = first(diagrams, left);
    if (!improvement) break;
    const Search found = any_answer(*improvement);
    if (std::holds_alternative<std::monostate>(found)) return {false, improvement};
    gave_up = gave_up || std::holds_alternative<GaveUp>(found);
    if (gave_up) break;
    left -= fixed(*improvement, ~Word{0});
  }
  if (gave_up || diagrams.spent()) return {};
  return {true, std::nullopt};
}

std::optional<Diagram> Cone::undeterred(std::size_t most) const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  if (improvements_.empty()) return Diagram();
  const std::vector<Word> open = first(diagrams, improvements_ - answered_soon(), most + 1);
  if (open.size() > most) return std::nullopt;
  Diagram undeterred;
  for (const Word improvement : open) {
    const Search found = any_answer(improvement);
    if (std::holds_alternative<GaveUp>(found)) return std::nullopt;
    if (std::holds_alternative<std::monostate>(found)) undeterred |= fixed(improvement, ~Word{0});
  }
  return undeterred;
}

}  // namespace entente
