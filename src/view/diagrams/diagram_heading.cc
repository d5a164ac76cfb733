// What moves reach from some states of a case in diagrams.
#include "view/diagrams/diagram_heading.h"

#include "engine/symbolic/cone.h"
#include "engine/symbolic/worst_answers.h"

namespace entente {
namespace {

constexpr std::size_t few_states = 64;
constexpr std::size_t few_searches = 256;    // from one state
constexpr std::uint64_t few_words = 20'000;  // of one search

RankBits led_to(const Diagrams& diagrams, const RankBits& v, Word own) {
  RankBits result{.unbounded = v.unbounded, .bits = {}};
  for (const Diagram& bit : v.bits) result.bits.push_back(diagrams.moved(bit, own, 0, 1));
  return result;
}

}  // namespace

Heading::Heading(const DiagramWork& work, const Ranked& by, Concept c, const Diagram& start)
    : work_(work), by_(by), concept_(c), reached_(start), fresh_(start) {
  for (const PartyId i : work.model().party_ids()) taken_.push_back({work.encoding().own(i), {}});
}

void Heading::follow(PartyId i) {
  const Pairs gains = undeterred(i);
  const Diagram found = gains.after(work_.diagrams(), fresh_);
  const Diagram taken = taken_[index(i)].pairs | gains.pairs;
  const Diagram next = next_ | found;
  if (work_.diagrams().spent()) return;
  taken_[index(i)].pairs = taken;
  next_ = next;
}

void Heading::go_on() {
  const Diagram fresh = next_ - reached_;
  const Diagram reached = reached_ | next_;
  if (work_.diagrams().spent()) return;
  fresh_ = fresh;
  reached_ = reached;
  next_ = Diagram();
}

/// The party's undeterred improvements from the states reached last; it takes none of which a part is
/// undeterred too and better for it.
Pairs Heading::undeterred(PartyId i) const {
  const Diagrams& diagrams = work_.diagrams();
  Pairs gains = by_.moves.gains(i);
  gains.pairs &= fresh_;
  if (gains.pairs.empty()) return gains;
  const Diagram doubted = gains.pairs - surely(i, gains);
  Diagram leaving = fresh_ & exists(doubted, diagrams.cube(gains.own, 1));
  if (answer_steps(concept_) == Steps::improving) look_closely(i, leaving, gains);
  if (!leaving.empty()) gains.pairs &= beyond(i, sanction_from(i, leaving));
  return by_.moves.whole(i, gains);
}

/// A few states are looked at one by one; of those that this decides the gains that are deterred go.
void Heading::look_closely(PartyId i, Diagram& leaving, Pairs& gains) const {
  const Diagrams& diagrams = work_.diagrams();
  const std::vector<Word> states = first(diagrams, leaving, few_states + 1);
  if (states.size() > few_states) return;
  for (const Word state : states) {
    const Cone cone(by_.engine, i, state, {Steps::improving, row(concept_).symmetric}, few_words);
    const std::optional<Diagram> open = cone.undeterred(few_searches);
    if (!open || diagrams.spent()) continue;
    const Diagram here = only(diagrams, state);
    const Diagram to = exists(*open, diagrams.cube(~gains.own));
    leaving -= here;
    gains.pairs = (gains.pairs - here) | (here & diagrams.moved(to, gains.own, 0, 1));
  }
}

/// The worst that the others bring about, exact in every comparison with the ranks of `here`.
RankBits Heading::sanction_from(PartyId i, const Diagram& here) const {
  if (answer_steps(concept_) != Steps::improving) return sanction(by_.engine, i, concept_);
  const Symbolic& engine = by_.engine;
  const RankBits& r = engine.rank(i);
  const RankBits v = row(concept_).symmetric ? engine.best_move(i, r) : r;
  return worst_by_improvements(engine.encoding(), engine.relations(), i, answering(engine.relations(), i), v,
                               here);
}

/// Gains that not even moves at the others' own cost deter: improvements of theirs deter no more.
Diagram Heading::surely(PartyId i, const Pairs& gains) const {
  const Symbolic& engine = by_.engine;
  if (answer_steps(concept_) != Steps::improving) return gains.pairs & beyond(i, sanction_from(i, {}));
  const RankBits& r = engine.rank(i);
  const RankBits v = row(concept_).symmetric ? engine.best_move(i, r) : r;
  return gains.pairs & beyond(i, engine.worst_reach(i, v, Steps::plain));
}

/// The pairs that lead to where a sanction is better than the state left.
Diagram Heading::beyond(PartyId i, const RankBits& sanction) const {
  const Word own = work_.encoding().own(i);
  return less(by_.engine.rank(i), led_to(work_.diagrams(), sanction, own));
}

Spreading::Spreading(const DiagramWork& work, const Diagram& start) : work_(&work), reached_(start) {
  willingly(start);
}

bool Spreading::concede() {
  Diagram next;
  for (const PartyId i : work_->model().party_ids())
    next |= work_->moves().moves(i).after(work_->diagrams(), last_);
  next -= reached_;
  if (next.empty() || work_->diagrams().spent()) return false;
  return willingly(next), true;
}

/// Party after party, each from what it has not gone on from yet.
void Spreading::willingly(const Diagram& start) {
  const auto parties = work_->model().party_ids();
  std::vector<Diagram> waiting(work_->engine().parties(), start);
  last_ = start;
  reached_ |= start;
  for (bool idle = false; !idle && !work_->diagrams().spent();) {
    idle = true;
    for (const PartyId i : parties) {
      if (waiting[index(i)].empty()) continue;
      idle = false;
      const Diagram from = std::exchange(waiting[index(i)], Diagram());
      const Diagram found = work_->moves().willing(i).after(work_->diagrams(), from) - reached_;
      for (Diagram& one : waiting) one |= found;
      last_ |= found;
      reached_ |= found;
    }
  }
}

}  // namespace entente
