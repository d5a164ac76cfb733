// The stories behind verdicts in sentences.
#include "brief/answers.h"
#include "brief/why_report.h"
#include "view/departures.h"
#include "words/citation.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr unsigned inner = 5;  // columns that what belongs to an improvement is indented

class Teller {
 public:
  Teller(const Analysis& analysis, const Face& face, const WhyAsked& asked)
      : analysis_(analysis), voice_(analysis.model()), page_(face), asked_(asked) {}

  std::string operator()(const std::vector<Story>& stories) {
    head();
    for (const Story& s : stories) tell(s);
    return page_.text();
  }

 private:
  void head() {
    const Layout& layout = analysis_.states().layout();
    const Word word = analysis_.states()[asked_.at];
    const Word now = analysis_.states()[analysis_.status_quo()];
    page_.paragraph(asked_.at == analysis_.status_quo()
                        ? "The status quo, " + named(asked_.at) + ". " + situation(voice_, layout, word)
                        : capitalised(named(asked_.at)) +
                              ". What differs from the status quo: " + differences(layout, now, word) + ".");
    if (asked_.others > 0)
      page_.paragraph("The formula holds in " + counted(asked_.others, "other situation") +
                      " too; this is the first.");
    page_.gap();
    page_.paragraph("Under " + full_name(asked_.seen) + " it is stable where " + explained(asked_.seen) +
                    ".");
  }

  std::string differences(const Layout& layout, Word from, Word to) const {
    std::string text;
    for (PartyId i : analysis_.model().party_ids())
      if (const std::vector<Course> courses = voice_.changes(i, layout, from, to); !courses.empty())
        text += (text.empty() ? "" : "; ") + voice_.clause(courses);
    return text;
  }

  static std::string named(StateId s) { return "situation " + grouped(number(s)); }
  std::string here(const Story& s) const {
    return s.at == analysis_.status_quo() ? "at the status quo" : "in " + named(s.at);
  }
  std::string names(const Story& s) const { return voice_.names(s.who); }
  bool alone(const Story& s) const { return s.who.size() == 1; }
  std::string verb(const Story& s, const char* one, const char* many) const {
    return alone(s) ? voice_.verb(s.who.front(), one, many) : many;
  }

  /// The grounds of the statement that decides how a party sees two states, behind a blank; empty where none
  /// decides.
  std::string grounds(PartyId party, StateId a, StateId b) const {
    const std::optional<std::size_t> n = decisive(analysis_, party, a, b);
    if (!n) return {};
    return " " + cited(analysis_.model(), analysis_.model()[party].preferences[*n].grounds,
                       asked_.in_full ? Citing::full : Citing::paragraphs);
  }

  void tell(const Story& s) {
    page_.gap();
    page_.subheading(capitalised(names(s)) + ": " + (s.stable ? "stable" : "not stable"));
    if (s.improvements == 0) {
      page_.paragraph(alone(s)
                          ? capitalised(names(s)) + " " + verb(s, "has", "have") +
                                " nothing to gain there by moving alone."
                          : "Nothing that they could bring about there would be a gain for each of them.");
      return;
    }
    if (s.stable) page_.paragraph(capitalised(names(s)) + " would gain, but the answer deters:");
    for (std::size_t k = 0; k < s.told.size(); ++k) tell(s, s.told[k], std::to_string(k + 1) + ".");
    tell_rest(s);
  }

  void tell_rest(const Story& s) {
    const std::size_t rest = s.improvements - s.told.size();
    if (rest == 0) return;
    const std::string more = counted(rest, "other improvement");
    page_.paragraph(s.stable ? capitalised(more) + (rest == 1 ? " is" : " are") +
                                   " deterred as well (--all tells " + (rest == 1 ? "it" : "them") + ")."
                             : capitalised(names(s)) + " " + verb(s, "has", "have") + " " + more +
                                   " there; --all tells which of them an answer stops.");
  }

  void tell(const Story& s, const Told& t, const std::string& mark) {
    page_.item(mark, wish(s, t));
    if (t.steps.size() > 1) tell_steps(t.steps, "");
    if (t.answer)
      tell_answer(s, t);
    else
      tell_shortfall(s, t);
  }

  /// "Japan would rather ease its sanctions (situation 9) and gains by it [assumed]."
  std::string wish(const Story& s, const Told& t) const {
    std::string gains;
    for (PartyId i : s.who) {
      const std::string gain = voice_.name(i) + " " + voice_.verb(i, "gains", "gain");
      gains += (gains.empty() ? "" : ", ") + gain + grounds(i, s.at, t.to);
    }
    if (t.steps.size() > 1)
      return capitalised(names(s)) + " could together bring about " + named(t.to) + ": " + gains +
             ". They would do it like this:";
    const AnswerStep& step = t.steps.front();
    return capitalised(voice_.would(changes(step), "would rather ")) + " (" + named(t.to) + "): " + gains +
           ".";
  }

  std::vector<Course> changes(const AnswerStep& step) const {
    const States& states = analysis_.states();
    return voice_.changes(step.party, states.layout(), states[step.from], states[step.to]);
  }

  void tell_steps(const std::vector<AnswerStep>& steps, const char* then) {
    for (const AnswerStep& step : steps)
      page_.item("-",
                 capitalised(voice_.would(changes(step), std::string("would ") + then)) + " (" +
                     named(step.to) + "): " + effect(step) + ".",
                 inner);
  }

  std::string effect(const AnswerStep& step) const {
    const Ranks& r = analysis_.ranks()[index(step.party)];
    const std::string whom = voice_.verb(step.party, "it", "them");
    if (r[step.to] == r[step.from]) return "neither gain nor loss for " + whom;
    return (r[step.to] > r[step.from] ? "a gain for " : "a loss for ") + whom +
           grounds(step.party, step.from, step.to);
  }

  /// A member that likes a state no better than where the story begins.
  PartyId spoilt(const Story& s, StateId end) const {
    for (PartyId i : s.who)
      if (analysis_.ranks()[index(i)][end] <= analysis_.ranks()[index(i)][s.at]) return i;
    return s.who.front();
  }

  /// "Japan is worse off than at the status quo [stated by Kishida]".
  std::string no_better(const Story& s, StateId end) const {
    const PartyId i = spoilt(s, end);
    const Ranks& r = analysis_.ranks()[index(i)];
    const std::string is = voice_.name(i) + " " + voice_.verb(i, "is", "are");
    if (end == s.at) return is + " back where " + voice_.verb(i, "it", "they") + " began";
    return is + (r[end] == r[s.at] ? " as well off as " : " worse off than ") + here(s) +
           grounds(i, s.at, end);
  }

  void tell_answer(const Story& s, const Told& t) {
    page_.paragraph("What stops it:", inner);
    tell_steps(*t.answer, "then ");
    const StateId end = t.answer->back().to;
    const std::string ways = alone(s) ? voice_.verb(s.who.front(), "it", "they") : "they";
    page_.item("-",
               "There " + no_better(s, end) +
                   (row(s.seen).symmetric
                        ? ", and nothing that " + ways + " could do from there would be a gain after all"
                        : "") +
                   ".",
               inner);
  }

  void tell_shortfall(const Story& s, const Told& t) {
    const Shortfall& f = *t.shortfall;
    if (!has_answers(s.seen))
      return page_.paragraph("Nothing stops it: " + full_name(s.seen) + " looks at no answer.", inner);
    if (f.steps.empty()) return page_.paragraph("Nothing stops it: " + idle(s, f), inner);
    page_.paragraph("Nothing stops it. The answer that leaves least of the gain:", inner);
    tell_steps(f.steps, "then ");
    if (f.escape.empty()) return page_.item("-", "There " + still_better(s, f) + ".", inner);
    page_.item("-", "There " + no_better(s, f.end) + ", but there is a way out:", inner);
    tell_steps(f.escape, "then ");
    page_.item("-", escaped(s, f.escape.back().to), inner);
  }

  /// Why there is no best answer to tell.
  std::string idle(const Story& s, const Shortfall& f) const {
    if (f.answers) return "no answer of the others makes it a smaller gain.";
    return std::string("nobody else has a step to take from there") +
           (answer_steps(s.seen) == Steps::improving ? " that would be a gain." : ".");
  }

  std::string place(PartyId i, StateId s) const {
    const Ranks& r = analysis_.ranks()[index(i)];
    return "number " + grouped(std::uint64_t{classes(r)} - r[s]);
  }

  /// "Japan is still better off than at the status quo [...]: counted from what Japan likes best, that is
  /// number 12 of 40, the status quo number 15".
  std::string still_better(const Story& s, const Shortfall& f) const {
    const PartyId i = f.nearest;
    const std::string who = alone(s) ? voice_.name(i) + " " + voice_.verb(i, "is", "are") : "each of them is";
    return who + " still better off than " + here(s) + grounds(i, s.at, f.end) + ": counted from what " +
           voice_.name(i) + " " + voice_.verb(i, "likes", "like") + " best, that is " + place(i, f.end) +
           " of " + grouped(classes(analysis_.ranks()[index(i)])) + ", " +
           (s.at == analysis_.status_quo() ? "the status quo " : named(s.at) + " ") + place(i, s.at);
  }

  std::string escaped(const Story& s, StateId end) const {
    std::vector<std::string> all;
    for (PartyId i : s.who)
      all.push_back(voice_.name(i) + " " + voice_.verb(i, "is", "are") + " better off than " + here(s) +
                    grounds(i, s.at, end));
    return "There " + listed(all) + ".";
  }

  const Analysis& analysis_;
  Voice voice_;
  Sheet page_;
  const WhyAsked& asked_;
};

}  // namespace

std::string why_text(const Analysis& analysis, const Face& face, const WhyAsked& asked,
                     const std::vector<Story>& stories) {
  return Teller(analysis, face, asked)(stories);
}

}  // namespace entente
