// One case analysed: each result is made when it is first asked for, and kept.
#include "view/analysis.h"

#include "engine/explicit/fitting.h"
#include "engine/parallel.h"
#include "stability/deterrence.h"
#include "view/deterring.h"
#include "view/symbolic_verdicts.h"

namespace entente {

/// What the engine found for one concept; a sanction for each party where they are asked for.
struct Analysis::Found {
  ConceptVerdicts verdicts;
  std::vector<Ranks> sanctions;
};

namespace {

/// Movers do not depend on one another. An engine that takes all threads for one mover takes less memory
/// mover by mover.
template <class F>
void for_movers(const Explicit&, std::size_t movers, F f) {
  in_parallel(movers, f);
}
template <class T, class F>
void for_movers(const Dense<T>&, std::size_t movers, F f) {
  for (std::size_t i = 0; i < movers; ++i) f(i);
}

/// What each mover's verdicts are noted in as soon as they are found, what is known of them under the concept
/// without escape, and who is told that they are begun.
struct Noted {
  std::vector<std::optional<StateSet>>& stable;
  const std::optional<ConceptVerdicts>& answered;
  const std::function<void(MoverId)>& begun;
};

template <class Found, class E>
Found found_by(const E& engine, std::size_t movers, Concept c, bool with_sanctions, const Noted& noted) {
  Found found{{{}, engine.all()}, {}};
  if (with_sanctions) found.sanctions.resize(engine.parties());
  noted.stable.resize(movers);
  for_movers(engine, movers, [&](std::size_t i) {
    noted.begun(MoverId(i));
    if (i >= engine.parties()) {
      noted.stable[i] = stable(engine, MoverId(i), c, noted.answered ? &noted.answered->stable[i] : nullptr);
      return;
    }
    const auto party = static_cast<PartyId>(i);
    const auto sanction_i = sanction(engine, party, c);
    noted.stable[i] = stable(engine, party, sanction_i);
    if (with_sanctions) found.sanctions[i] = engine.packed(sanction_i);
  });
  for (std::optional<StateSet>& stable_i : noted.stable) {
    found.verdicts.equilibria &= *stable_i;
    found.verdicts.stable.push_back(*std::move(stable_i));
  }
  noted.stable.clear();
  return found;
}

}  // namespace

struct Analysis::Parts {
  std::optional<std::vector<Ranks>> ranks;
  std::optional<std::vector<MoverMoves>> moves;
  std::optional<FittingEngine> engine;
  std::unique_ptr<SymbolicVerdicts> symbolic;
  std::array<std::optional<ConceptVerdicts>, concepts.size()> verdicts;
  std::array<std::vector<std::optional<StateSet>>, concepts.size()> stable;  // while verdicts are being found
  std::optional<StateSet> zone;
  std::optional<Settlement> settlement;
  std::array<std::optional<Outlook>, concepts.size()> ahead, outlooks;
  std::optional<PathFinder> paths;
  std::optional<std::vector<std::uint32_t>> concessions;
};

Analysis::Analysis(const Case& of, VerdictsBy by, Stages stages)
    : case_(of), by_(by), stages_(std::move(stages)), parts_(std::make_unique<Parts>()) {}
Analysis::~Analysis() = default;

void Analysis::tell(const std::string& stage) const {
  if (stages_) stages_(stage);
}

Analysis::Found Analysis::find(Concept c, bool with_sanctions) const {
  const std::function<void(MoverId)> begun = [&](MoverId mover) {
    tell("the stability of " + model().name(mover) + " under " + std::string(id(c)));
    states().stop().look();
  };
  return engine().visit([&](const auto& e) {
    return found_by<Found>(e, model().movers(), c, with_sanctions,
                           {parts_->stable[slot(c)], parts_->verdicts[slot(without_escape(c))], begun});
  });
}

// The packed engine works on the ranks that others ask for too; a dense one makes its own, far smaller,
// unless they are there already.
const FittingEngine& Analysis::engine() const {
  if (parts_->engine) return *parts_->engine;
  const bool known = parts_->ranks || !case_.common.ranks.empty();
  if (known || fitting_representation(model(), states()) == Representation::packed)
    return parts_->engine.emplace(model(), states(), ranks(), case_.common.frame);
  return parts_->engine.emplace(model(), states(), model().day());
}

std::shared_ptr<const DenseFrame> Analysis::frame() const {
  return engine().frame();
}

EngineStats Analysis::engine_stats() const {
  return engine().stats();
}

const std::vector<Ranks>& Analysis::ranks() const {
  if (!parts_->ranks) {
    tell("how the parties rank the situations");
    std::vector<Ranks> all(model().parties.size());
    in_parallel(all.size(), [&](std::size_t i) {
      all[i] = case_.common.ranks.empty()
                   ? entente::ranks(model(), static_cast<PartyId>(i), states(), model().day())
                   : *case_.common.ranks[i];
    });
    parts_->ranks = std::move(all);
  }
  return *parts_->ranks;
}

Ranks Analysis::ranks_without(PartyId party, const std::vector<std::size_t>& left_out) const {
  if (left_out.empty()) return ranks()[index(party)];
  if (case_.common.ranks_without) return *case_.common.ranks_without(party, left_out);
  return entente::ranks(model(), party, states(), model().day(), left_out);
}

const std::vector<MoverMoves>& Analysis::moves() const {
  if (!parts_->moves) {
    tell("who can move where");
    parts_->moves = all_moves(model(), states());
  }
  return *parts_->moves;
}

PathFinder& Analysis::paths() const {
  if (!parts_->paths) {
    const Ground ground{model(), states(), ranks()};
    tell("the ground that paths lead over");
    parts_->paths.emplace(ground, case_.common.blocks);
  }
  tell("paths");
  return *parts_->paths;
}

const ConceptVerdicts& Analysis::verdicts(Concept concept_asked) const {
  std::optional<ConceptVerdicts>& v = parts_->verdicts[slot(concept_asked)];
  if (!v) v = made_verdicts(concept_asked);
  return *v;
}

ConceptVerdicts Analysis::made_verdicts(Concept c) const {
  if (by_ == VerdictsBy::diagrams && !parts_->symbolic)
    parts_->symbolic = SymbolicVerdicts::open(model(), states());
  if (parts_->symbolic)
    if (std::optional<ConceptVerdicts> verdicts = (*parts_->symbolic)(c)) return *std::move(verdicts);
  return find(c, false).verdicts;
}

bool Analysis::stable_now(MoverId mover, Concept concept_asked) const {
  constexpr std::uint64_t most_moves = 1 << 12;  // looked at before all states are
  const std::optional<ConceptVerdicts>& v = parts_->verdicts[slot(concept_asked)];
  if (v) return v->stable[index(mover)].contains(status_quo());
  Deterrence closely({model(), moves(), ranks()}, actor(model(), mover), status_quo(), concept_asked,
                     most_moves);
  const bool stable_so_far = !closely.undeterred();
  if (!closely.gave_up()) return stable_so_far;
  return engine()
      .visit([&](const auto& e) { return stable(e, mover, concept_asked); })
      .contains(status_quo());
}

const Settlement& Analysis::settlement() const {
  if (!parts_->settlement) {
    const std::vector<Ranks>& all = ranks();
    tell("the settlements");
    parts_->settlement = entente::settlement(model(), states(), all);
  }
  return *parts_->settlement;
}

const StateSet& Analysis::zone() const {
  if (parts_->settlement) return parts_->settlement->zone;
  if (!parts_->zone) parts_->zone = entente::zone(model(), states(), ranks());
  return *parts_->zone;
}

const Outlook& Analysis::ahead(Concept concept_asked) const {
  std::optional<Outlook>& o = parts_->ahead[slot(concept_asked)];
  if (!o) {
    Found found = find(concept_asked, true);
    std::optional<ConceptVerdicts>& v = parts_->verdicts[slot(concept_asked)];
    if (!v) v = std::move(found.verdicts);
    const Deterrents deterrents =
        deterring(engine(), model(), ranks(), concept_asked, std::move(found.sanctions));
    o = way_ahead(paths(), status_quo(), deterrents, v->equilibria);
  }
  return *o;
}

const Outlook& Analysis::outlook(Concept concept_asked) const {
  std::optional<Outlook>& o = parts_->outlooks[slot(concept_asked)];
  if (!o) {
    Outlook found = ahead(concept_asked);
    put_in_order(paths(), status_quo(), verdicts(concept_asked).equilibria, found);
    o = std::move(found);
  }
  return *o;
}

Outlook Analysis::careless(StateId from) const {
  return way_ahead(paths(), from, nothing_deters(model(), states()), verdicts(strictest).equilibria);
}

const std::vector<std::uint32_t>& Analysis::concessions() const {
  if (!parts_->concessions) parts_->concessions = paths().fewest_concessions(status_quo());
  return *parts_->concessions;
}

std::vector<std::uint32_t> Analysis::concessions(const Near& asked) const {
  return parts_->concessions ? *parts_->concessions : paths().fewest_concessions(status_quo(), asked);
}

void Analysis::let_go() const {
  parts_->paths.reset();
  parts_->engine.reset();
}

Findings Analysis::findings() const {
  Findings known;
  if (parts_->ranks) known.ranks = &*parts_->ranks;
  if (parts_->settlement) known.settlement = &*parts_->settlement;
  for (std::size_t k = 0; k < concepts.size(); ++k) {
    std::vector<const StateSet*>& stable = known.stable.at(k);
    for (const std::optional<StateSet>& set : parts_->stable.at(k)) stable.push_back(set ? &*set : nullptr);
    if (const std::optional<ConceptVerdicts>& v = parts_->verdicts.at(k)) {
      stable.clear();
      for (const StateSet& set : v->stable) stable.push_back(&set);
    }
    stable.resize(model().movers(), nullptr);
    if (parts_->outlooks.at(k)) known.outlooks.at(k) = &*parts_->outlooks.at(k);
  }
  return known;
}

}  // namespace entente
