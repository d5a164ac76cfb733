// One case analysed: each result is made when it is first asked for, and kept.
#include "analysis/analysis.h"

#include <tbb/parallel_for.h>

#include "analysis/symbolic_verdicts.h"
#include "engine/explicit/explicit.h"

namespace entente {
namespace {

std::size_t slot(Concept c) {
  return static_cast<std::size_t>(c);
}

/// sanction_i for every party; parties do not depend on one another.
std::vector<Ranks> sanctions(const Explicit& engine, Concept c) {
  std::vector<Ranks> all(engine.parties());
  tbb::parallel_for(std::size_t{0}, all.size(),
                    [&](std::size_t i) { all[i] = sanction(engine, static_cast<PartyId>(i), c); });
  return all;
}

ConceptVerdicts verdicts_of(const Explicit& engine, const std::vector<Ranks>& sanctions) {
  ConceptVerdicts v{std::vector<StateSet>(engine.parties()), engine.all()};
  tbb::parallel_for(std::size_t{0}, v.stable.size(), [&](std::size_t i) {
    v.stable[i] = stable(engine, static_cast<PartyId>(i), sanctions[i]);
  });
  for (const StateSet& stable_i : v.stable) v.equilibria &= stable_i;
  return v;
}

}  // namespace

struct Analysis::Parts {
  std::optional<std::vector<Ranks>> ranks;
  std::optional<std::vector<PartyMoves>> moves;
  std::optional<Explicit> engine;
  std::unique_ptr<SymbolicVerdicts> symbolic;
  std::array<std::optional<ConceptVerdicts>, concepts.size()> verdicts;
  std::optional<Settlement> settlement;
  std::array<std::optional<Outlook>, concepts.size()> outlooks;
  std::optional<PathFinder> paths;
  std::optional<std::vector<std::uint32_t>> concessions;
};

Analysis::Analysis(const Case& of, VerdictsBy by) : case_(of), by_(by), parts_(std::make_unique<Parts>()) {}
Analysis::~Analysis() = default;

const Explicit& Analysis::engine() const {
  if (!parts_->engine) parts_->engine.emplace(model(), states(), ranks());
  return *parts_->engine;
}

const std::vector<Ranks>& Analysis::ranks() const {
  if (!parts_->ranks) {
    std::vector<Ranks> all(model().parties.size());
    tbb::parallel_for(std::size_t{0}, all.size(), [&](std::size_t i) {
      all[i] = entente::ranks(model(), static_cast<PartyId>(i), states(), model().day());
    });
    parts_->ranks = std::move(all);
  }
  return *parts_->ranks;
}

const std::vector<PartyMoves>& Analysis::moves() const {
  if (!parts_->moves) parts_->moves = party_moves(model(), states());
  return *parts_->moves;
}

PathFinder& Analysis::paths() const {
  if (!parts_->paths) parts_->paths.emplace(Ground{model(), states(), moves(), ranks()});
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
  return verdicts_of(engine(), sanctions(engine(), c));
}

bool Analysis::stable_now(PartyId party, Concept concept_asked) const {
  const std::optional<ConceptVerdicts>& v = parts_->verdicts[slot(concept_asked)];
  return (v ? v->stable[index(party)] : stable(engine(), party, concept_asked)).contains(status_quo());
}

const Settlement& Analysis::settlement() const {
  if (!parts_->settlement) parts_->settlement = entente::settlement(model(), states(), ranks());
  return *parts_->settlement;
}

const Outlook& Analysis::outlook(Concept concept_asked) const {
  std::optional<Outlook>& o = parts_->outlooks[slot(concept_asked)];
  if (!o) {
    const std::vector<Ranks> deterring = sanctions(engine(), concept_asked);
    std::optional<ConceptVerdicts>& v = parts_->verdicts[slot(concept_asked)];
    if (!v) v = verdicts_of(engine(), deterring);
    o = entente::outlook(paths(), status_quo(), deterring, v->equilibria);
  }
  return *o;
}

Outlook Analysis::careless(StateId from) const {
  const std::vector<Ranks> nothing(model().parties.size(), engine().nothing());
  return entente::outlook(paths(), from, nothing, verdicts(Concept::nash).equilibria);
}

const std::vector<std::uint32_t>& Analysis::concessions() const {
  if (!parts_->concessions) parts_->concessions = paths().fewest_concessions(status_quo());
  return *parts_->concessions;
}

}  // namespace entente
