// Single states of a case in diagrams: their numbers, by counting, their places among a party's classes, and
// what is known of each.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "view/diagrams/diagram_stability.h"

namespace entente {

class DiagramRows {
 public:
  /// They must outlive it.
  DiagramRows(DiagramWork& work, DiagramStability& stability) : work_(work), stability_(stability) {}

  /// As in view.h.
  Count number(Word word) const;
  std::optional<Word> numbered(Count number) const;
  std::optional<std::size_t> place(PartyId i, Word word);
  std::optional<std::size_t> places(PartyId i);
  bool each(const Diagram& states, std::size_t most, const std::function<bool(const RowSeen&)>& take);
  /// The words above one.
  Diagram beyond(Word word) const;

 private:
  using Classes = std::vector<std::vector<bool>>;
  const std::optional<Classes>& classes(PartyId i);
  RowSeen row(Word word);

  DiagramWork& work_;
  DiagramStability& stability_;
  std::map<std::size_t, std::optional<Classes>> classes_;  // by party
};

}  // namespace entente
