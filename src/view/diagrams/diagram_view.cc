// The view of a case whose situations are too many to list, looked at through decision diagrams.
#include "view/diagrams/diagram_view.h"

#include "view/diagrams/diagram_outlook.h"
#include "view/diagrams/diagram_rows.h"
#include "view/diagrams/diagram_settlement.h"
#include "view/diagrams/diagram_stability.h"
#include "view/diagrams/diagram_story.h"
#include "view/diagrams/diagram_strength.h"
#include "view/diagrams/diagram_ways.h"

namespace entente {

struct DiagramView::Parts {
  explicit Parts(std::unique_ptr<DiagramWork> of) : work(std::move(of)) {}

  std::unique_ptr<DiagramWork> work;  // first: no diagram may outlive it
  DiagramStability stability{*work};
  DiagramSettlement settlement{*work, stability};
  DiagramOutlook outlook{*work, stability};
  DiagramRows rows{*work, stability};
};

Outcome<std::unique_ptr<DiagramView>> DiagramView::open(const Model& model, const WorkBudget& budget) {
  auto work = DiagramWork::open(model, budget);
  if (const Spent* out_of = std::get_if<Spent>(&work)) return *out_of;
  return std::unique_ptr<DiagramView>(
      new DiagramView(std::get<std::unique_ptr<DiagramWork>>(std::move(work))));
}

DiagramView::DiagramView(std::unique_ptr<DiagramWork> work)
    : parts_(std::make_unique<Parts>(std::move(work))) {}
DiagramView::~DiagramView() = default;

const Model& DiagramView::model() const {
  return parts_->work->model();
}
const Layout& DiagramView::layout() const {
  return parts_->work->layout();
}
Word DiagramView::status_quo() const {
  return parts_->work->status_quo();
}
Count DiagramView::situations() const {
  return parts_->work->engine().count(parts_->work->engine().all());
}
Undecided DiagramView::undecided() const {
  return parts_->work->undecided();
}

Tally DiagramView::stable(Concept c, MoverId i) const {
  return parts_->stability.stable_tally(c, i);
}
Tally DiagramView::equilibria(Concept c) const {
  return parts_->stability.equilibria_tally(c);
}
Verdict DiagramView::verdict(Concept c, MoverId i, Word at) const {
  return parts_->stability.verdict(c, i, at);
}

Set DiagramView::all() const {
  return parts_->work->set(parts_->work->engine().all());
}
Set DiagramView::these(const std::vector<Word>& words) const {
  Diagram all;
  for (const Word word : words) all |= parts_->work->state(word);
  return parts_->work->set(all);
}
Set DiagramView::where(ConditionId condition) const {
  DiagramWork& work = *parts_->work;
  return work.set(work.within(0.5, [&] { return work.engine().all() & work.encoding().where(condition); }));
}
Set DiagramView::where_stable(Concept c, MoverId i) const {
  return parts_->work->set(parts_->stability.stable(c, i));
}
Set DiagramView::stable_for_all(Concept c) const {
  return parts_->work->set(parts_->stability.equilibria(c));
}

StrongSeen DiagramView::strong() const {
  return strongly_stable(*parts_->work);
}

Set DiagramView::both(const Set& a, const Set& b) const {
  if (!a || !b) return nullptr;
  return parts_->work->set(parts_->work->within(0.5, [&] { return diagram_of(a) & diagram_of(b); }));
}
Set DiagramView::either(const Set& a, const Set& b) const {
  if (!a || !b) return nullptr;
  return parts_->work->set(parts_->work->within(0.5, [&] { return diagram_of(a) | diagram_of(b); }));
}
Set DiagramView::without(const Set& a, const Set& b) const {
  if (!a || !b) return nullptr;
  return parts_->work->set(parts_->work->within(0.5, [&] { return diagram_of(a) - diagram_of(b); }));
}

Set DiagramView::first(const Set& set, std::size_t most) const {
  if (!set || set->count() <= most) return set;
  const std::vector<Word> words = set->first(most);
  if (words.empty()) return without(set, set);
  return parts_->work->set(
      parts_->work->within(0.5, [&] { return diagram_of(set) - parts_->rows.beyond(words.back()); }));
}

std::optional<bool> DiagramView::makes(PartyId party, std::size_t table) const {
  DiagramWork& work = *parts_->work;
  const ListedMove& one = work.model()[party].moves[table];
  return work.within(0.2, [&] {
    const Pairs all = work.moves().moves(party);
    const Diagram to = work.diagrams().moved(work.encoding().where(one.to), all.own, 0, 1);
    return !(all.pairs & work.encoding().where(one.from) & to).empty();
  });
}

Count DiagramView::number(Word word) const {
  return parts_->rows.number(word);
}
std::optional<Word> DiagramView::numbered(Count number) const {
  return parts_->rows.numbered(number);
}
std::optional<std::size_t> DiagramView::place(PartyId i, Word word) const {
  return parts_->rows.place(i, word);
}
std::optional<std::size_t> DiagramView::places(PartyId i) const {
  return parts_->rows.places(i);
}
bool DiagramView::each(const Set& set, std::size_t most,
                       const std::function<bool(const RowSeen&)>& take) const {
  return parts_->rows.each(diagram_of(set), most, take);
}

Set DiagramView::zone() const {
  return parts_->settlement.zone();
}
const SettlementSeen* DiagramView::settlement() const {
  return parts_->settlement.seen();
}
const std::array<CardinalSeen, measures.size()>* DiagramView::cardinal() const {
  return parts_->settlement.cardinal();
}
std::optional<HoldingSeen> DiagramView::holding(std::size_t way) const {
  return parts_->settlement.holding(way);
}
std::optional<HoldingSeen> DiagramView::holding(const Set& settlements, const Waivers& waived) const {
  return parts_->settlement.holding(settlements, waived);
}
Set DiagramView::lasting_zone(Concept c) const {
  return parts_->settlement.lasting_zone(c);
}
std::optional<std::vector<WordStep>> DiagramView::sequel(const HoldingSeen& holding, Word settlement) const {
  return parts_->settlement.sequel(holding, settlement);
}
std::optional<std::vector<Guarantee>> DiagramView::guarantees(const HoldingSeen& /*holding*/,
                                                              Word /*settlement*/) const {
  return std::nullopt;
}
Set DiagramView::recommended_first() const {
  return parts_->settlement.recommended_first();
}

const OutlookSeen& DiagramView::outlook(Concept c) const {
  return parts_->outlook.seen(c);
}
const RestSeen* DiagramView::rest() const {
  return parts_->outlook.rest();
}
std::optional<StorySeen> DiagramView::story(const Actor& who, Word at, Concept seen, bool in_full) const {
  return diagram_story(*parts_->work, parts_->stability, {who, seen, at}, in_full);
}

WayFound DiagramView::way(const WayAsked& asked) const {
  return diagram_way(*parts_->work, asked);
}
PriceSeen DiagramView::price(const Set& to) const {
  return parts_->outlook.price(to);
}

}  // namespace entente
