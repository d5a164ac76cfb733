// The symbolic engine.
//
// Maxima and minima over moves come from a lexicographic filter: of the candidates those stay that have the
// next bit of the rank as it is wanted, wherever some candidate of the block has. As many quantifications as
// the rank has bits, and no class is listed (rank_bits.cc, worst_answers.cc).
//
// It fits cases of up to 64 bits whose statements look at few options each; Nash, GMR and SMR then take
// milliseconds. It does not fit statements that tie all options together, such as a weighted sum of dozens of
// options with unlike weights, nor, always, the improvements of many parties: their closure can need more
// diagrams than any memory holds, and then says so.
//
// Method: Bryant, Graph-Based Algorithms for Boolean Function Manipulation (1986); Burch, Clarke, McMillan,
// Dill and Hwang, Symbolic Model Checking: 10^20 States and Beyond (1992).
#include "engine/symbolic/symbolic.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "engine/symbolic/worst_answers.h"

namespace entente {
namespace {

std::vector<RankBits> all_ranks(const Encoding& encoding) {
  std::vector<RankBits> ranks;
  for (const PartyId i : encoding.model().party_ids()) ranks.push_back(encoding.ranks(i));
  return ranks;
}

using Clock = std::chrono::steady_clock;

Allowance left_of(Allowance limits, Clock::time_point begun) {
  if (limits.time) limits.time = std::max(std::chrono::nanoseconds(0), *limits.time - (Clock::now() - begun));
  return limits;
}

/// Why no turn came; nothing where it was this thread's own.
std::optional<Outcome<std::unique_ptr<SymbolicCase>>> ended_waiting(const Allowance& left) {
  if (left.cancel != nullptr && left.cancel->load()) return Spent::cancelled;
  if (left.time && left.time->count() == 0) return Spent::waiting;
  return std::nullopt;
}

}  // namespace

Symbolic::Symbolic(const Encoding& encoding) : Symbolic(encoding, all_ranks(encoding)) {}

Symbolic::Symbolic(const Encoding& encoding, std::vector<RankBits> ranks)
    : encoding_(encoding), relations_(encoding, std::move(ranks)) {}

RankBits Symbolic::rank_at(PartyId i, Word at) const {
  const Diagrams& diagrams = encoding_.diagrams();
  RankBits here;
  for (const Diagram& bit : rank(i).bits)
    here.bits.push_back(contains(diagrams, bit, at) ? diagrams.all() : diagrams.none());
  return here;
}

RankBits Symbolic::within(const RankBits& v, const Diagram& states) const {
  RankBits result{.unbounded = v.unbounded, .bits = v.bits};
  for (Diagram& bit : result.bits) bit &= states;
  return result;
}

RankBits Symbolic::worst_reach(MoverId mover, PartyId i, const RankBits& v, Steps steps) const {
  const std::vector<MoverId> group = answering(encoding_, relations_, mover);
  RankBits by_moves = worst_by_moves(encoding_, relations_, group, v);
  if (steps == Steps::plain) return by_moves;
  if (encoding_.model().is_group(mover))
    return worst_by_improvements(encoding_, relations_, i, group, v, all());
  const RankBits& r = rank(i);
  // GMR or SMR, by v, and Nash: only the states between them are open.
  const Diagram above = at_most(best_move(i, minimum(r, by_moves)), r);
  const Diagram open = above - at_most(best_move(i, r), r);
  return worst_by_improvements(encoding_, relations_, i, group, v, open);
}

std::optional<Outcome<std::unique_ptr<SymbolicCase>>> SymbolicCase::open(const Model& model,
                                                                         std::uint64_t nodes,
                                                                         const Allowance& limits) {
  const auto begun = Clock::now();
  auto opened = std::make_unique<SymbolicCase>();
  opened->diagrams_ = Diagrams::open(bit_order(model, Layout(model)), nodes, limits);
  const Allowance left = left_of(limits, begun);
  if (!opened->diagrams_) return ended_waiting(left);
  const auto spent = opened->diagrams_->within(left, [&] {
    opened->encoding_ = std::make_unique<Encoding>(model, *opened->diagrams_);
    static_cast<void>(opened->encoding_->feasible());  // which may be the most of the work
    opened->engine_ = std::make_unique<Symbolic>(*opened->encoding_);
    return true;
  });
  if (const Spent* out_of = std::get_if<Spent>(&spent)) return *out_of;
  return opened;
}

}  // namespace entente
