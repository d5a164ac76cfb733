// Where the dispute is heading, where it rests, and why it rests there.
#include <algorithm>

#include "brief/brief_sections.h"
#include "brief/patterns_text.h"
#include "words/citation.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr std::size_t few_patterns = 3;     // of places of rest
constexpr std::size_t most_departures = 3;  // of one party

void tell_road(const Telling& t) {
  const bool leaves = t.analysis.outlook(Concept::seq).heading.count() > 1;
  if (!leaves) {
    t.page.paragraph(
        t.brief.rests
            ? "The present lasts: nobody has a step to take that is a gain and that no answer takes away."
            : "Nothing leads away from the present.");
    return;
  }
  t.page.paragraph(
      t.brief.rests
          ? "The present does not last. " +
                std::string(t.brief.road.size() == 1 ? "This step is a gain" : "These steps are gains") +
                " that no answer takes back, if every answer must itself be a gain for those who give it:"
          : "The present does not last, and it comes to rest nowhere: one gain that nothing deters follows "
            "another without end.");
  for (std::size_t k = 0; k < t.brief.road.size(); ++k) {
    const Improvement& step = t.brief.road[k];
    const std::string why = because(t, step.party, step.from, step.to);
    const std::string gain = t.voice.name(step.party) + " " + t.voice.verb(step.party, "gains", "gain");
    t.page.item(std::to_string(k + 1) + ".",
                capitalised(move_words(t.analysis, t.voice, step.party, step.from, step.to)) + ": " + gain +
                    (why.empty() ? "" : " " + why) + ".");
  }
}

/// The other first steps that nothing deters.
void tell_other_steps(const Telling& t) {
  std::vector<std::string> others;
  for (const Improvement& m : t.analysis.outlook(Concept::seq).moves)
    if (m.from == t.analysis.status_quo() && (t.brief.road.empty() || m.to != t.brief.road.front().to))
      others.push_back(move_words(t.analysis, t.voice, m.party, m.from, m.to));
  if (others.empty() || !t.brief.rests) return;
  const std::size_t limit = t.most(2);
  const std::size_t rest = others.size() > limit ? others.size() - limit : 0;
  others.resize(others.size() - rest);
  if (rest > 0) others.push_back(in_words(rest) + " more, which 'entente outlook' lists");
  t.page.paragraph((others.size() == 1 ? "Another first step would be such a gain too: "
                                       : "Other first steps would be such gains too: ") +
                   listed(others, "or") + ".");
}

void tell_rest(const Telling& t) {
  const Outlook& outlook = t.analysis.outlook(Concept::seq);
  if (outlook.resting.empty() || outlook.heading.count() == 1) return;
  const std::uint64_t places = outlook.resting.count();
  t.page.paragraph(places == 1 ? "There it rests:"
                               : "It rests in one of " + counted(places, "situation") + ":");
  show_patterns(t.page, t.analysis, t.voice, outlook.resting, {t.most(few_patterns), " (--long shows all)"});
}

/// Whether the way to the place of rest costs anybody a concession.
std::string cost_of_rest(const Telling& t) {
  for (const auto& [state, concessions] : t.analysis.outlook(Concept::seq).equilibria)
    if (state == t.brief.rest && concessions == 0)
      return t.brief.road.size() == 1 ? "It is no concession." : "None of these steps is a concession.";
  return {};
}

void tell_settled(const Telling& t) {
  const Outlook& outlook = t.analysis.outlook(Concept::seq);
  const StateSet settled = outlook.resting & t.analysis.settlement().agreement;
  if (outlook.resting.empty()) return;
  std::string text = t.brief.road.empty() ? "" : cost_of_rest(t);
  const std::string not_by_all = t.analysis.settlement().zone.empty()
                                     ? "That is a settlement, though not one that all would accept today"
                                     : "That is a settlement";
  if (!t.analysis.settlement().agreement.empty())
    text += std::string(text.empty() ? "" : " ") + (settled.empty() ? "No settlement comes about this way."
                                                    : settled.count() == outlook.resting.count()
                                                        ? not_by_all + "."
                                                        : "Some of these are settlements.");
  t.page.paragraph(text);
}

std::string answered(const Telling& t, const Departure& d) {
  std::vector<std::string> steps;
  for (const AnswerStep& a : *d.answer) {
    const std::vector<Course> changes = t.voice.changes(
        a.party, t.analysis.states().layout(), t.analysis.states()[a.from], t.analysis.states()[a.to]);
    const std::string why = because(t, a.party, a.from, a.to);
    steps.push_back(t.voice.would(changes, "would then ") + (why.empty() ? "" : " " + why));
  }
  return listed(steps);
}

std::string departure_words(const Telling& t, const Departure& d) {
  const std::vector<Course> changes = t.voice.changes(d.party, t.analysis.states().layout(),
                                                      t.analysis.states()[d.from], t.analysis.states()[d.to]);
  const std::string head =
      capitalised(t.voice.would_surely(changes, "would rather ")
                      .value_or(t.voice.name(d.party) + " would gain if " + t.voice.clause(changes)));
  if (!d.answer) return head + "; nothing stops that.";
  return head + "; what stops it is that " + answered(t, d) + ".";
}

void tell_departures(const Telling& t, PartyId party, const std::vector<Departure>& all) {
  const std::vector<Departure> shown = t.in_full ? all : simplest(t.analysis, all);
  const std::size_t limit = std::min(shown.size(), t.most(most_departures));
  for (std::size_t k = 0; k < limit; ++k) t.page.item("-", departure_words(t, shown[k]));
  if (all.size() > limit && !t.in_full)
    t.page.item("-", capitalised(t.voice.name(party)) + " would like " +
                         counted(all.size() - limit, "other change") + " too (--long lists them).");
}

std::string idle(const Telling& t) {
  std::vector<PartyId> none;
  for (PartyId i : t.analysis.model().party_ids())
    if (t.brief.departures[index(i)].empty()) none.push_back(i);
  if (none.empty()) return {};
  if (none.size() == t.brief.departures.size()) return "Nobody has anything to gain by moving alone.";
  const std::string verb = none.size() == 1 ? t.voice.verb(none.front(), "has", "have") : "have";
  return capitalised(t.voice.names(none)) + " " + verb + " nothing to gain by moving alone.";
}

/// The ending that differs least from the place of rest.
StateId nearest_ending(const Telling& t) {
  const States& states = t.analysis.states();
  const auto differences = [&](StateId s) {
    std::size_t n = 0;
    for (PartyId i : t.analysis.model().party_ids())
      n += t.voice.changes(i, states.layout(), states[t.brief.rest], states[s]).size();
    return n;
  };
  const std::vector<StateId> all = t.brief.warning->endings.list();
  return *std::min_element(all.begin(), all.end(),
                           [&](StateId a, StateId b) { return differences(a) < differences(b); });
}

void tell_warning(const Telling& t) {
  const Warning& w = *t.brief.warning;
  const std::uint64_t ends = w.endings.count();
  const StateId end = nearest_ending(t);
  std::vector<std::string> changes;
  for (PartyId i : t.analysis.model().party_ids()) {
    const std::string words = move_words(t.analysis, t.voice, i, t.brief.rest, end);
    if (words != nothing_changes) changes.push_back(words);
  }
  t.page.paragraph(
      "If they took their gains all the same, minding no answer, it would end " +
      (ends == 1 ? std::string("where ") : "in one of " + counted(ends, "situation") + ", say where ") +
      listed(changes) + ". That is worse for " + t.voice.names(w.worse) +
      " than where it rests, and nobody could better it alone.");
  if (t.in_full) show_patterns(t.page, t.analysis, t.voice, w.endings, {});
}

}  // namespace

std::string because(const Telling& t, PartyId party, StateId a, StateId b) {
  const std::optional<std::size_t> statement = decisive(t.analysis, party, a, b);
  if (!statement) return {};
  return cited(t.analysis.model(), t.analysis.model()[party].preferences[*statement].grounds, citing(t));
}

void tell_heading(const Telling& t) {
  t.page.heading("Where it is heading");
  tell_road(t);
  tell_other_steps(t);
  tell_rest(t);
  tell_settled(t);
}

void tell_deterrence(const Telling& t) {
  if (!t.brief.rests) return;
  const auto deterred = [](const std::vector<Departure>& own) { return !own.empty(); };
  const bool fear = std::any_of(t.brief.departures.begin(), t.brief.departures.end(), deterred);
  t.page.heading(fear ? "Why it rests there: fear of the answer" : "Why it rests there");
  if (t.analysis.outlook(Concept::seq).resting.count() > 1)
    t.page.paragraph("In the nearest of these situations:");
  for (PartyId i : t.analysis.model().party_ids()) tell_departures(t, i, t.brief.departures[index(i)]);
  t.page.paragraph(idle(t));
  if (t.brief.warning) tell_warning(t);
}

}  // namespace entente
