// The settlements of a case in diagrams: who accepts what, what would open a settlement, which of them would
// hold, and what is recommended first.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "engine/symbolic/bargain.h"
#include "engine/symbolic/fallback.h"
#include "view/diagrams/diagram_stability.h"

namespace entente {

class DiagramSettlement {
 public:
  /// They must outlive it.
  DiagramSettlement(DiagramWork& work, DiagramStability& stability) : work_(work), stability_(stability) {}

  /// As in view.h.
  const SettlementSeen* seen();
  const std::array<CardinalSeen, measures.size()>* cardinal();
  Set zone();
  std::optional<HoldingSeen> holding(std::size_t way);
  std::optional<HoldingSeen> holding(const Set& settlements, const Waivers& waived);
  Set lasting_zone(Concept c);
  std::optional<std::vector<WordStep>> sequel(const HoldingSeen& holding, Word settlement);
  Set recommended_first();

 private:
  const Bargain* bargain();
  const Gap* gap();
  std::optional<SettlementSeen> found_settlement();
  std::array<CardinalSeen, measures.size()> found_cardinal();
  OpeningSeen opening(const OpeningSet& way, FallbackDepths& depths);
  std::optional<std::vector<DivisionSeen>> divisions(FallbackDepths& depths);
  std::optional<DivisionSeen> division(const Diagram& states, FallbackDepths& depths);
  std::optional<Diagram> fallback(const Diagram& settlements);
  /// The ranks that leave out the waived demands.
  std::optional<Ranked> ranked_without(const Waivers& waived);
  std::optional<Diagram> agreed(const Waivers& waived);
  std::optional<Diagram> sequential_equilibria(const Waivers& waived);

  /// The engine whose ranks leave out some demands, and what moves are by those.
  struct Without {
    Without(const Encoding& encoding, std::vector<RankBits> ranks)
        : engine(encoding, std::move(ranks)), moves(engine) {}
    Symbolic engine;
    Concessions moves;
  };

  DiagramWork& work_;
  DiagramStability& stability_;
  std::optional<Bargain> bargain_;
  std::optional<Gap> gap_;
  std::optional<SettlementSeen> seen_;
  std::optional<Frontier> frontier_;  // where all of it was found
  std::optional<std::array<CardinalSeen, measures.size()>> cardinal_;
  std::map<std::size_t, std::optional<HoldingSeen>> holding_;  // by way
  std::map<Waivers, std::unique_ptr<Without>> without_;        // by the demands waived
  std::map<Waivers, std::optional<Diagram>> equilibria_;       // likewise, under SEQ
  std::optional<Set> recommended_first_;
};

}  // namespace entente
