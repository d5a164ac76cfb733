// The view of a case whose situations are too many to list, looked at through decision diagrams within a
// budget: what could be decided, and what could not.
#pragma once

#include <memory>

#include "view/diagrams/diagram_work.h"
#include "view/view.h"

namespace entente {

class DiagramView final : public View {
 public:
  /// As DiagramWork::open.
  static Outcome<std::unique_ptr<DiagramView>> open(const Model& model, const WorkBudget& budget);
  ~DiagramView() override;

  const Model& model() const override;
  const Layout& layout() const override;
  Word status_quo() const override;
  Count situations() const override;
  const States* states() const override { return nullptr; }
  Undecided undecided() const override;

  Tally stable(Concept c, MoverId i) const override;
  Tally equilibria(Concept c) const override;
  Verdict verdict(Concept c, MoverId i, Word at) const override;

  Set all() const override;
  Set these(const std::vector<Word>& words) const override;
  Set where(ConditionId condition) const override;
  Set where_stable(Concept c, MoverId i) const override;
  Set stable_for_all(Concept c) const override;
  StrongSeen strong() const override;
  Set both(const Set& a, const Set& b) const override;
  Set either(const Set& a, const Set& b) const override;
  Set without(const Set& a, const Set& b) const override;
  Set first(const Set& set, std::size_t most) const override;

  Count number(Word word) const override;
  std::optional<Word> numbered(Count number) const override;
  std::optional<std::size_t> place(PartyId i, Word word) const override;
  std::optional<std::size_t> places(PartyId i) const override;
  bool each(const Set& set, std::size_t most, const std::function<bool(const RowSeen&)>& take) const override;

  Set zone() const override;
  const SettlementSeen* settlement() const override;
  const std::array<CardinalSeen, measures.size()>* cardinal() const override;
  std::optional<HoldingSeen> holding(std::size_t way) const override;
  std::optional<HoldingSeen> holding(const Set& settlements, const Waivers& waived) const override;
  Set lasting_zone(Concept c) const override;
  std::optional<std::vector<WordStep>> sequel(const HoldingSeen& holding, Word settlement) const override;
  /// They are looked for in listed cases only.
  std::optional<std::vector<Guarantee>> guarantees(const HoldingSeen& holding,
                                                   Word settlement) const override;
  Set recommended_first() const override;

  const OutlookSeen& outlook(Concept c) const override;
  const RestSeen* rest() const override;
  std::optional<StorySeen> story(const Actor& who, Word at, Concept seen, bool in_full) const override;
  /// They are looked at in listed cases only.
  const CoalitionsSeen* coalitions() const override { return nullptr; }

  /// Whether a party can make a move that one of its tables lists; nothing where time ran out.
  std::optional<bool> makes(PartyId party, std::size_t table) const;

  WayFound way(const WayAsked& asked) const override;
  PriceSeen price(const Set& to) const override;

 private:
  struct Parts;
  explicit DiagramView(std::unique_ptr<DiagramWork> work);
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
