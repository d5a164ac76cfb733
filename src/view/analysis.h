// One case analysed: each result is made when it is first asked for, and kept.
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "path/outlook.h"
#include "path/path.h"
#include "settlement/settlement.h"
#include "stability/concepts.h"
#include "states/moves.h"
#include "states/rank.h"
#include "view/case.h"
#include "view/stages.h"
#include "view/verdicts.h"

namespace entente {

class FittingEngine;
struct EngineStats;

/// Which engine gives the verdicts. What follows moves one by one, the outlook and paths, is always explicit.
enum class VerdictsBy : std::uint8_t { listing, diagrams };

/// What an analysis has found out so far; null, or nothing, where it has not.
struct Findings {
  std::array<std::vector<const StateSet*>, concepts.size()> stable;  // by concept and mover
  const std::vector<Ranks>* ranks = nullptr;
  const Settlement* settlement = nullptr;
  std::array<const Outlook*, concepts.size()> outlooks = {};

  /// Whether the verdicts of a concept are all there.
  bool all_stable(Concept c) const {
    const std::vector<const StateSet*>& sets = stable.at(slot(c));
    return std::find(sets.begin(), sets.end(), nullptr) == sets.end();
  }
};

class Analysis {
 public:
  /// The case must outlive its analysis. Where work over its states is to end (States::stop), what asks for
  /// more throws Stopped; what was found out before stays known.
  explicit Analysis(const Case& of, VerdictsBy by = VerdictsBy::listing, Stages stages = {});
  ~Analysis();
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  const Model& model() const { return case_.model; }
  const States& states() const { return case_.states; }
  StateId status_quo() const { return case_.status_quo; }

  const std::vector<Ranks>& ranks() const;       // one a party
  const std::vector<MoverMoves>& moves() const;  // one a mover
  /// A party's ranks with some of its preferences left out.
  Ranks ranks_without(PartyId party, const std::vector<std::size_t>& left_out) const;
  /// Answers questions about paths, keeping what it finds out about the moves.
  PathFinder& paths() const;

  const ConceptVerdicts& verdicts(Concept concept_asked) const;
  /// Whether the status quo is stable for one mover: no more is made for it than that takes.
  bool stable_now(MoverId mover, Concept concept_asked) const;
  const Settlement& settlement() const;
  /// Its zone alone, which takes a fraction of its work.
  const StateSet& zone() const;
  const Outlook& outlook(Concept concept_asked) const;
  /// The same without the order of the equilibria, which takes most of the time.
  const Outlook& ahead(Concept concept_asked) const;
  /// Where improvements alone lead from a state if nobody minds the answers; resting are the Nash equilibria,
  /// whose order is left out.
  Outlook careless(StateId from) const;
  /// What another dense engine of this case can share; null where none fits.
  std::shared_ptr<const DenseFrame> frame() const;
  /// What the stability engine works on, and has done so far.
  EngineStats engine_stats() const;
  /// From the status quo to each state.
  const std::vector<std::uint32_t>& concessions() const;
  /// The same as far as it takes to know what is asked.
  std::vector<std::uint32_t> concessions(const Near& asked) const;
  /// Forgets what is sooner made again than kept beside other analyses.
  void let_go() const;
  /// Nothing is made for it.
  Findings findings() const;

 private:
  struct Parts;
  const FittingEngine& engine() const;
  ConceptVerdicts made_verdicts(Concept c) const;
  struct Found;
  Found find(Concept c, bool with_sanctions) const;
  void tell(const std::string& stage) const;

  const Case& case_;
  VerdictsBy by_;
  Stages stages_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
