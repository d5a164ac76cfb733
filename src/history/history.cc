// How the model fits the past: the kind of each move, whether what it left was stable, and the score.
#include "history/history.h"

#include <algorithm>
#include <optional>

#include "engine/explicit/fitting.h"
#include "states/course.h"
#include "states/listed_moves.h"
#include "states/rank.h"
#include "view/analysis.h"

namespace entente {
namespace {

/// The states that a move is judged by: that before, that after, and the feasible ones between.
struct Judged {
  States states;
  StateId before = 0;
  StateId after = 0;
};

/// `mover`: whose move it is, if it is that of one.
Judged judged(const Model& model, const States& states, const PastEvent& event,
              std::optional<MoverId> mover) {
  std::vector<Word> words =
      mover ? parts_between(model, states, event.before, event.after) : std::vector<Word>();
  std::erase_if(words,
                [&](Word part) { return !listed(model, *mover, states.layout(), event.before, part); });
  words.push_back(event.before);
  words.push_back(event.after);
  std::sort(words.begin(), words.end());
  Judged j{States(states.layout(), std::move(words)), 0, 0};
  j.before = j.states.find(event.before).value_or(0);
  j.after = j.states.find(event.after).value_or(0);
  return j;
}

/// What the change was for a party: a concession where it would rather have left out all of it or a part.
StepKind kind(const Model& model, const Judged& judged, PartyId party, Date day,
              const std::vector<std::size_t>& left_out) {
  const Ranks r = ranks(model, party, judged.states, day, left_out);
  if (r[judged.after] < *std::max_element(r.begin(), r.end())) return StepKind::concession;
  return r[judged.after] > r[judged.before] ? StepKind::improvement : StepKind::neutral;
}

/// Whose move a change is, so that a part of it could have been made: a party's whose doing it was, or that
/// of a group all of whom and nobody else did it; nobody's where it changes other options too.
std::optional<MoverId> mover(const Model& model, const Layout& layout, const Event& event,
                             const PastEvent& past) {
  std::vector<PartyId> by = event.by;
  std::sort(by.begin(), by.end());
  for (const MoverId m : model.mover_ids())
    if (model.members(m) == by && ((past.before ^ past.after) & ~layout.mask(m)) == 0) return m;
  return std::nullopt;
}

/// The statements of a party that are ever dated, but for those that begin after all events and so fit none.
std::vector<std::size_t> dated_statements(const Model& model, const Party& party) {
  std::vector<std::size_t> dated;
  for (std::size_t p = 0; p < party.preferences.size(); ++p) {
    const Preference& one = party.preferences[p];
    const bool later = one.since && !model.events.empty() && model.events.back().date.last < *one.since;
    if ((one.since || one.until) && !later) dated.push_back(p);
  }
  return dated;
}

std::vector<Doing> doings(const Model& model, const States& states, const Event& event,
                          const PastEvent& past) {
  std::vector<Doing> all;
  if (past.before == past.after || event.by.empty()) return all;
  const std::optional<MoverId> of = mover(model, states.layout(), event, past);
  const Judged seen = judged(model, states, past, of);
  for (const PartyId party : event.by) {
    Doing doing{.party = party, .mover = of.value_or(party)};
    const std::vector<std::size_t> dated = dated_statements(model, model[party]);
    doing.kind = kind(model, seen, party, event.date.first, {});
    doing.undated = dated.empty() ? doing.kind : kind(model, seen, party, event.date.first, dated);
    all.push_back(doing);
  }
  return all;
}

PastScore score(const Model& model, const std::vector<PastEvent>& events) {
  PastScore score;
  for (const PastEvent& event : events)
    for (const Doing& doing : event.doings) {
      ++score.moves;
      score.expected += doing.kind == StepKind::improvement ? 1 : 0;
      score.undated += doing.undated == StepKind::improvement ? 1 : 0;
    }
  for (const Party& party : model.parties) score.dated += dated_statements(model, party).size();
  return score;
}

}  // namespace

History history(const Model& model, const States& states) {
  History all;
  const std::vector<Word> words = course(model, states.layout());
  for (std::size_t k = 0; k < model.events.size(); ++k) {
    PastEvent past{words[k], words[k + 1], {}};
    past.doings = doings(model, states, model.events[k], past);
    all.events.push_back(std::move(past));
  }
  all.score = score(model, all.events);
  return all;
}

namespace {

/// The change of one option as bits of the words.
std::vector<Word> changes(const Model& model, const Layout& layout, Word before, Word after) {
  std::vector<Word> masks;
  for (const OptionId o : differences(model, layout, before, after)) masks.push_back(layout.field(o).mask);
  return masks;
}

bool is_part(const std::vector<Word>& masks, Word before, Word after, Word word) {
  return ((word ^ before) & ~(before ^ after)) == 0 &&
         std::all_of(masks.begin(), masks.end(), [&](Word mask) {
           return (word & mask) == (before & mask) || (word & mask) == (after & mask);
         });
}

Word taken(const std::vector<Word>& masks, Word before, Word after, std::uint64_t which) {
  for (std::size_t k = 0; k < masks.size(); ++k)
    if (((which >> k) & 1) != 0) before = (before & ~masks[k]) | (after & masks[k]);
  return before;
}

}  // namespace

std::vector<Word> parts_between(const Model& model, const States& states, Word before, Word after) {
  const std::vector<Word> masks = changes(model, states.layout(), before, after);
  std::vector<Word> parts;
  const auto keep = [&](Word word) {
    if (word != before && word != after) parts.push_back(word);
  };
  if (masks.size() < 64 && (std::uint64_t{1} << masks.size()) <= states.size()) {
    for (std::uint64_t which = 0; which < std::uint64_t{1} << masks.size(); ++which)
      if (const Word word = taken(masks, before, after, which); states.find(word)) keep(word);
  } else {
    for (const Word word : states.words())
      if (is_part(masks, before, after, word)) keep(word);
  }
  std::sort(parts.begin(), parts.end());
  return parts;
}

namespace {

/// Which statements are in force on a day: for each party, one flag a statement.
using InForce = std::vector<std::vector<bool>>;

InForce in_force(const Model& model, Date day) {
  InForce all;
  for (const Party& party : model.parties) {
    all.emplace_back();
    for (const Preference& p : party.preferences) all.back().push_back(p.in_force(day));
  }
  return all;
}

/// The verdicts of days on which the same statements are in force.
class Then {
 public:
  Then(const Analysis& analysis, Date day)
      : engine_(analysis.model(), analysis.states(), day, analysis.frame()),
        stable_(analysis.model().movers()) {}
  Then(const Then&) = delete;
  Then& operator=(const Then&) = delete;

  std::array<bool, concepts.size()> stable(MoverId of, StateId s) {
    return stable_under([&](Concept c) { return set(of, c).contains(s); });
  }

 private:
  const StateSet& set(MoverId of, Concept c) {
    std::optional<StateSet>& known = stable_[index(of)].at(slot(c));
    if (!known) known = engine_.visit([&](const auto& engine) { return entente::stable(engine, of, c); });
    return *known;
  }

  FittingEngine engine_;
  // One a mover; made when asked for.
  std::vector<std::array<std::optional<StateSet>, concepts.size()>> stable_;
};

void add_all(History& history, const Analysis& analysis) {
  const Model& model = analysis.model();
  std::optional<InForce> known;
  std::optional<Then> then;
  for (std::size_t k = 0; k < history.events.size(); ++k) {
    PastEvent& past = history.events[k];
    const std::optional<StateId> before = analysis.states().find(past.before);
    if (past.doings.empty() || !before) continue;
    const Date day = model.events[k].date.first;
    if (InForce now = in_force(model, day); known != now) {
      then.emplace(analysis, day);
      known = std::move(now);
    }
    for (Doing& doing : past.doings) doing.stable = then->stable(doing.mover, *before);
  }
}

}  // namespace

void add_stability(History& history, const Analysis& analysis) {
  try {
    add_all(history, analysis);
  } catch (const Stopped&) {
    history.ended = true;
  }
}

}  // namespace entente
