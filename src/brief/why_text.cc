// Why a state is stable, or is not: the stories behind verdicts in sentences.
#include "brief/answers.h"
#include "states/rank.h"
#include "view/story.h"
#include "words/citation.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/situation.h"
#include "words/undecided_words.h"

namespace entente {
namespace {

constexpr unsigned inner = 5;  // columns that what belongs to an improvement is indented

class Teller {
 public:
  Teller(const View& view, const Face& face, const WhyAsked& asked)
      : view_(view), voice_(view.model()), page_(face), asked_(asked) {}

  std::string operator()(const std::vector<Coalition>& whose) {
    head();
    for (const Coalition& who : whose)
      if (const std::optional<StorySeen> s = view_.story(who, asked_.at, asked_.seen, asked_.in_full))
        tell(*s);
      else
        tell_unknown(who);
    return page_.text() + undecided_words(view_);
  }

 private:
  void head() {
    const Word now = view_.status_quo();
    page_.paragraph(asked_.at == now
                        ? "The status quo, " + named(asked_.at) + ". " +
                              situation(voice_, view_.layout(), now)
                        : capitalised(named(asked_.at)) +
                              ". What differs from the status quo: " + differences(now, asked_.at) + ".");
    if (asked_.others > 0)
      page_.paragraph("The formula holds in " + counted(asked_.others, "other situation") +
                      " too; this is the first.");
    page_.gap();
    page_.paragraph("Under " + full_name(asked_.seen) + " it is stable where " + explained(asked_.seen) +
                    ".");
  }

  std::string differences(Word from, Word to) const {
    std::string text;
    for (const std::string& clause : changes_words(voice_, view_.layout(), from, to))
      text += (text.empty() ? "" : "; ") + clause;
    return text;
  }

  std::string named(Word at) const { return "situation " + grouped(view_.number(at)); }
  std::string here(const StorySeen& s) const {
    return s.at == view_.status_quo() ? "at the status quo" : "in " + named(s.at);
  }
  std::string names(const StorySeen& s) const { return voice_.names(s.who); }
  bool alone(const StorySeen& s) const { return s.who.size() == 1; }
  std::string verb(const StorySeen& s, const char* one, const char* many) const {
    return alone(s) ? voice_.verb(s.who.front(), one, many) : many;
  }

  /// The grounds of the statement that decides how a party sees two states, behind a blank; empty where none
  /// decides.
  std::string grounds(PartyId party, Word a, Word b) const {
    const Model& model = view_.model();
    const std::optional<std::size_t> n = decisive(model, view_.layout(), party, a, b);
    if (!n) return {};
    return " " + cited(model, model[party].preferences[*n].grounds,
                       asked_.in_full ? Citing::full : Citing::paragraphs);
  }

  /// How a party sees two states: negative where it likes `a` less.
  int compared(PartyId i, Word a, Word b) const {
    return compare(view_.model(), i, view_.layout(), a, b, view_.model().day());
  }

  /// What is known where the story is not: of one party the verdict.
  void tell_unknown(const Coalition& who) {
    page_.gap();
    const Verdict verdict =
        who.size() == 1 ? view_.verdict(asked_.seen, who.front(), asked_.at) : Verdict::undecided;
    page_.subheading(capitalised(voice_.names(who)) + (verdict == Verdict::stable     ? ": stable"
                                                       : verdict == Verdict::unstable ? ": not stable"
                                                                                      : ": not decided"));
    page_.paragraph("Why was not found out.");
  }

  void tell(const StorySeen& s) {
    page_.gap();
    const bool stable = s.verdict == Verdict::stable;
    page_.subheading(capitalised(names(s)) + (stable                           ? ": stable"
                                              : s.verdict == Verdict::unstable ? ": not stable"
                                                                               : ": not decided"));
    if (s.improvements && *s.improvements == 0) {
      page_.paragraph(alone(s)
                          ? capitalised(names(s)) + " " + verb(s, "has", "have") +
                                " nothing to gain there by moving alone."
                          : "Nothing that they could bring about there would be a gain for each of them.");
      return;
    }
    if (stable) page_.paragraph(capitalised(names(s)) + " would gain, but the answer deters:");
    for (std::size_t k = 0; k < s.told.size(); ++k) tell(s, s.told[k], std::to_string(k + 1) + ".");
    tell_others(s);
  }

  void tell_others(const StorySeen& s) {
    if (!s.improvements || *s.improvements <= s.told.size()) return;
    const Count others = *s.improvements - s.told.size();
    if (s.told.empty() && s.verdict != Verdict::stable)
      return page_.paragraph(capitalised(names(s)) + " " + verb(s, "has", "have") + " " +
                             counted(others, "improvement") +
                             " there; which of them an answer stops was not found out.");
    const std::string more = counted(others, "other improvement");
    const bool all = view_.states() != nullptr;  // --all tells them
    if (s.verdict == Verdict::stable)
      return page_.paragraph(
          capitalised(more) + (others == 1 ? " is" : " are") + " deterred as well" +
          (all ? std::string(" (--all tells ") + (others == 1 ? "it" : "them") + ")." : "."));
    page_.paragraph(capitalised(names(s)) + " " + verb(s, "has", "have") + " " + more + " there" +
                    (all ? "; --all tells which of them an answer stops." : "."));
  }

  void tell(const StorySeen& s, const ImprovementSeen& t, const std::string& mark) {
    page_.item(mark, wish(s, t));
    if (t.steps.size() > 1) tell_steps(t.steps, "");
    if (t.deterred)
      tell_answer(s, t);
    else
      tell_shortfall(s, t);
  }

  /// "Japan would rather ease its sanctions (situation 9) and gains by it [assumed]."
  std::string wish(const StorySeen& s, const ImprovementSeen& t) const {
    std::string gains;
    for (PartyId i : s.who) {
      const std::string gain = voice_.name(i) + " " + voice_.verb(i, "gains", "gain");
      gains += (gains.empty() ? "" : ", ") + gain + grounds(i, s.at, t.to);
    }
    if (t.steps.size() > 1)
      return capitalised(names(s)) + " could together bring about " + named(t.to) + ": " + gains +
             ". They would do it like this:";
    const WordStep& step = t.steps.front();
    return capitalised(voice_.would(changes(step), "would rather ")) + " (" + named(t.to) + "): " + gains +
           ".";
  }

  std::vector<Course> changes(const WordStep& step) const {
    return voice_.changes(step.party, view_.layout(), step.from, step.to);
  }

  void tell_steps(const std::vector<WordStep>& steps, const char* then) {
    for (const WordStep& step : steps)
      page_.item("-",
                 capitalised(voice_.would(changes(step), std::string("would ") + then)) + " (" +
                     named(step.to) + "): " + effect(step) + ".",
                 inner);
  }

  std::string effect(const WordStep& step) const {
    const int seen = compared(step.party, step.to, step.from);
    const std::string whom = voice_.verb(step.party, "it", "them");
    if (seen == 0) return "neither gain nor loss for " + whom;
    return (seen > 0 ? "a gain for " : "a loss for ") + whom + grounds(step.party, step.from, step.to);
  }

  /// A member that likes a state no better than where the story begins.
  PartyId spoilt(const StorySeen& s, Word end) const {
    for (PartyId i : s.who)
      if (compared(i, end, s.at) <= 0) return i;
    return s.who.front();
  }

  /// "Japan is worse off than at the status quo [stated by Kishida]".
  std::string no_better(const StorySeen& s, Word end) const {
    const PartyId i = spoilt(s, end);
    const std::string is = voice_.name(i) + " " + voice_.verb(i, "is", "are");
    if (end == s.at) return is + " back where " + voice_.verb(i, "it", "they") + " began";
    return is + (compared(i, end, s.at) == 0 ? " as well off as " : " worse off than ") + here(s) +
           grounds(i, s.at, end);
  }

  void tell_answer(const StorySeen& s, const ImprovementSeen& t) {
    if (t.answer.empty())
      return page_.paragraph("What stops it is an answer of the others that was not looked up to its end.",
                             inner);
    page_.paragraph("What stops it:", inner);
    tell_steps(t.answer, "then ");
    const Word end = t.answer.back().to;
    const std::string ways = alone(s) ? voice_.verb(s.who.front(), "it", "they") : "they";
    page_.item("-",
               "There " + no_better(s, end) +
                   (row(s.seen).symmetric
                        ? ", and nothing that " + ways + " could do from there would be a gain after all"
                        : "") +
                   ".",
               inner);
  }

  void tell_shortfall(const StorySeen& s, const ImprovementSeen& t) {
    if (!has_answers(s.seen))
      return page_.paragraph("Nothing stops it: " + full_name(s.seen) + " looks at no answer.", inner);
    if (!t.shortfall) return page_.paragraph("Nothing stops it.", inner);
    const ShortfallSeen& f = *t.shortfall;
    if (f.steps.empty()) return page_.paragraph("Nothing stops it: " + idle(s, f), inner);
    page_.paragraph("Nothing stops it. The answer that leaves least of the gain:", inner);
    tell_steps(f.steps, "then ");
    if (f.escape.empty()) return page_.item("-", "There " + still_better(s, f) + ".", inner);
    page_.item("-", "There " + no_better(s, f.end) + ", but there is a way out:", inner);
    tell_steps(f.escape, "then ");
    page_.item("-", escaped(s, f.escape.back().to), inner);
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
    for (PartyId i : s.who)
      all.push_back(voice_.name(i) + " " + voice_.verb(i, "is", "are") + " better off than " + here(s) +
                    grounds(i, s.at, end));
    return "There " + listed(all) + ".";
  }

  const View& view_;
  Voice voice_;
  Sheet page_;
  const WhyAsked& asked_;
};

}  // namespace

std::string why_text(const View& view, const Face& face, const WhyAsked& asked,
                     const std::vector<Coalition>& whose) {
  return Teller(view, face, asked)(whose);
}

}  // namespace entente
