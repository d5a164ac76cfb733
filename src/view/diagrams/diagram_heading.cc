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
  for (const MoverId i : work.model().mover_ids()) taken_.push_back({work.encoding().own(i), {}});
}

void Heading::follow(MoverId i) {
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

/// The mover's undeterred improvements from the states reached last; it takes none of which a part is
/// undeterred too and better for it.
Pairs Heading::undeterred(MoverId i) const {
  const Diagrams& diagrams = work_.diagrams();
  Pairs gains = by_.moves.gains(i);
  gains.pairs &= fresh_;
  if (gains.pairs.empty()) return gains;
  const bool jointly = work_.model().is_group(i);
  const Diagram doubted = jointly ? gains.pairs : gains.pairs - surely(i, gains);
  Diagram leaving = fresh_ & exists(doubted, diagrams.cube(gains.own, 1));
  if (answer_steps(concept_) == Steps::improving) look_closely(i, leaving, gains);
  if (!leaving.empty()) {
    const Diagram open =
        jointly ? undeterred_jointly(i, leaving) | !leaving : beyond(i, sanction_from(i, leaving));
    gains.pairs &= open;
  }
  return by_.moves.whole(i, gains);
}

/// A few states are looked at one by one; of those that this decides the gains that are deterred go.
void Heading::look_closely(MoverId i, Diagram& leaving, Pairs& gains) const {
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

/// Pairs from these states that nothing deters, by what states are worth to the last member where the others
/// gain (stability/concepts.h).
Diagram Heading::undeterred_jointly(MoverId group, const Diagram& leaving) const {
  std::vector<PartyId> others = by_.engine.members(group);
  others.pop_back();
  Diagram all;
  by_.engine.each_liking(others, leaving, [&](const Diagram& alike, const Diagram& better) {
    const RankBits worth = by_.engine.within(by_.engine.rank(last(group)), better);
    all |= alike & beyond(group, sanction_from(group, worth, alike));
  });
  return all;
}

/// The worst that the others bring about, exact in every comparison with the ranks of `here`.
RankBits Heading::sanction_from(MoverId i, const Diagram& here) const {
  return sanction_from(i, by_.engine.rank(last(i)), here);
}

/// The same by what states are worth.
RankBits Heading::sanction_from(MoverId i, const RankBits& worth, const Diagram& here) const {
  if (answer_steps(concept_) != Steps::improving) return sanction(by_.engine, i, last(i), worth, concept_);
  const Symbolic& engine = by_.engine;
  const RankBits v = row(concept_).symmetric ? engine.best_move(i, worth) : worth;
  return worst_by_improvements(engine.encoding(), engine.relations(), last(i),
                               answering(engine.encoding(), engine.relations(), i), v, here);
}

/// Gains that not even moves at the others' own cost deter: improvements of theirs deter no more.
Diagram Heading::surely(MoverId i, const Pairs& gains) const {
  const Symbolic& engine = by_.engine;
  if (answer_steps(concept_) != Steps::improving) return gains.pairs & beyond(i, sanction_from(i, {}));
  const RankBits& r = engine.rank(last(i));
  const RankBits v = row(concept_).symmetric ? engine.best_move(i, r) : r;
  return gains.pairs & beyond(i, engine.worst_reach(i, last(i), v, Steps::plain));
}

/// The pairs that lead to where a sanction is better than the state left.
Diagram Heading::beyond(MoverId i, const RankBits& sanction) const {
  const Word own = work_.encoding().own(i);
  return less(by_.engine.rank(last(i)), led_to(work_.diagrams(), sanction, own));
}

Spreading::Spreading(const DiagramWork& work, const Diagram& start) : work_(&work) {
  by_concessions_.push_back(Diagram());
  willingly(start);
}

bool Spreading::concede() {
  Diagram next;
  Diagram later;  // what more concessions may lead to
  for (const MoverId i : work_->model().mover_ids())
    for (std::size_t members = 1; members <= work_->model().members(i).size(); ++members) {
      const Pairs moves = work_->moves().conceding_at_most(i, members);
      const std::size_t now = by_concessions_.size();
      for (std::size_t from = now - std::min(members, now); from < now; ++from)
        (from + members == now ? next : later) |= moves.after(work_->diagrams(), by_concessions_[from]);
    }
  next -= reached_;
  if (work_->diagrams().spent() || ((next | later) - reached_).empty()) return false;
  by_concessions_.emplace_back();
  willingly(next);
  return true;
}

/// Mover after mover, each from what it has not gone on from yet.
void Spreading::willingly(const Diagram& start) {
  const auto movers = work_->model().mover_ids();
  std::vector<Diagram> waiting(movers.size(), start);
  Diagram& last = by_concessions_.back();
  last = start;
  reached_ |= start;
  for (bool idle = false; !idle && !work_->diagrams().spent();) {
    idle = true;
    for (const MoverId i : movers) {
      if (waiting[index(i)].empty()) continue;
      idle = false;
      const Diagram from = std::exchange(waiting[index(i)], Diagram());
      const Diagram found = work_->moves().conceding_at_most(i, 0).after(work_->diagrams(), from) - reached_;
      for (Diagram& one : waiting) one |= found;
      last |= found;
      reached_ |= found;
    }
  }
}

}  // namespace entente
