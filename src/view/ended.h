// A listed case whose analysis was ended before it was done: what was found out by then. A verdict that was
// not reached lies between those that were, never guessed.
#pragma once

#include <optional>
#include <vector>

#include "view/analysis.h"
#include "view/partial.h"

namespace entente {

class EndedAnalysis final : public PartialAnalysis {
 public:
  /// The analysis must outlive it; it is asked for nothing that it has not.
  explicit EndedAnalysis(const Analysis& analysis);

  const Model& model() const override { return analysis_.model(); }
  const Layout& layout() const override { return analysis_.states().layout(); }
  Word status_quo() const override { return analysis_.states()[analysis_.status_quo()]; }
  bool listed() const override { return true; }
  bool cancelled() const override { return analysis_.states().stop().cancelled(); }
  bool ran_out() const override { return true; }

  Count situations() const override { return analysis_.states().size(); }
  Tally stable(Concept c, PartyId i) const override;
  Tally equilibria(Concept c) const override;
  Verdict verdict(Concept c, PartyId i, Word at) const override;
  std::optional<LargeSettlement> settlement(const Shown& shown) const override;
  void look_further(LargeSettlement& settlement, const Shown& shown) const override;
  std::optional<Count> count(const Selection& selection) const override;
  std::optional<std::vector<Word>> first(const Selection& selection, std::size_t most) const override;
  Count number(Word word) const override;
  std::optional<Word> numbered(Count number) const override;
  std::optional<std::size_t> place(PartyId i, Word word) const override;
  LargeOutlook outlook(Concept c, const Shown& shown) const override;

  /// What would take time to find is not known.
  std::optional<Departed> departed(Concept, PartyId, Word) const override { return std::nullopt; }
  std::optional<std::vector<PatternOfMany>> patterns(const Selection&, std::size_t) const override {
    return std::nullopt;
  }
  WayFound way(const WayAsked&) const override { return {}; }
  WayFound way_to_recommended() const override { return {}; }
  std::optional<SetFacts> recommended_first(const Shown&) const override { return std::nullopt; }

 private:
  /// A party's verdicts; null where they are not known.
  const StateSet* known(Concept c, PartyId i) const;
  /// The states where the party is surely stable are in one of these, and those where it may be in all.
  std::vector<const StateSet*> surely(Concept c, PartyId i) const;
  std::vector<const StateSet*> possibly(Concept c, PartyId i) const;
  template <class Leads>
  std::vector<const StateSet*> nearest(Concept c, PartyId i, Leads leads) const;
  std::optional<StateSet> chosen(const Selection& selection) const;
  std::vector<Word> words(const StateSet& set, std::size_t most) const;
  SetFacts facts(const StateSet& set, const Shown& shown) const;
  std::vector<Reached> order(const Outlook& outlook, const Shown& shown) const;

  const Analysis& analysis_;
  Findings known_;
  mutable std::vector<std::optional<Rank>> classes_;  // of each party, once they were counted
};

}  // namespace entente
