// A case looked at for an answer, and what its conclusions rest on where that is quickly found.
#include "library/viewing.h"

#include <algorithm>

#include "library/effort.h"
#include "library/ending.h"
#include "stability/simultaneous.h"
#include "whatif/closing.h"
#include "words/change_words.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr double quick = 0.3;  // seconds

/// Whether no way leads to a settlement that all accept, or, where there is none, to any.
bool is_closed(const View& view) {
  const SettlementSeen* s = view.settlement();
  if (s == nullptr || s->agreement->empty()) return false;
  const PriceSeen price = view.price(s->zone->empty() ? s->agreement : s->zone);
  return price.decided && !price.concessions;
}

bool closing_is_quick(const Case& of) {
  const std::size_t restrictions = of.model.rules.size() + 2 * of.model.options.size();
  return seconds_for(of, sets_of_changes(restrictions, 2)) <= quick;
}

std::optional<Closed> closed_by(const casefile::Case& written, const Case& of) {
  const Variants variants(written, of);
  const std::optional<Unlocking> found = closing(variants, {.stop = of.states.stop()});
  if (!found || !found->whole()) return std::nullopt;
  Closed closed{variants.assumptions(), {}};
  for (const std::vector<std::size_t>& set : found->sets) {
    std::vector<Change>& changes = closed.sets.emplace_back();
    for (const std::size_t k : set) changes.push_back(variants.changes()[k]);
  }
  return closed;
}

}  // namespace

Resting::Resting(const casefile::Case& written, const Case& of, const Say& say, const Watching& watching)
    : variants(written, of),
      robustness(single_changes(variants, say, {of.states.stop(), watching.progress})) {
  if (robustness.searched == 0) of.states.stop().look();
}

bool resting_is_quick(const Case& of) {
  return seconds_for(of, single_variants(of.model)) <= quick;
}

std::unique_ptr<const Resting> quick_resting(const casefile::Case& written, const Case& of) {
  return resting_is_quick(of) ? std::make_unique<const Resting>(written, of) : nullptr;
}

std::optional<Closed> closed_by(const ListedView* listed, const CaseReading& reading) {
  if (listed == nullptr || !closing_is_quick(*reading.found)) return std::nullopt;
  return listed->found([&] { return closed_by(reading.written, *reading.found); }).value_or(std::nullopt);
}

std::optional<Closed> what_closes(const View& view, const ListedView* listed, const CaseReading& reading) {
  if (listed == nullptr || !closing_is_quick(*reading.found) || !is_closed(view)) return std::nullopt;
  return closed_by(listed, reading);
}

std::string closing_words(const Model& model, const std::optional<Closed>& closed) {
  return closed ? opening_changes(Voice(model), closed->assumptions, closed->sets) : "";
}

Answer finish(Opened& opened, const View& view, bool written) {
  if (!view.whole()) opened.answer.status = over_budget;
  return finish(opened, written);
}

Answer out_of_reach(Opened& opened, const char* what) {
  opened.answer.status = over_budget;
  opened.answer.err += std::string("the situations are too many to list, and ") + what + " lists them.\n";
  return opened.answer;
}

Set where(Opened& opened, const View& view, const char* flag, const std::optional<std::string>& text,
          const std::optional<ConditionId>& condition) {
  if (!condition) return view.all();
  Set set = view.where(*condition);
  if (!set) {
    opened.answer.status = over_budget;
    opened.answer.err += std::string(flag) + ": where '" + plain(*text) + "' holds was not decided.\n";
  } else if (set->empty()) {
    refuse(opened, std::string(flag) + ": error: '" + plain(*text) + "' holds in no possible situation");
    return nullptr;
  }
  return set;
}

Set called(Opened& opened, const View& view, const StateName& state) {
  if (state.number == 0) {
    const NamedState* const named = state_of_id(opened, state.id);
    return named == nullptr ? nullptr : where(opened, view, "--state", state.id, named->at);
  }
  const std::optional<Word> word = view.numbered(state.number);
  if (word) return view.only(*word);
  refuse(opened, "--state: error: there is no situation " + grouped(state.number) +
                     "; they are numbered from 1 to " + grouped(view.situations()));
  return nullptr;
}

Set chosen_states(Opened& opened, const View& view, const StatesRequest& request,
                  const std::optional<ConditionId>& where) {
  Set chosen = where ? view.where(*where) : view.all();
  if (request.only) chosen = view.both(chosen, view.stable_for_all(concept_or_seq(request.only)));
  if (!request.state) return chosen;
  const Set at = called(opened, view, *request.state);
  return at ? view.both(chosen, at) : nullptr;
}

std::optional<std::vector<StateSet>> simultaneously_stable(const ListedView& view) {
  return view.found([&] {
    const Analysis& a = view.analysis();
    return simultaneously_stable(Game{a.model(), a.moves(), a.ranks()}, a.states());
  });
}

namespace {

std::string_view unforeseeable_words(Unforeseeable why) {
  switch (why) {
    case Unforeseeable::not_two_parties: return "it is told of two parties, and of no more or fewer";
    case Unforeseeable::joint_acts:
      return "it is told of parties that act alone, and this case has joint acts";
    case Unforeseeable::equals:
      return "it is told of parties that like no two states equally, and here one likes some equally";
  }
  return "";
}

}  // namespace

std::optional<std::vector<StateSet>> stable_by_foresight(Opened& opened, const ListedView& view,
                                                         const Horizon& horizon) {
  const Analysis& a = view.analysis();
  std::optional<Unforeseeable> why;
  const auto found = view.found([&]() -> std::optional<std::vector<StateSet>> {
    const Game game{a.model(), a.moves(), a.ranks()};
    why = unforeseeable(game);
    return why ? std::nullopt : stable_by_foresight(game, horizon);
  });
  if (!found) return std::nullopt;
  if (why)
    refuse(opened, "--horizon: error: " + std::string(unforeseeable_words(*why)));
  else if (!*found)
    refuse(opened, "--horizon: error: what is foreseen does not come round again within " +
                       grouped(most_horizons) + " moves; ask for a number of moves");
  return *found;
}

}  // namespace entente
