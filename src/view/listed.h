// The view of a case whose situations are listed: exact, and where the work was ended whatever was found by
// then, so that a verdict that was not reached lies between those that were.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "states/stop.h"
#include "view/analysis.h"
#include "view/brief.h"
#include "view/story.h"
#include "view/view.h"

namespace entente {
class ListedView final : public View {
 public:
  /// The analysis must outlive the view, and so must what was gathered from it already, where it is given.
  explicit ListedView(const Analysis& analysis, const Brief* gathered = nullptr);
  ~ListedView() override;

  const Analysis& analysis() const { return analysis_; }
  Set set(StateSet states) const;
  /// What `find` gives; nothing where the work is ended, and from then on.
  template <class F>
  auto found(const F& find) const -> std::optional<std::invoke_result_t<F>>;

  const Model& model() const override { return analysis_.model(); }
  const Layout& layout() const override { return analysis_.states().layout(); }
  Word status_quo() const override { return word(analysis_.status_quo()); }
  Count situations() const override { return analysis_.states().size(); }
  const States* states() const override { return &analysis_.states(); }
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
  std::optional<std::vector<Guarantee>> guarantees(const HoldingSeen& holding,
                                                   Word settlement) const override;
  Set recommended_first() const override;

  const OutlookSeen& outlook(Concept c) const override;
  const RestSeen* rest() const override;
  std::optional<StorySeen> story(const Actor& who, Word at, Concept seen, bool in_full) const override;
  const CoalitionsSeen* coalitions() const override;

  WayFound way(const WayAsked& asked) const override;
  PriceSeen price(const Set& to) const override;

 private:
  using Sets = std::vector<const StateSet*>;

  Word word(StateId s) const { return analysis_.states()[s]; }
  StateId state(Word at) const;
  Set kept(const StateSet& states) const;

  /// Finds the verdicts of a concept where they are not known; those that are quick come first.
  void look(Concept c) const;
  const StateSet* known(Concept c, MoverId i) const;
  /// The states where the mover is surely stable are in one of these, and those where it may be in all.
  Sets surely(Concept c, MoverId i) const;
  Sets possibly(Concept c, MoverId i) const;
  template <class Leads>
  Sets nearest(Concept c, MoverId i, Leads leads) const;
  const std::vector<Ranks>* ranks() const;
  bool each_until(const StateSet& set, std::size_t most, const std::function<bool(StateId)>& take) const;

  SettlementSeen seen(const Settlement& settlement) const;
  OpeningSeen seen(const Opening& opening) const;
  DivisionSeen seen(const Division& division) const;
  DepartureSeen seen(const Departure& departure) const;
  WordStep seen(const AnswerStep& step) const { return {step.mover, word(step.from), word(step.to)}; }
  std::vector<WordStep> seen(const std::vector<AnswerStep>& steps) const;
  StorySeen seen(const Story& story) const;
  GainsSeen seen(const JointGains& gains) const;
  WaySeen seen(const Path& path, const std::optional<Date>& deadline) const;
  HoldingSeen seen(std::shared_ptr<const Holding> holding, const Waivers& waived) const;
  OutlookSeen seen(const Outlook& outlook) const;
  RestSeen seen(const Rest& rest) const;

  const Analysis& analysis_;
  const Brief* gathered_;
  mutable bool ended_ = false;
  mutable Findings known_;
  mutable std::vector<std::optional<Rank>> classes_;  // of each party, once they were counted
  mutable std::optional<SettlementSeen> settlement_;
  mutable std::optional<std::array<CardinalSeen, measures.size()>> cardinal_;
  mutable std::vector<std::shared_ptr<const Holding>> holding_;  // by way
  mutable std::map<Concept, OutlookSeen> outlooks_;
  mutable std::optional<RestSeen> rest_;
  mutable std::optional<CoalitionsSeen> coalitions_;
};

class ListedSituations final : public Situations {
 public:
  /// The view must outlive it.
  ListedSituations(const ListedView& view, std::shared_ptr<const StateSet> states)
      : view_(view), states_(std::move(states)) {}

  const StateSet& states() const { return *states_; }
  Count count() const override { return states_->count(); }
  bool contains(Word word) const override;
  std::vector<Word> first(std::size_t most) const override;
  std::optional<ShownPatterns> patterns(std::size_t most) const override;

 private:
  const ListedView& view_;
  std::shared_ptr<const StateSet> states_;
};

/// The list of a set of a listed view.
inline const StateSet& listed(const Set& set) {
  return static_cast<const ListedSituations&>(*set).states();
}

template <class F>
auto ListedView::found(const F& find) const -> std::optional<std::invoke_result_t<F>> {
  if (ended_) return std::nullopt;
  try {
    return find();
  } catch (const Stopped&) {
    ended_ = true;
    return std::nullopt;
  }
}

}  // namespace entente
