// Where the dispute is heading, where it rests, and why it rests there.
#include <algorithm>

#include "brief/brief_sections.h"
#include "brief/patterns_text.h"
#include "view/state_ids.h"
#include "view/story.h"
#include "words/citation.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/situation.h"
#include "words/undecided_words.h"

namespace entente {
namespace {

constexpr std::size_t few_patterns = 3;     // of places of rest
constexpr std::size_t most_departures = 3;  // of one party

const OutlookSeen& outlook(const Telling& t) {
  return t.view.outlook(Concept::seq);
}

bool lasts(const Telling& t) {
  return outlook(t).heading_decided && outlook(t).heading->count() == 1;
}

/// What is known where it was not found out where the present leads.
void tell_undecided(const Telling& t) {
  const Count others = counted_once(t.view, outlook(t).heading) - 1;
  t.sheet.paragraph(others == 0
                        ? "Where the present leads was not decided. Whether it lasts:"
                        : "The present does not last: improvements that nothing deters lead to at least " +
                              counted(others, "other situation") + ". Whether it is stable:");
  for (const Concept c : concepts)
    t.sheet.item("-", capitalised(full_name(c)) + ": " +
                          verdicts_words(t.view, t.voice, c, t.view.status_quo()) + ".");
}

void tell_road(const Telling& t) {
  const RestSeen* rest = t.view.rest();
  if (lasts(t))
    return t.sheet.paragraph(outlook(t).resting && outlook(t).resting->empty()
                                 ? "Nothing leads away from the present."
                                 : "The present lasts.");
  if (rest == nullptr)
    return t.sheet.paragraph("The present does not last: gains that nothing deters lead to " +
                             counted(counted_once(t.view, outlook(t).heading) - 1, "other situation") + ".");
  t.sheet.paragraph(
      rest->rests
          ? std::string(t.in_full ? "The present does not last. " : "") +
                std::string(rest->road.size() == 1 ? "This step is a gain" : "These steps are gains") +
                ", and no answer that helps those who give it takes " +
                std::string(rest->road.size() == 1 ? "it" : "them") + " back:"
          : "The present does not last, and it comes to rest nowhere: one gain that nothing deters follows "
            "another without end.");
  for (std::size_t k = 0; k < rest->road.size(); ++k) {
    const WordStep& step = rest->road[k];
    const std::string why = because(t, step);
    const std::string gain = t.voice.name(step.mover) + " " + t.voice.verb(step.mover, "gains", "gain");
    t.sheet.item(std::to_string(k + 1) + ".",
                 capitalised(t.move(step)) + ": " + gain + (why.empty() ? "" : " " + why) + ".");
  }
}

/// The other first steps that nothing deters.
void tell_other_steps(const Telling& t) {
  const RestSeen* rest = t.view.rest();
  if (rest == nullptr || !rest->rests || !outlook(t).moves) return;
  std::vector<std::string> others;
  for (const WordStep& m : *outlook(t).moves)
    if (m.from == t.view.status_quo() && (rest->road.empty() || m.to != rest->road.front().to))
      others.push_back(t.move(m));
  if (others.empty()) return;
  const std::size_t limit = t.most(2);
  const std::size_t left = others.size() > limit ? others.size() - limit : 0;
  others.resize(others.size() - left);
  if (left > 0) others.push_back(in_words(left) + " more, which 'entente outlook' lists");
  t.sheet.paragraph((others.size() == 1 ? "Another first step would be such a gain too: "
                                        : "Other first steps would be such gains too: ") +
                    listed(others, "or") + ".");
}

void tell_rest(const Telling& t) {
  const Set& resting = outlook(t).resting;
  if (lasts(t)) return;
  if (!resting) return t.sheet.paragraph("Where it comes to rest was not decided.");
  if (resting->empty()) return;
  const Count places = counted_once(t.view, resting);
  const RestSeen* rest = t.view.rest();
  if (!t.in_full && places == 1 && rest != nullptr && !rest->road.empty()) return;  // the steps tell where
  t.sheet.paragraph(places == 1 ? "There it rests:"
                                : "It rests in one of " + counted(places, "situation") + ":");
  show_patterns(t.sheet, t.view, t.voice, resting, {t.most(few_patterns), " (--long shows all)"});
}

/// Whether the way to the place of rest costs anybody a concession.
std::string cost_of_rest(const Telling& t, const RestSeen& rest) {
  for (const ReachedSeen& reached : outlook(t).order)
    if (reached.concessions == 0 && reached.equilibria->contains(rest.at))
      return rest.road.size() == 1 ? "It is no concession." : "None of these steps is a concession.";
  return {};
}

/// Whether some party would have something to gain where it rests.
bool feared(const RestSeen& rest) {
  for (std::size_t i = 0; i < rest.departures.size(); ++i)
    if (!rest.departures[i].empty() || rest.others[i].value_or(0) > 0) return true;
  return false;
}

void tell_settled(const Telling& t) {
  const Set& resting = outlook(t).resting;
  if (!resting || resting->empty()) return;
  const RestSeen* rest = t.view.rest();
  std::string text = rest == nullptr || rest->road.empty() ? "" : cost_of_rest(t, *rest);
  if (!t.in_full && !lasts(t) && resting->count() == 1)
    text = std::string(rest != nullptr && feared(*rest) ? "There it rests, for fear of the answer."
                                                        : "There it rests.") +
           (text.empty() ? "" : " " + text);
  const SettlementSeen* s = t.view.settlement();
  if (const Set settled = s == nullptr ? nullptr : t.view.both(resting, s->agreement);
      settled && !s->agreement->empty()) {
    const std::string not_by_all = s->zone->empty()
                                       ? "That is a settlement, though not one that all would accept today"
                                       : "That is a settlement";
    if (settled->empty() && !t.in_full && s->zone->empty())
      return t.sheet.paragraph(text);  // as what follows says
    text += std::string(text.empty() ? "" : " ") + (settled->empty() ? "No settlement comes about this way."
                                                    : settled->count() == resting->count()
                                                        ? not_by_all + "."
                                                        : "Some of these are settlements.");
  }
  t.sheet.paragraph(text);
}

std::string answered(const Telling& t, const DepartureSeen& d) {
  if (d.answer->empty()) return "an answer of the others that was not looked up to its end";
  std::vector<std::string> steps;
  for (const WordStep& a : *d.answer) {
    const std::string why = because(t, a);
    steps.push_back(t.voice.would(t.voice.changes(a.mover, t.view.layout(), a.from, a.to), "would then ") +
                    (why.empty() ? "" : " " + why));
  }
  return "that " + listed(steps);
}

std::string departure_words(const Telling& t, const DepartureSeen& d) {
  const std::string head = capitalised(would_rather(t, d.move));
  if (!d.answer) return head + "; nothing stops that.";
  return head + "; what stops it is " + answered(t, d) + ".";
}

void tell_departures(const Telling& t, MoverId mover, const std::vector<DepartureSeen>& all,
                     const std::optional<Count>& others) {
  std::size_t told = 0;
  for (const DepartureSeen& d : all) {
    if (!t.in_full && (!d.simplest || told == most_departures)) continue;
    t.sheet.item("-", departure_words(t, d));
    ++told;
  }
  const std::string name = capitalised(t.voice.name(mover));
  if (!others)
    return t.sheet.item("-", "What " + t.voice.name(mover) + " would gain by moving " +
                                 (t.view.model().is_group(mover) ? "together" : "alone") +
                                 " was not found out.");
  const Count hidden = all.size() - told + *others;
  if (hidden == 0) return;
  if (told == 0)
    return t.sheet.item("-", name + " would like " + counted(hidden, "change") +
                                 "; what the others would answer was not found out.");
  t.sheet.item("-", name + " would like " + counted(hidden, "other change") + " too" +
                        (*others == 0 ? " (--long lists them)." : "."));
}

std::string idle(const Telling& t, const RestSeen& rest) {
  std::vector<PartyId> none;
  for (PartyId i : t.view.model().party_ids())
    if (rest.departures[index(i)].empty() && rest.others[index(i)] == Count{0}) none.push_back(i);
  if (none.empty()) return {};
  if (const std::string nobody = nobody_gains(t.view.model(), rest); !nobody.empty())
    return sentence(capitalised(nobody));
  const std::string verb = none.size() == 1 ? t.voice.verb(none.front(), "has", "have") : "have";
  return capitalised(t.voice.names(none)) + " " + verb + " nothing to gain by moving alone.";
}

/// The ending that differs least from the place of rest.
Word nearest_ending(const Telling& t, const RestSeen& rest) {
  const auto differences = [&](Word at) {
    std::size_t n = 0;
    for (MoverId i : t.view.model().mover_ids()) n += t.voice.changes(i, t.view.layout(), rest.at, at).size();
    return n;
  };
  const std::vector<Word> all = rest.warning->endings->first(SIZE_MAX);
  return *std::min_element(all.begin(), all.end(),
                           [&](Word a, Word b) { return differences(a) < differences(b); });
}

void tell_warning(const Telling& t, const RestSeen& rest) {
  const WarningSeen& w = *rest.warning;
  const Count ends = counted_once(t.view, w.endings);
  t.sheet.paragraph(
      "If they took their gains all the same, minding no answer, it would end " +
      (ends == 1 ? std::string("where ") : "in one of " + counted(ends, "situation") + ", say where ") +
      listed(changes_words(t.voice, t.view.layout(), rest.at, nearest_ending(t, rest))) +
      ". That is worse for " + t.voice.names(w.worse) +
      " than where it rests, and nobody could better it alone" +
      (t.view.model().groups.empty() ? "." : " or by a joint act."));
  if (t.in_full) show_patterns(t.sheet, t.view, t.voice, w.endings, {});
}

}  // namespace

void tell_heading(const Telling& t) {
  t.sheet.heading("Where it is heading");
  if (!outlook(t).heading_decided) return tell_undecided(t);
  tell_road(t);
  tell_other_steps(t);
  tell_rest(t);
  tell_settled(t);
}

void tell_deterrence(const Telling& t) {
  const RestSeen* rest = t.view.rest();
  if (rest == nullptr || !rest->rests) return;
  const bool fear = feared(*rest);
  const Set& resting = outlook(t).resting;
  if (t.in_full || lasts(t) || rest->road.empty() || !resting || counted_once(t.view, resting) > 1)
    t.sheet.heading(fear ? "Why it rests there: fear of the answer" : "Why it rests there");
  if (resting && counted_once(t.view, resting) > 1) t.sheet.paragraph("In the nearest of these situations:");
  for (MoverId i : t.view.model().mover_ids())
    tell_departures(t, i, rest->departures[index(i)], rest->others[index(i)]);
  if (t.in_full || !fear) t.sheet.paragraph(idle(t, *rest));
  if (rest->warning && t.in_full) tell_warning(t, *rest);
}

}  // namespace entente
