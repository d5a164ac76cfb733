// The view of a case whose situations are listed: its sets, verdicts and rows.
#include "view/listed.h"

#include <algorithm>
#include <bit>
#include <cassert>

#include "states/patterns.h"
#include "view/strong_verdicts.h"

namespace entente {
namespace {

StateSet intersection(const std::vector<const StateSet*>& sets) {
  StateSet all = *sets.front();
  for (std::size_t k = 1; k < sets.size(); ++k) all &= *sets[k];
  return all;
}
StateSet united(const std::vector<const StateSet*>& sets) {
  StateSet any = *sets.front();
  for (std::size_t k = 1; k < sets.size(); ++k) any |= *sets[k];
  return any;
}

/// One situation, which takes no search.
ShownPatterns pattern_of_one(const View& view, Word word) {
  ShownPattern one{{}, {}, 1};
  for (std::size_t k = 0; k < view.model().options.size(); ++k) {
    one.values.push_back({view.layout().value(word, static_cast<OptionId>(k))});
    one.free.push_back(view.model().options[k].values.size() == 1);
  }
  return {{one}, 1};
}

bool in(const std::vector<const StateSet*>& sets, StateId s, bool every) {
  const auto has = [&](const StateSet* set) { return set->contains(s); };
  return every ? std::all_of(sets.begin(), sets.end(), has) : std::any_of(sets.begin(), sets.end(), has);
}

}  // namespace

std::vector<Word> ListedSituations::first(std::size_t most) const {
  std::vector<Word> all;
  for (std::size_t w = 0; w < states_->blocks().size(); ++w)
    for (std::uint64_t left = states_->blocks()[w]; left != 0; left &= left - 1) {
      if (all.size() >= most) return all;
      const std::size_t s = w * 64 + static_cast<std::size_t>(std::countr_zero(left));
      all.push_back((*view_.states())[static_cast<StateId>(s)]);
    }
  return all;
}

bool ListedSituations::contains(Word word) const {
  const std::optional<StateId> s = view_.states()->find(word);
  return s && states_->contains(*s);
}

std::optional<ShownPatterns> ListedSituations::patterns(std::size_t most) const {
  if (count() == 1) return pattern_of_one(view_, first(1).front());
  const auto found = view_.found([&] { return entente::patterns(view_.model(), *view_.states(), *states_); });
  if (!found) return std::nullopt;
  ShownPatterns shown{{}, found->size()};
  std::uint64_t covered = 0;
  for (const Pattern& p : *found) {
    const std::uint64_t states = p.covers.count();
    covered += states;
    if (shown.few.size() < most) shown.few.push_back({p.values, p.free, states});
  }
  shown.overlapping = covered > states_->count();
  return shown;
}

ListedView::ListedView(const Analysis& analysis, const Brief* gathered)
    : analysis_(analysis), gathered_(gathered), classes_(analysis.model().parties.size()) {}
ListedView::~ListedView() = default;

Undecided ListedView::undecided() const {
  if (!ended_) return Undecided::nothing;
  return analysis_.states().stop().cancelled() ? Undecided::since_asked_to_stop
                                               : Undecided::for_want_of_budget;
}

Set ListedView::set(StateSet states) const {
  return std::make_shared<ListedSituations>(*this, std::make_shared<const StateSet>(std::move(states)));
}
/// Of a set that the analysis keeps.
Set ListedView::kept(const StateSet& states) const {
  return std::make_shared<ListedSituations>(
      *this, std::shared_ptr<const StateSet>(std::shared_ptr<void>(), &states));
}

StateId ListedView::state(Word at) const {
  const std::optional<StateId> s = analysis_.states().find(at);
  assert(s && "a situation of the list");
  return *s;
}

void ListedView::look(Concept c) const {
  if (ended_ || known(c, MoverId()) != nullptr) return;
  found([&] {
    if (answer_steps(c) == Steps::improving)
      for (const Concept quick : concepts)
        if (answer_steps(quick) != Steps::improving) analysis_.verdicts(quick);
    return analysis_.verdicts(c), true;
  });
  known_ = analysis_.findings();
}

const StateSet* ListedView::known(Concept c, MoverId i) const {
  if (known_.stable.at(slot(c)).empty()) known_ = analysis_.findings();
  return known_.stable.at(slot(c))[index(i)];
}

/// The known sets of the concepts from which `leads` goes to this one, of those the nearest alone.
template <class Leads>
ListedView::Sets ListedView::nearest(Concept c, MoverId i, Leads leads) const {
  Sets sets;
  for (const Concept a : concepts) {
    const bool beyond_another = std::any_of(concepts.begin(), concepts.end(), [&](Concept b) {
      return a != b && known(b, i) != nullptr && leads(a, b) && leads(b, c);
    });
    if (known(a, i) != nullptr && leads(a, c) && !beyond_another) sets.push_back(known(a, i));
  }
  return sets;
}

/// What is stable under a concept that implies this one is stable.
ListedView::Sets ListedView::surely(Concept c, MoverId i) const {
  return nearest(c, i, [](Concept from, Concept to) { return implies(from, to); });
}

/// What is not stable under a concept that this one implies is not.
ListedView::Sets ListedView::possibly(Concept c, MoverId i) const {
  return nearest(c, i, [](Concept from, Concept to) { return implies(to, from); });
}

Tally ListedView::stable(Concept c, MoverId i) const {
  look(c);
  const auto count = [](const Sets& sets, auto joined, Count otherwise) {
    return sets.empty() ? otherwise : Count{sets.size() == 1 ? sets[0]->count() : joined(sets).count()};
  };
  return {count(surely(c, i), united, 0), count(possibly(c, i), intersection, situations())};
}

Tally ListedView::equilibria(Concept c) const {
  look(c);
  std::vector<StateSet> sure;
  Sets possible;
  for (const MoverId i : model().mover_ids()) {
    const Sets below = surely(c, i);
    const Sets above = possibly(c, i);
    possible.insert(possible.end(), above.begin(), above.end());
    if (!below.empty()) sure.push_back(united(below));
  }
  Sets all_sure;
  for (const StateSet& set : sure) all_sure.push_back(&set);
  const bool some = all_sure.size() == model().movers();
  return {some ? Count{intersection(all_sure).count()} : 0,
          possible.empty() ? situations() : Count{intersection(possible).count()}};
}

Verdict ListedView::verdict(Concept c, MoverId i, Word at) const {
  look(c);
  const StateId s = state(at);
  if (in(surely(c, i), s, false)) return Verdict::stable;
  return in(possibly(c, i), s, true) ? Verdict::undecided : Verdict::unstable;
}

Set ListedView::where_stable(Concept c, MoverId i) const {
  if (!stable(c, i).decided()) return nullptr;
  const Sets possible = possibly(c, i);
  return possible.empty() ? all() : set(intersection(possible));
}

Set ListedView::stable_for_all(Concept c) const {
  if (!equilibria(c).decided()) return nullptr;
  Sets possible;
  for (const MoverId i : model().mover_ids()) {
    const Sets above = possibly(c, i);
    possible.insert(possible.end(), above.begin(), above.end());
  }
  return possible.empty() ? all() : set(intersection(possible));
}

StrongSeen ListedView::strong() const {
  StrongSeen seen;
  const auto found = this->found([&] { return strong_verdicts(analysis_); });
  for (std::size_t k = 0; k < seen.size(); ++k) {
    seen.at(k).stable.resize(model().movers());
    if (!found) continue;
    for (std::size_t i = 0; i < model().movers(); ++i) seen.at(k).stable[i] = set(found->at(k).stable[i]);
    seen.at(k).equilibria = set(found->at(k).equilibria);
  }
  return seen;
}

Set ListedView::all() const {
  return set(StateSet(analysis_.states().size(), true));
}

Set ListedView::these(const std::vector<Word>& words) const {
  StateSet all(analysis_.states().size());
  for (const Word at : words) all.insert(state(at));
  return set(std::move(all));
}

Set ListedView::where(ConditionId condition) const {
  std::optional<StateSet> states =
      found([&] { return entente::where(model().conditions, condition, analysis_.states()); });
  return states ? set(*std::move(states)) : nullptr;
}

Set ListedView::both(const Set& a, const Set& b) const {
  return a && b ? set(listed(a) & listed(b)) : nullptr;
}
Set ListedView::either(const Set& a, const Set& b) const {
  return a && b ? set(listed(a) | listed(b)) : nullptr;
}
Set ListedView::without(const Set& a, const Set& b) const {
  return a && b ? set(listed(a) - listed(b)) : nullptr;
}

Set ListedView::first(const Set& of, std::size_t most) const {
  if (!of) return nullptr;
  StateSet few(analysis_.states().size());
  std::size_t taken = 0;
  listed(of).for_each([&](StateId s) {
    if (taken++ < most) few.insert(s);
  });
  return set(std::move(few));
}

Count ListedView::number(Word at) const {
  return entente::number(state(at));
}

std::optional<Word> ListedView::numbered(Count number) const {
  if (number == 0 || number > situations()) return std::nullopt;
  return word(static_cast<StateId>(number - 1));
}

const std::vector<Ranks>* ListedView::ranks() const {
  if (!ended_) found([&] { return &analysis_.ranks(); });
  return analysis_.findings().ranks;
}

std::optional<std::size_t> ListedView::places(PartyId i) const {
  const std::vector<Ranks>* all = ranks();
  if (all == nullptr) return std::nullopt;
  if (!classes_[index(i)]) classes_[index(i)] = classes((*all)[index(i)]);
  return *classes_[index(i)];
}

std::optional<std::size_t> ListedView::place(PartyId i, Word at) const {
  const std::optional<std::size_t> last = places(i);
  if (!last) return std::nullopt;
  return *last - (*ranks())[index(i)][state(at)];
}

bool ListedView::each(const Set& of, std::size_t most,
                      const std::function<bool(const RowSeen&)>& take) const {
  const std::vector<Ranks>* const order = ranks();
  const auto parties = model().party_ids();
  std::array<std::vector<std::pair<Sets, Sets>>, concepts.size()> bounds;
  for (const Concept c : concepts) {
    look(c);
    for (const MoverId i : model().mover_ids()) bounds.at(slot(c)).emplace_back(surely(c, i), possibly(c, i));
  }
  RowSeen row;
  row.places.resize(model().parties.size());
  std::vector<std::size_t> last;  // the place of what each party likes least
  for (const PartyId i : parties) last.push_back(places(i).value_or(0));
  const auto tell = [&](StateId s) {
    row.number = entente::number(s);
    row.word = word(s);
    for (const PartyId i : parties)
      row.places[index(i)] =
          order == nullptr ? std::nullopt : std::optional(last[index(i)] - (*order)[index(i)][s]);
    for (const Concept c : concepts) {
      row.stable.at(slot(c)).clear();
      for (const auto& [sure, possible] : bounds.at(slot(c)))
        row.stable.at(slot(c)).push_back(in(sure, s, false)      ? Verdict::stable
                                         : in(possible, s, true) ? Verdict::undecided
                                                                 : Verdict::unstable);
      row.stable_for_all.at(slot(c)) = together(row.stable.at(slot(c)));
    }
    return take(row);
  };
  return each_until(listed(of), most, tell);
}

/// Where the work is ended meanwhile, what was taken is whole rows; where it was ended before, a few take no
/// time.
bool ListedView::each_until(const StateSet& set, std::size_t most,
                            const std::function<bool(StateId)>& take) const {
  constexpr std::uint64_t between_looks = 64;
  const bool ended_before = ended_;
  std::uint64_t told = 0;
  bool taken = true;
  set.for_each([&](StateId s) {
    if (!taken || told >= most || ended_ != ended_before) return;
    if (++told % between_looks == 0) found([&] { return analysis_.states().stop().look(), true; });
    taken = ended_ == ended_before && take(s);
  });
  return taken;
}

}  // namespace entente
