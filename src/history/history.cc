// How the model fits the past: the kind of each move, and the score.
#include "history/history.h"

#include <algorithm>

#include "history/history_parts.h"
#include "states/course.h"
#include "states/rank.h"

namespace entente {
namespace {

/// The states that a move is judged by: that before, that after, and the feasible ones between.
struct Judged {
  States states;
  StateId before = 0;
  StateId after = 0;
};

Judged judged(const Model& model, const States& states, const PastEvent& event, bool alone) {
  std::vector<Word> words =
      alone ? parts_between(model, states, event.before, event.after) : std::vector<Word>();
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

/// Whether a change is one party's own move, so that it could have made a part of it.
bool alone(const Layout& layout, const Event& event, const PastEvent& past) {
  return event.by.size() == 1 && ((past.before ^ past.after) & ~layout.mask(event.by[0])) == 0;
}

std::vector<Doing> doings(const Model& model, const States& states, const Event& event,
                          const PastEvent& past) {
  std::vector<Doing> all;
  if (past.before == past.after || event.by.empty()) return all;
  const Judged seen = judged(model, states, past, alone(states.layout(), event, past));
  for (const PartyId party : event.by) {
    Doing doing{.party = party};
    const std::vector<std::size_t> dated = dated_statements(model[party]);
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
  for (const Party& party : model.parties) score.dated += dated_statements(party).size();
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

std::vector<std::size_t> dated_statements(const Party& party) {
  std::vector<std::size_t> dated;
  for (std::size_t p = 0; p < party.preferences.size(); ++p)
    if (party.preferences[p].since || party.preferences[p].until) dated.push_back(p);
  return dated;
}

}  // namespace entente
