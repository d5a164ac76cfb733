// Why a situation is or is not stable for a party: for people and as JSON.
#include "brief/why_answer.h"

#include "states/rank.h"
#include "view/state_ids.h"
#include "view/story.h"
#include "words/citation.h"
#include "words/concept_words.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/situation.h"
#include "words/undecided_words.h"

namespace entente {
namespace {

constexpr unsigned inner = 5;  // columns that what belongs to an improvement is indented

class Teller {
 public:
  Teller(const View& view, const Face& face, const WhyAsked& asked)
      : view_(view), voice_(view.model()), sheet_(face), asked_(asked) {}

  std::string operator()(const std::vector<Actor>& whose) {
    head();
    std::vector<Verdict> verdicts;
    for (const Actor& who : whose)
      if (const std::optional<StorySeen> s = view_.story(who, asked_.at, asked_.seen, asked_.in_full)) {
        tell(*s);
        verdicts.push_back(s->verdict);
      } else {
        tell_unknown(who);
      }
    if (verdicts.size() > 1 && verdicts.size() == view_.model().movers()) tell_all_in_all(verdicts);
    for (const Actor& who : whose)
      if (who.movers.size() == 1) tell_others_of_id(who.movers[0]);
    if (!asked_.closed.empty()) {
      sheet_.gap();
      sheet_.paragraph("No way leads from here to a settlement. " + asked_.closed);
    }
    return sheet_.text() + undecided_words(view_);
  }

 private:
  /// What the verdicts of all movers come to.
  void tell_all_in_all(const std::vector<Verdict>& verdicts) {
    std::vector<PartyId> alone;
    std::vector<std::string> together;
    for (const MoverId i : view_.model().mover_ids()) {
      if (verdicts[index(i)] == Verdict::undecided) return;
      if (verdicts[index(i)] != Verdict::unstable) continue;
      if (view_.model().is_group(i))
        together.push_back(voice_.name(i) + " together");
      else
        alone.push_back(static_cast<PartyId>(index(i)));
    }
    const bool groups = !view_.model().groups.empty();
    const std::string nobody = groups ? "nobody, alone or by a joint act," : "no party";
    sheet_.gap();
    std::string leaving;
    if (!alone.empty())
      leaving = voice_.names(alone) +
                (groups && alone.size() > 1 ? ", each alone,"
                 : groups                   ? " alone"
                                            : "") +
                " would leave it";
    for (const std::string& group : together)
      leaving += leaving.empty() ? group + " would leave it" : "; so would " + group;
    sheet_.paragraph(leaving.empty()
                         ? "All in all " + nobody + " would leave it: it is an equilibrium under " +
                               full_name(asked_.seen) + "."
                         : "All in all it is no equilibrium: " + leaving + ".");
  }

  /// Where the situations of one id differ: in how many of them the party is stable.
  void tell_others_of_id(MoverId i) {
    const NamedState* const state = named_state(view_.model(), view_.layout(), asked_.at);
    const Set all = state == nullptr ? nullptr : view_.where(state->at);
    const Set stable =
        all && all->count() > 1 ? view_.both(all, view_.where_stable(asked_.seen, i)) : nullptr;
    if (!stable || stable->empty() || stable->count() == all->count()) return;
    sheet_.paragraph("The situations of " + id_words(*state) + " differ: " + in_words(stable->count()) +
                     " of the " + in_words(all->count()) + (stable->count() == 1 ? " is" : " are") +
                     " stable for " + voice_.name(i) + ".");
  }

  void head() {
    const Word now = view_.status_quo();
    sheet_.paragraph(asked_.at == now
                         ? "The status quo, " + named(asked_.at) + ". " +
                               situation(voice_, view_.layout(), now)
                         : capitalised(named(asked_.at)) + ". What differs from the status quo: " +
                               otherwise_words(voice_, view_.layout(), now, asked_.at) + ".");
    if (asked_.others > 0)
      sheet_.paragraph((asked_.of_id ? "That is the id of " : "The formula holds in ") +
                       counted(asked_.others, "other situation") + " too; this is the first.");
    sheet_.gap();
    sheet_.paragraph("Under " + full_name(asked_.seen) + " it is stable where " + explained(asked_.seen) +
                     ".");
  }

  std::string named(Word at) const {
    return "situation " + grouped(view_.number(at)) + id_behind(view_.model(), view_.layout(), at);
  }
  std::string here(const StorySeen& s) const {
    return s.at == view_.status_quo() ? "at the status quo" : "in " + named(s.at);
  }
  std::string names(const StorySeen& s) const { return voice_.names(s.who.members); }
  bool alone(const StorySeen& s) const { return s.who.members.size() == 1; }
  std::string verb(const StorySeen& s, const char* one, const char* many) const {
    return alone(s) ? voice_.verb(s.who.members.front(), one, many) : many;
  }

  /// The grounds of the statements that decide how a party sees two states, behind a blank; empty where none
  /// decide.
  std::string grounds(PartyId party, Word a, Word b) const {
    const Model& model = view_.model();
    const EqualStatements statements = decisive(model, view_.layout(), party, a, b);
    if (statements.empty()) return {};
    return " " + cited(model, grounds_of(model[party], statements),
                       asked_.in_full ? Citing::full : Citing::paragraphs);
  }

  /// How a party sees two states: negative where it likes `a` less.
  int compared(PartyId i, Word a, Word b) const {
    return compare(view_.model(), i, view_.layout(), a, b, view_.model().day());
  }

  /// What is known where the story is not: of one party the verdict.
  void tell_unknown(const Actor& who) {
    sheet_.gap();
    const Verdict verdict = who.movers.size() == 1 ? view_.verdict(asked_.seen, who.movers.front(), asked_.at)
                                                   : Verdict::undecided;
    sheet_.subheading(capitalised(voice_.names(who.members)) + (verdict == Verdict::stable ? ": stable"
                                                                : verdict == Verdict::unstable
                                                                    ? ": not stable"
                                                                    : ": not decided"));
    sheet_.paragraph("Why was not found out.");
  }

  void tell(const StorySeen& s) {
    sheet_.gap();
    const bool stable = s.verdict == Verdict::stable;
    sheet_.subheading(capitalised(names(s)) + (stable                           ? ": stable"
                                               : s.verdict == Verdict::unstable ? ": not stable"
                                                                                : ": not decided"));
    if (alone(s)) tell_listed(s.who.members.front(), s.at);
    if (s.improvements && *s.improvements == 0) {
      sheet_.paragraph(alone(s)
                           ? capitalised(names(s)) + " " + verb(s, "has", "have") +
                                 " nothing to gain there by moving alone."
                           : "Nothing that they could bring about there would be a gain for each of them.");
      return;
    }
    if (stable) sheet_.paragraph(capitalised(names(s)) + " would gain, but the answer deters:");
    for (std::size_t k = 0; k < s.told.size(); ++k) tell(s, s.told[k], std::to_string(k + 1) + ".");
    tell_others(s);
  }

  /// Where a party that lists its moves can go from a state, as far as the list says it.
  void tell_listed(PartyId i, Word at) {
    const Model& model = view_.model();
    if (model[i].moves.empty()) return;
    const std::string who = capitalised(voice_.name(i));
    std::vector<std::string> ends;
    for (const ListedMove& move : model[i].moves)
      if (holds(model.conditions, move.from, view_.layout(), at)) ends.push_back(end_words(voice_, move));
    if (ends.empty())
      return sheet_.paragraph(who + voice_.verb(i, " has", " have") + " no move from there: none is listed.");
    if (ends.size() == 1) return sheet_.paragraph(who + " can go from there only to " + ends[0] + ".");
    sheet_.paragraph(who + " can go from there only to one of these:");
    for (const std::string& end : ends) sheet_.item("-", end + ".");
  }

  void tell_others(const StorySeen& s) {
    if (!s.improvements || *s.improvements <= s.told.size()) return;
    const Count others = *s.improvements - s.told.size();
    if (s.told.empty() && s.verdict != Verdict::stable)
      return sheet_.paragraph(capitalised(names(s)) + " " + verb(s, "has", "have") + " " +
                              counted(others, "improvement") +
                              " there; which of them an answer stops was not found out.");
    const std::string more = counted(others, "other improvement");
    const bool all = view_.states() != nullptr;  // --all tells them
    if (s.verdict == Verdict::stable)
      return sheet_.paragraph(
          capitalised(more) + (others == 1 ? " is" : " are") + " deterred as well" +
          (all ? std::string(" (--all tells ") + (others == 1 ? "it" : "them") + ")." : "."));
    sheet_.paragraph(capitalised(names(s)) + " " + verb(s, "has", "have") + " " + more + " there" +
                     (all ? "; --all tells which of them an answer stops." : "."));
  }

  void tell(const StorySeen& s, const ImprovementSeen& t, const std::string& mark) {
    sheet_.item(mark, wish(s, t));
    if (t.steps.size() > 1) tell_steps(t.steps, "");
    if (t.deterred)
      tell_answer(s, t);
    else
      tell_shortfall(s, t);
  }

  /// "Japan would rather ease its sanctions (situation 9) and gains by it [assumed]."
  std::string wish(const StorySeen& s, const ImprovementSeen& t) const {
    std::vector<std::string> each;
    for (PartyId i : s.who.members)
      each.push_back(voice_.name(i) + " " + voice_.verb(i, "gains", "gain") + grounds(i, s.at, t.to));
    const std::string gains = listed(each);
    if (t.steps.size() > 1)
      return capitalised(names(s)) + " could together bring about " + named(t.to) + ": " + gains +
             ". They would do it like this:";
    const WordStep& step = t.steps.front();
    return capitalised(voice_.would(changes(step), "would rather ")) + " (" + named(t.to) + "): " + gains +
           ".";
  }

  std::vector<Course> changes(const WordStep& step) const {
    return voice_.changes(step.mover, view_.layout(), step.from, step.to);
  }

  void tell_steps(const std::vector<WordStep>& steps, const char* then) {
    for (const WordStep& step : steps)
      sheet_.item("-",
                  capitalised(voice_.would(changes(step), std::string("would ") + then)) + " (" +
                      named(step.to) + "): " + effect(step) + ".",
                  inner);
  }

  std::string effect(const WordStep& step) const {
    const std::vector<PartyId> members = view_.model().members(step.mover);
    if (members.size() == 1) return effect(members.front(), step, voice_.verb(step.mover, "it", "them"));
    std::vector<std::string> all;
    for (const PartyId i : members) all.push_back(effect(i, step, voice_.name(i)));
    return listed(all);
  }
  std::string effect(PartyId i, const WordStep& step, const std::string& whom) const {
    const int seen = compared(i, step.to, step.from);
    if (seen == 0) return "neither gain nor loss for " + whom;
    return (seen > 0 ? "a gain for " : "a loss for ") + whom + grounds(i, step.from, step.to);
  }

  /// A member that likes a state no better than where the story begins.
  PartyId spoilt(const StorySeen& s, Word end) const {
    for (PartyId i : s.who.members)
      if (compared(i, end, s.at) <= 0) return i;
    return s.who.members.front();
  }

  /// "Japan is worse off than at the status quo [stated by Kishida]".
  std::string no_better(const StorySeen& s, Word end) const {
    const PartyId i = spoilt(s, end);
    const std::string is = voice_.name(i) + " " + voice_.verb(i, "is", "are");
    if (end == s.at) return is + " back where " + voice_.verb(i, "it", "they") + " began";
    return is + (compared(i, end, s.at) == 0 ? " as well off as " : " worse off than ") + here(s) +
           grounds(i, s.at, end);
  }

  std::string no_way_on(const StorySeen& s) const {
    if (alone(s))
      return ", and nothing that " + voice_.verb(s.who.members.front(), "it", "they") +
             " could do from there would be a gain after all";
    return ", and nothing that " + names(s) +
           " could do together from there would be a gain for each of them";
  }

  void tell_answer(const StorySeen& s, const ImprovementSeen& t) {
    if (t.answer.empty())
      return sheet_.paragraph("What stops it is an answer of the others that was not looked up to its end.",
                              inner);
    sheet_.paragraph("What stops it:", inner);
    tell_steps(t.answer, "then ");
    const Word end = t.answer.back().to;
    sheet_.item("-", "There " + no_better(s, end) + (row(s.seen).symmetric ? no_way_on(s) : "") + ".", inner);
  }

  void tell_shortfall(const StorySeen& s, const ImprovementSeen& t) {
    if (!has_answers(s.seen))
      return sheet_.paragraph("Nothing stops it: " + full_name(s.seen) + " looks at no answer.", inner);
    if (!t.shortfall) return sheet_.paragraph("Nothing stops it.", inner);
    const ShortfallSeen& f = *t.shortfall;
    if (f.steps.empty()) return sheet_.paragraph("Nothing stops it: " + idle(s, f), inner);
    sheet_.paragraph("Nothing stops it. The answer that leaves least of the gain:", inner);
    tell_steps(f.steps, "then ");
    if (f.escape.empty()) return sheet_.item("-", "There " + still_better(s, f) + ".", inner);
    sheet_.item("-", "There " + no_better(s, f.end) + ", but there is a way out:", inner);
    tell_steps(f.escape, "then ");
    sheet_.item("-", escaped(s, f.escape.back().to), inner);
  }

  /// Why there is no best answer to tell.
  std::string idle(const StorySeen& s, const ShortfallSeen& f) const {
    if (f.answers) return "no answer of the others makes it a smaller gain.";
    return std::string("nobody else has a step to take from there") +
           (answer_steps(s.seen) == Steps::improving ? " that would be a gain." : ".");
  }

  std::string place(PartyId i, Word at) const { return "number " + grouped(view_.place(i, at).value_or(0)); }

  /// "Japan is still better off than at the status quo [...]: counted from what Japan likes best, that is
  /// number 12 of 40, the status quo number 15".
  std::string still_better(const StorySeen& s, const ShortfallSeen& f) const {
    const PartyId i = f.nearest;
    const std::string who = alone(s) ? voice_.name(i) + " " + voice_.verb(i, "is", "are") : "each of them is";
    return who + " still better off than " + here(s) + grounds(i, s.at, f.end) + ": counted from what " +
           voice_.name(i) + " " + voice_.verb(i, "likes", "like") + " best, that is " + place(i, f.end) +
           " of " + grouped(view_.places(i).value_or(0)) + ", " +
           (s.at == view_.status_quo() ? "the status quo " : named(s.at) + " ") + place(i, s.at);
  }

  std::string escaped(const StorySeen& s, Word end) const {
    std::vector<std::string> all;
    for (PartyId i : s.who.members)
      all.push_back(voice_.name(i) + " " + voice_.verb(i, "is", "are") + " better off than " + here(s) +
                    grounds(i, s.at, end));
    return "There " + listed(all) + ".";
  }

  const View& view_;
  Voice voice_;
  Sheet sheet_;
  const WhyAsked& asked_;
};

}  // namespace

std::string why_text(const View& view, const Face& face, const WhyAsked& asked,
                     const std::vector<Actor>& whose) {
  return Teller(view, face, asked)(whose);
}

namespace {

Json effect_steps_json(const View& view, const std::vector<WordStep>& steps) {
  const Model& model = view.model();
  Json all = Json::array();
  for (const WordStep& step : steps) {
    const auto effect = [&](PartyId i) {
      const int seen = compare(model, i, view.layout(), step.to, step.from, model.day());
      return seen > 0 ? "gain" : seen < 0 ? "loss" : "same";
    };
    Json json = mover_json(model, step.mover);
    json["sets"] = sets_json(view, step);
    if (model.is_group(step.mover))
      for (const PartyId i : model.members(step.mover)) json["effects"][model[i].id] = effect(i);
    else
      json["effect"] = effect(model.members(step.mover).front());
    json["state"] = number_json(view, step.to);
    all.push_back(std::move(json));
  }
  return all;
}

/// {party: place of a state}: 1 is what it likes best; null where that is not known.
Json places_json(const View& view, const Coalition& who, Word at) {
  Json json = Json::object();
  for (const PartyId i : who) {
    const std::optional<std::size_t> place = view.place(i, at);
    json[view.model()[i].id] = place ? Json(*place) : Json(nullptr);
  }
  return json;
}

/// The answer is null where it was not looked up.
Json improvement_json(const View& view, const Coalition& who, const ImprovementSeen& told) {
  const bool known = told.deterred ? !told.answer.empty() : true;
  const std::vector<WordStep>& answer =
      told.deterred || !told.shortfall ? told.answer : told.shortfall->steps;
  const Word end = answer.empty() ? told.to : answer.back().to;
  Json json = {{"state", number_json(view, told.to)},
               {"ranks", places_json(view, who, told.to)},
               {"steps", effect_steps_json(view, told.steps)},
               {"deterred", told.deterred},
               {"answer", known ? effect_steps_json(view, answer) : Json(nullptr)},
               {"ends", known ? number_json(view, end) : Json(nullptr)},
               {"ends_ranks", known ? places_json(view, who, end) : Json(nullptr)}};
  if (told.shortfall && !told.shortfall->escape.empty())
    json["escape"] = effect_steps_json(view, told.shortfall->escape);
  return json;
}

Json story_json(const View& view, const WhyAsked& asked, const Actor& who) {
  const std::optional<StorySeen> found = view.story(who, asked.at, asked.seen, asked.in_full);
  const Verdict verdict = found                    ? found->verdict
                          : who.movers.size() == 1 ? view.verdict(asked.seen, who.movers.front(), asked.at)
                                                   : Verdict::undecided;
  Json ids = Json::array();
  for (const PartyId i : who.members) ids.push_back(view.model()[i].id);
  Json told = Json::array();
  if (found)
    for (const ImprovementSeen& one : found->told) told.push_back(improvement_json(view, who.members, one));
  return {{"who", ids},
          {"stable", verdict_json(verdict)},
          {"ranks", places_json(view, who.members, asked.at)},
          {"improvements", found && found->improvements ? count_json(*found->improvements) : Json(nullptr)},
          {"told", told}};
}

}  // namespace

Json why_json(const View& view, const WhyAsked& asked, const std::vector<Actor>& whose) {
  Json all = Json::array();
  for (const Actor& who : whose) all.push_back(story_json(view, asked, who));
  return {{"concept", id(asked.seen)},
          {"state", number_json(view, asked.at)},
          {"options", state_json(view.model(), view.layout(), asked.at)},
          {"other_states", count_json(asked.others)},
          {"closed", asked.closed.empty() ? Json(nullptr) : Json(asked.closed)},
          {"stories", all}};
}

}  // namespace entente
