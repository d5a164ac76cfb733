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
  std::optional<HoldingSeen> holding(std::size_t way);
  std::optional<HoldingSeen> holding(const Set& settlements, const Waivers& waived);
  std::optional<std::vector<DepartureSeen>> leavers(const HoldingSeen& holding, Word settlement);
  Set recommended_first();

 private:
  const Bargain* bargain();
  const Gap* gap();
  std::optional<SettlementSeen> found_settlement();
  OpeningSeen opening(const OpeningSet& way, FallbackDepths& depths);
  std::optional<std::vector<DivisionSeen>> divisions(FallbackDepths& depths);
  std::optional<DivisionSeen> division(const Diagram& states, FallbackDepths& depths);
  std::optional<Diagram> fallback(const Diagram& settlements);
  /// The engine whose ranks leave out the waived demands.
  const Symbolic* engine_without(const Waivers& waived);
  std::optional<Diagram> sequential_equilibria(const Waivers& waived);

  DiagramWork& work_;
  DiagramStability& stability_;
  std::optional<Bargain> bargain_;
  std::optional<Gap> gap_;
  std::optional<SettlementSeen> seen_;
  std::map<std::size_t, std::optional<HoldingSeen>> holding_;         // by way
  std::map<std::vector<Waiver>, std::unique_ptr<Symbolic>> without_;  // by the demands waived
  std::map<std::vector<Waiver>, std::optional<Diagram>> equilibria_;  // likewise, under SEQ
  std::optional<Set> recommended_first_;
};

}  // namespace entente
