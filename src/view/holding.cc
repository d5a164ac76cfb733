// Will it hold? Settlements that rest, last or break once made.
#include "view/holding.h"

#include <algorithm>

#include "path/lasting.h"
#include "path/terrain.h"
#include "settlement/takes.h"
#include "stability/taken.h"
#include "view/deterring.h"

namespace entente {
namespace {

// Where a few settlements are asked about, they are looked at one by one, as long as that is little work.
constexpr std::uint64_t few_settlements = 16;
constexpr std::size_t few_states = 256;                  // on the ways that lead on from one of them
constexpr std::uint64_t few_moves = 1 << 12;             // of a party at one state
constexpr std::uint64_t moves_of_the_told = 1ULL << 20;  // of a party at the one state that is told

std::vector<std::size_t> left_out(const Waivers& waived, PartyId party) {
  std::vector<std::size_t> demands;
  for (const Waiver& w : waived)
    if (w.party == party && w.demand) demands.push_back(*w.demand);
  return demands;
}

bool waives_a_statement(const Waivers& waived) {
  return std::any_of(waived.begin(), waived.end(), [](const Waiver& w) { return w.demand.has_value(); });
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

/// What each improvement is worth once the others have answered; one a party.
std::vector<Ranks> sanctions(const Analysis& analysis, const FittingEngine& engine, Concept c) {
  return engine.visit([&](const auto& e) {
    std::vector<Ranks> all;
    for (PartyId i : analysis.model().party_ids()) {
      analysis.states().stop().look();
      all.push_back(e.packed(sanction(e, i, c)));
    }
    return all;
  });
}

StateSet sequential_equilibria(const Analysis& analysis, const std::vector<Ranks>& ranks) {
  return FittingEngine(analysis.model(), analysis.states(), ranks, analysis.frame())
      .visit([&](const auto& engine) {
        StateSet all = engine.all();
        for (MoverId i : analysis.model().mover_ids()) all &= stable(engine, i, Concept::seq);
        return all;
      });
}

auto in(const StateSet& states) {
  return [&states](StateId s) { return states.contains(s); };
}

/// By the number of options changed, then in the movers' order: the order in which they are told.
void put_in_order(const Game& game, std::vector<Improvement>& all) {
  std::stable_sort(all.begin(), all.end(), [&](const Improvement& a, const Improvement& b) {
    return game.moves[index(a.mover)].distance(a.from, a.to) <
           game.moves[index(b.mover)].distance(b.from, b.to);
  });
}

/// What is taken at a state that is looked at by itself.
Taken looked_at_closely(const Game& game, Concept c, std::uint64_t most) {
  return [game, c, most](StateId s) -> std::optional<std::vector<Improvement>> {
    std::vector<Improvement> all;
    for (const MoverId mover : game.model.mover_ids()) {
      const auto to = taken(game, mover, s, c, most);
      if (!to) return std::nullopt;
      for (const StateId t : *to) all.push_back({mover, s, t});
    }
    put_in_order(game, all);
    return all;
  };
}

/// The same for many states, by what the engine finds of all of them at once.
class TakenOfAll {
 public:
  TakenOfAll(const Analysis& analysis, const std::vector<Ranks>& ranks, Concept c)
      : game_{analysis.model(), analysis.moves(), ranks},
        terrain_({analysis.model(), analysis.states(), ranks}),
        engine_(analysis.model(), analysis.states(), ranks, analysis.frame()),
        deterrents_(deterring(engine_, analysis.model(), ranks, c, sanctions(analysis, engine_, c))) {}

  Taken taken() {
    return [this](StateId s) -> std::optional<std::vector<Improvement>> {
      lookout_();
      std::vector<Improvement> all;
      terrain_.each_taken(whole_, deterrents_, s, [&](MoverId mover, StateId t) {
        all.push_back({mover, s, t});
      });
      put_in_order(game_, all);
      return all;
    };
  }

 private:
  Game game_;
  Terrain terrain_;
  FittingEngine engine_;
  Deterrents deterrents_;
  WholeMoves whole_;
  Lookout lookout_{terrain_.states().stop(), 64};
};

/// Of a few settlements those that rest, each looked at by itself; nothing where that is much work.
std::optional<StateSet> few_resting(const StateSet& settlements, const Taken& closely) {
  if (settlements.count() > few_settlements) return std::nullopt;
  StateSet resting = settlements;
  for (const StateId s : settlements.list()) {
    const auto leaving = closely(s);
    if (!leaving) return std::nullopt;
    if (!leaving->empty()) resting.erase(s);
  }
  return resting;
}

/// Of a few settlements those that last, likewise.
std::optional<StateSet> few_lasting(const Holding& h, const StateSet& settlements, const Taken& closely) {
  const StateSet moving = settlements - h.rests;
  if (moving.count() > few_settlements) return std::nullopt;
  StateSet lasts = settlements;
  for (const StateId s : moving.list()) {
    const auto out = way_out<Improvement>(in(h.agreed), s, closely, few_states);
    if (!out) return std::nullopt;
    if (!out->empty()) lasts.erase(s);
  }
  return lasts;
}

/// Of some settlements, whose ranks, agreed and resting states are known, those that last.
StateSet lasting(const Analysis& analysis, const Holding& h, const StateSet& settlements, Concept c) {
  if (h.rests == settlements) return settlements;
  const Game game{analysis.model(), analysis.moves(), h.ranks};
  if (std::optional<StateSet> few = few_lasting(h, settlements, looked_at_closely(game, c, few_moves)))
    return *std::move(few);
  TakenOfAll all(analysis, h.ranks, c);
  return settlements & entente::lasting(h.agreed, h.rests, all.taken());
}

/// Whether a settlement would last if one option's moves were of another kind.
bool lasts_with(const Analysis& analysis, const Holding& holding, StateId s, const Guarantee& guarantee) {
  Model restricted = analysis.model();
  restricted.options[index(guarantee.option)].moves = {.kind = guarantee.moves};
  const std::vector<MoverMoves> moves = all_moves(restricted, analysis.states());
  const Game game{restricted, moves, holding.ranks};
  const auto out = way_out<Improvement>(in(holding.agreed), s,
                                        looked_at_closely(game, Concept::seq, moves_of_the_told), few_states);
  return out && out->empty();
}

}  // namespace

StateSet agreed(const Analysis& analysis, const Waivers& waived) {
  if (waived.empty()) return analysis.zone();
  const Settlement& s = analysis.settlement();
  for (const Opening& opening : s.gap)
    if (opening.waive == waived) return opening.opens;
  StateSet all = s.agreement;
  Lookout lookout(analysis.states().stop(), 64);
  s.agreement.for_each([&](StateId state) {
    lookout();
    const Waivers own = takes(analysis.model(), analysis.states().layout(), analysis.states()[state]);
    if (!std::includes(waived.begin(), waived.end(), own.begin(), own.end())) all.erase(state);
  });
  return all;
}

Holding holding(const Analysis& analysis, const StateSet& settlements, const Waivers& waived) {
  Holding h{ranks_without(analysis, waived), agreed(analysis, waived), settlements, settlements, {}};
  const Game game{analysis.model(), analysis.moves(), h.ranks};
  const bool known = !waives_a_statement(waived) && analysis.findings().all_stable(Concept::seq);
  if (std::optional<StateSet> few =
          known ? std::nullopt : few_resting(settlements, looked_at_closely(game, Concept::seq, few_moves)))
    h.rests = *std::move(few);
  else
    h.rests &= waives_a_statement(waived) ? sequential_equilibria(analysis, h.ranks)
                                          : analysis.verdicts(Concept::seq).equilibria;
  h.holds = lasting(analysis, h, settlements, Concept::seq);
  const StateSet& best_of = h.rests.empty() ? h.holds : h.rests;
  h.recommended = best_of.count() < 2
                      ? best_of
                      : fallback(analysis.settlement(), analysis.ranks(), best_of, analysis.states().stop());
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

StateSet lasting_zone(const Analysis& analysis, Concept c) {
  const StateSet& zone = analysis.zone();
  if (zone.empty()) return zone;
  const StateSet rests = zone & analysis.verdicts(c).equilibria;
  if (rests == zone) return zone;  // as mostly, and without a copy of the ranks
  return lasting(analysis, {analysis.ranks(), zone, rests, {}, {}}, zone, c);
}

std::vector<Improvement> sequel(const Analysis& analysis, const Holding& holding, StateId settlement) {
  const Game game{analysis.model(), analysis.moves(), holding.ranks};
  const Taken closely = looked_at_closely(game, Concept::seq, moves_of_the_told);
  if (auto way = what_follows<Improvement>(in(holding.agreed), settlement, closely, few_states))
    return *std::move(way);
  TakenOfAll all(analysis, holding.ranks, Concept::seq);
  return *what_follows<Improvement>(in(holding.agreed), settlement, all.taken(), SIZE_MAX);
}

std::vector<Guarantee> guarantees(const Analysis& analysis, const Holding& holding, StateId settlement) {
  std::vector<Guarantee> all;
  for (std::size_t o = 0; o < analysis.model().options.size(); ++o) {
    const Moves::Kind now = analysis.model().options[o].moves.kind;
    for (Moves::Kind kind : {Moves::Kind::forward, Moves::Kind::backward, Moves::Kind::fixed}) {
      const bool restricts =
          now == Moves::Kind::free || (kind == Moves::Kind::fixed && now != Moves::Kind::fixed);
      const Guarantee g{static_cast<OptionId>(o), kind};
      if (!restricts || !lasts_with(analysis, holding, settlement, g)) continue;
      all.push_back(g);
      break;
    }
  }
  return all;
}

}  // namespace entente
