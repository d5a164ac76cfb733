// Situations as the case names them.
#include "view/state_ids.h"

#include <algorithm>
#include <map>

namespace entente {

const NamedState* named_state(const Model& model, const Layout& layout, Word word) {
  const auto it =
      std::find_if(model.named_states.begin(), model.named_states.end(),
                   [&](const NamedState& s) { return holds(model.conditions, s.at, layout, word); });
  return it == model.named_states.end() ? nullptr : &*it;
}

std::optional<AsNamed> as_named(const View& view, const Set& set) {
  if (!set) return std::nullopt;
  AsNamed found{{}, set};
  for (const NamedState& state : view.model().named_states) {
    const Set all = view.where(state.at);
    const Set here = view.both(set, all);
    found.others = view.without(found.others, all);
    if (!here || !found.others) return std::nullopt;
    if (!here->empty()) found.parts.push_back({&state, here, all->count()});
  }
  return found;
}

Count counted_once(const View& view, const Set& set, ClassCounts how) {
  if (view.model().named_states.empty()) return set->count();
  const std::optional<AsNamed> named = as_named(view, set);
  if (!named) return set->count();
  Count count = named->others->count();
  for (const NamedPart& part : named->parts) count += how == ClassCounts::any || part.whole() ? 1 : 0;
  return count;
}

Count counted_once(const Model& model, const States& states, const StateSet& set, ClassCounts how) {
  Count count = set.count();
  for (const NamedState& state : model.named_states) {
    const StateSet all = where(model.conditions, state.at, states);
    const Count here = (set & all).count();
    count -= here;
    count += here > 0 && (how == ClassCounts::any || here == all.count()) ? 1 : 0;
  }
  return count;
}

bool all_in(const StateSet& set, const Situation& one) {
  return std::all_of(one.states.begin(), one.states.end(), [&](StateId s) { return set.contains(s); });
}

std::vector<Situation> situations(const Model& model, const States& states, const StateSet& among) {
  std::map<const NamedState*, Situation> named;  // in the order of the file, as they lie in one array
  std::vector<Situation> others;
  among.for_each([&](StateId s) {
    if (const NamedState* const id = named_state(model, states.layout(), states[s])) {
      Situation& one = named.try_emplace(id, Situation{id->id, {}}).first->second;
      one.states.push_back(s);
    } else {
      others.push_back({std::to_string(number(s)), {s}});
    }
  });
  std::vector<Situation> all;
  for (auto& [id, one] : named) all.push_back(std::move(one));
  for (Situation& one : others) all.push_back(std::move(one));
  return all;
}

Count situations_once(const View& view) {
  if (view.model().named_states.empty()) return view.situations();
  std::optional<Count>& known = view.known_once();
  if (!known && as_named(view, view.all())) known = counted_once(view, view.all());
  return known.value_or(view.situations());
}

namespace {

// Where it is not known which they are: so many fewer may count as classes have more than one situation.
Tally once(const View& view, const Tally& tally, const Set& set) {
  if (set) {
    const Count count = counted_once(view, set, ClassCounts::whole);
    return {count, count};
  }
  const Count all = situations_once(view);
  const Count more = view.situations() - all;
  return {tally.least - std::min(tally.least, more), std::min(tally.most, all)};
}

}  // namespace

Tally stable_once(const View& view, Concept c, MoverId i) {
  const Tally tally = view.stable(c, i);
  return view.model().named_states.empty() ? tally : once(view, tally, view.where_stable(c, i));
}

Tally equilibria_once(const View& view, Concept c) {
  const Tally tally = view.equilibria(c);
  return view.model().named_states.empty() ? tally : once(view, tally, view.stable_for_all(c));
}

}  // namespace entente
