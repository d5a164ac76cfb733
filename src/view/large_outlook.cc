// Where a large case is heading, and in which order its equilibria can come about, by diagrams alone.
#include "engine/symbolic/cone.h"
#include "engine/symbolic/worst_answers.h"
#include "view/large_parts.h"

namespace entente {
namespace {

constexpr std::size_t few_states = 64;
constexpr std::size_t few_searches = 256;    // from one state
constexpr std::uint64_t few_words = 20'000;  // of one search

/// The worst that the others bring about, exact in every comparison with the ranks of `here`.
RankBits sanction_from(const Symbolic& engine, Concept c, PartyId i, const Diagram& here) {
  const RankBits& r = engine.rank(i);
  const RankBits v = row(c).symmetric ? engine.best_move(i, r) : r;
  if (answer_steps(c) == Steps::plain) return engine.worst_reach(i, v, Steps::plain);
  return worst_by_improvements(engine.encoding(), engine.relations(), i, answering(engine.relations(), i), v,
                               here);
}

RankBits led_to(const Diagrams& diagrams, const RankBits& v, Word own) {
  RankBits result{.unbounded = v.unbounded, .bits = {}};
  for (const Diagram& bit : v.bits) result.bits.push_back(diagrams.moved(bit, own, 0, 1));
  return result;
}

}  // namespace

Heading::Heading(SymbolicCase& symbolic, const Concessions& moves, Concept c, const Diagram& start)
    : symbolic_(symbolic), moves_(moves), concept_(c), reached_(start), fresh_(start) {}

void Heading::follow(PartyId i) {
  Diagram found = undeterred(i);
  if (!symbolic_.diagrams().spent()) next_ |= found;
}

void Heading::go_on() {
  fresh_ = std::exchange(next_, Diagram()) - reached_;
  reached_ |= fresh_;
}

/// Where the party's undeterred improvements lead from the states reached last; it takes none of which a part
/// is undeterred too and better for it.
Diagram Heading::undeterred(PartyId i) const {
  const Diagrams& diagrams = symbolic_.diagrams();
  Pairs gains = moves_.gains(i);
  gains.pairs &= fresh_;
  if (gains.pairs.empty()) return {};
  const Diagram doubted = gains.pairs - surely(i, gains);
  Diagram leaving = fresh_ & exists(doubted, diagrams.cube(gains.own, 1));
  if (answer_steps(concept_) == Steps::improving) look_closely(i, leaving, gains);
  if (!leaving.empty()) gains.pairs &= beyond(i, sanction_from(symbolic_.engine(), concept_, i, leaving));
  return moves_.whole(i, gains).after(diagrams, fresh_);
}

/// A few states are looked at one by one; of those that this decides the gains that are deterred go.
void Heading::look_closely(PartyId i, Diagram& leaving, Pairs& gains) const {
  const Diagrams& diagrams = symbolic_.diagrams();
  const std::vector<Word> states = first(diagrams, leaving, few_states + 1);
  if (states.size() > few_states) return;
  for (const Word state : states) {
    const Cone cone(symbolic_.engine(), i, state, {Steps::improving, row(concept_).symmetric}, few_words);
    const std::optional<Diagram> open = cone.undeterred(few_searches);
    if (!open || diagrams.spent()) continue;
    const Diagram here = only(diagrams, state);
    const Diagram to = exists(*open, diagrams.cube(~gains.own));
    leaving -= here;
    gains.pairs = (gains.pairs - here) | (here & diagrams.moved(to, gains.own, 0, 1));
  }
}

/// Gains that not even moves at the others' own cost deter: improvements of theirs deter no more.
Diagram Heading::surely(PartyId i, const Pairs& gains) const {
  if (!has_answers(concept_)) return gains.pairs;
  return gains.pairs & beyond(i, sanction_from(symbolic_.engine(), by_any_moves(concept_), i, {}));
}

/// The pairs that lead to where a sanction is better than the state left.
Diagram Heading::beyond(PartyId i, const RankBits& sanction) const {
  const Word own = symbolic_.encoding().own(i);
  return less(symbolic_.engine().rank(i), led_to(symbolic_.diagrams(), sanction, own));
}

Spreading::Spreading(SymbolicCase& symbolic, const Concessions& moves, const Diagram& start)
    : symbolic_(symbolic), moves_(moves), reached_(start) {
  willingly(start);
}

bool Spreading::concede() {
  Diagram next;
  for (const PartyId i : symbolic_.encoding().model().party_ids())
    next |= moves_.moves(i).after(symbolic_.diagrams(), last_);
  next -= reached_;
  if (next.empty() || symbolic_.diagrams().spent()) return false;
  return willingly(next), true;
}

/// Party after party, each from what it has not gone on from yet.
void Spreading::willingly(const Diagram& start) {
  const auto parties = symbolic_.encoding().model().party_ids();
  std::vector<Diagram> waiting(symbolic_.engine().parties(), start);
  last_ = start;
  reached_ |= start;
  for (bool idle = false; !idle && !symbolic_.diagrams().spent();) {
    idle = true;
    for (const PartyId i : parties) {
      if (waiting[index(i)].empty()) continue;
      idle = false;
      const Diagram from = std::exchange(waiting[index(i)], Diagram());
      const Diagram found = moves_.willing(i).after(symbolic_.diagrams(), from) - reached_;
      for (Diagram& one : waiting) one |= found;
      last_ |= found;
      reached_ |= found;
    }
  }
}

/// Follows the heading as far as the budget lets it come.
Diagram LargeAnalysis::Parts::heading(Concept c, const Diagram& start, bool& decided) {
  Heading heading(*symbolic, *moves, c, start);
  decided = true;
  while (decided && !heading.done()) {
    for (const PartyId i : model.party_ids())
      decided = within(0.2, [&] { return heading.follow(i), true; }).has_value() && decided;
    decided = within(0.5, [&] { return heading.go_on(), true; }).has_value() && decided;
  }
  return heading.reached();
}

/// The equilibria in order, as far as the budget lets it come; `left` are those not met.
bool LargeAnalysis::Parts::order(const Diagram& start, const Shown& shown, Diagram& left,
                                 std::vector<Reached>& order) {
  auto spreading = within(0.5, [&] { return Spreading(*symbolic, *moves, start); });
  for (std::uint32_t conceded = 0; spreading; ++conceded) {
    auto met = within(0.3, [&] { return facts_of(*symbolic, left & spreading->last(), shown); });
    if (!met) return false;
    if (met->count > 0) order.push_back({conceded, *std::move(met)});
    const auto more = within(0.5, [&] {
      left -= spreading->last();
      return !left.empty() && spreading->concede();
    });
    if (!more || !*more) return more.has_value();
  }
  return false;
}

LargeOutlook LargeAnalysis::outlook(Concept c, const Shown& shown) const {
  LargeOutlook outlook;
  parts_->tell("where the dispute is heading");
  const Diagram now = only(parts_->diagrams(), status_quo());
  const Diagram heading = parts_->heading(c, now, outlook.heading_decided);
  outlook.heading = parts_->facts(heading, shown).value_or(SetFacts{parts_->engine().count(heading), {}, {}});
  const std::optional<Diagram>& equilibria = parts_->equilibrium_set(c);
  if (!equilibria) return outlook;
  if (outlook.heading_decided)
    if (const auto resting = parts_->within(0.2, [&] { return heading & *equilibria; }))
      outlook.resting = parts_->facts(*resting, shown);
  Diagram left = *equilibria;
  parts_->tell("in which order its equilibria can come about");
  outlook.order_decided = parts_->order(now, shown, left, outlook.order);
  if (outlook.order_decided) outlook.unreachable = parts_->engine().count(left);
  return outlook;
}

}  // namespace entente
