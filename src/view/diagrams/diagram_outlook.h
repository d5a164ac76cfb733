// Where a case in diagrams is heading, where it rests, and in which order its equilibria can come about.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "view/diagrams/diagram_heading.h"
#include "view/diagrams/diagram_stability.h"

namespace entente {

class DiagramOutlook {
 public:
  /// They must outlive it.
  DiagramOutlook(DiagramWork& work, DiagramStability& stability) : work_(work), stability_(stability) {}

  /// As in view.h.
  const OutlookSeen& seen(Concept c);
  const RestSeen* rest();
  PriceSeen price(const Set& to);

 private:
  OutlookSeen found(Concept c);
  void head(Concept c, OutlookSeen& outlook);
  std::optional<std::vector<WordStep>> listed_moves(const Heading& heading);
  std::optional<Diagram> without_moves(const OutlookSeen& outlook);
  void put_order(const Diagram& equilibria, OutlookSeen& outlook);
  std::optional<RestSeen> found_rest();
  /// The states that so many concessions lead to from the status quo, but no fewer; empty from the number on
  /// that leads to no more. Null where the budget ran out.
  const Diagram* layer(std::size_t concessions);
  /// Of a number that was asked for: whether neither that nor a larger one leads to more.
  bool no_further(std::size_t concessions) const { return spread_ && concessions + 1 >= layers_.size(); }

  DiagramWork& work_;
  DiagramStability& stability_;
  std::map<std::size_t, OutlookSeen> seen_;  // by concept
  std::optional<RestSeen> rest_;
  std::optional<Spreading> spreading_;
  std::vector<Diagram> layers_;
  bool spread_ = false;  // the last layer is empty, and so is every later one
};

}  // namespace entente
