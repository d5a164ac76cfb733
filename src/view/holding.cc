// Will it hold? Settlements as equilibria once made.
#include "view/holding.h"

#include <algorithm>

#include "engine/explicit/fitting.h"

namespace entente {
namespace {

std::vector<std::size_t> left_out(const Waivers& waived, PartyId party) {
  std::vector<std::size_t> demands;
  for (const Waiver& w : waived)
    if (w.party == party && w.demand) demands.push_back(*w.demand);
  return demands;
}

/// The ranks with the waived demands' statements dropped.
std::vector<Ranks> ranks_without(const Analysis& analysis, const Waivers& waived) {
  std::vector<Ranks> all;
  for (PartyId i : analysis.model().party_ids()) {
    analysis.states().stop().look();
    all.push_back(analysis.ranks_without(i, left_out(waived, i)));
  }
  return all;
}

StateSet sequential_equilibria(const Analysis& analysis, const std::vector<Ranks>& ranks) {
  return FittingEngine(analysis.model(), analysis.states(), ranks, analysis.frame())
      .visit([&](const auto& engine) {
        StateSet all = engine.all();
        for (PartyId i : analysis.model().party_ids()) all &= stable(engine, i, Concept::seq);
        return all;
      });
}

bool waives_a_statement(const Waivers& waived) {
  return std::any_of(waived.begin(), waived.end(), [](const Waiver& w) { return w.demand.has_value(); });
}

/// Of a few settlements those that hold, each looked at by itself; nothing where that is much work.
std::optional<StateSet> looked_at_closely(const Game& game, const StateSet& settlements) {
  constexpr std::uint64_t few_settlements = 16;
  constexpr std::uint64_t most_moves = 1 << 12;  // of a party at one of them
  if (settlements.count() > few_settlements) return std::nullopt;
  StateSet holding = settlements;
  for (const StateId s : settlements.list())
    for (std::size_t i = 0; i < game.moves.size() && holding.contains(s); ++i) {
      Deterrence deterrence(game, {static_cast<PartyId>(i)}, s, Concept::seq, most_moves);
      if (deterrence.undeterred()) holding.erase(s);
      if (deterrence.gave_up()) return std::nullopt;
    }
  return holding;
}

bool holds_in(const Game& game, StateId s) {
  for (std::size_t i = 0; i < game.moves.size(); ++i)
    if (undeterred(game, static_cast<PartyId>(i), s)) return false;
  return true;
}

/// Whether a settlement would hold if one option's moves were of another kind.
bool holds_with(const Analysis& analysis, const Holding& holding, StateId s, const Guarantee& guarantee) {
  Model restricted = analysis.model();
  restricted.options[index(guarantee.option)].moves = {.kind = guarantee.moves};
  const std::vector<PartyMoves> moves = party_moves(restricted, analysis.states());
  return holds_in({restricted, moves, holding.ranks}, s);
}

}  // namespace

Holding holding(const Analysis& analysis, const StateSet& settlements, const Waivers& waived) {
  Holding h{ranks_without(analysis, waived), settlements, {}};
  const bool known = !waives_a_statement(waived) && analysis.findings().all_stable(Concept::seq);
  if (std::optional<StateSet> closely =
          known ? std::nullopt
                : looked_at_closely({analysis.model(), analysis.moves(), h.ranks}, settlements))
    h.holds = *std::move(closely);
  else
    h.holds &= waives_a_statement(waived) ? sequential_equilibria(analysis, h.ranks)
                                          : analysis.verdicts(Concept::seq).equilibria;
  h.recommended = fallback(analysis.settlement(), analysis.ranks(), h.holds, analysis.states().stop());
  return h;
}

std::optional<Holding> first_holding(const Analysis& analysis) {
  const Settlement& s = analysis.settlement();
  if (!s.zone.empty()) return holding(analysis, s.zone, {});
  if (s.gap.empty()) return std::nullopt;
  return holding(analysis, s.gap.front().opens, s.gap.front().waive);
}

StateSet recommended(const Settlement& settlement, const Holding* first) {
  if (first != nullptr && !first->recommended.empty()) return first->recommended;
  if (!settlement.zone.empty()) return settlement.recommended;
  return settlement.gap.empty() ? settlement.agreement : settlement.gap.front().recommended;
}

std::vector<Departure> leavers(const Analysis& analysis, const Holding& holding, StateId settlement) {
  std::vector<Departure> all;
  for (PartyId i : analysis.model().party_ids())
    if (std::optional<Departure> d =
            undeterred({analysis.model(), analysis.moves(), holding.ranks}, i, settlement))
      all.push_back(*d);
  return all;
}

std::vector<Guarantee> guarantees(const Analysis& analysis, const Holding& holding, StateId settlement) {
  std::vector<Guarantee> all;
  for (std::size_t o = 0; o < analysis.model().options.size(); ++o) {
    const Moves::Kind now = analysis.model().options[o].moves.kind;
    for (Moves::Kind kind : {Moves::Kind::forward, Moves::Kind::backward, Moves::Kind::fixed}) {
      const bool restricts =
          now == Moves::Kind::free || (kind == Moves::Kind::fixed && now != Moves::Kind::fixed);
      const Guarantee g{static_cast<OptionId>(o), kind};
      if (!restricts || !holds_with(analysis, holding, settlement, g)) continue;
      all.push_back(g);
      break;
    }
  }
  return all;
}

}  // namespace entente
