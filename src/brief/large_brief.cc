// The brief of a case that was looked at in part only: what could be decided about it, and what not.
#include "brief/answers.h"
#include "brief/brief_sections.h"
#include "brief/large_text.h"
#include "brief/large_words.h"
#include "brief/patterns_text.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

struct LargeTelling {
  const PartialAnalysis& analysis;
  const Voice& voice;
  Sheet& page;
  bool in_full = false;
};

/// "stable for Japan and Russia, not stable for China, not decided for India"
std::string verdict_words(const LargeTelling& t, Concept c) {
  const std::pair<Verdict, const char*> kinds[] = {{Verdict::stable, "stable for "},
                                                   {Verdict::unstable, "not stable for "},
                                                   {Verdict::undecided, "not decided for "}};
  std::string text;
  for (const auto& [kind, words] : kinds) {
    std::vector<PartyId> parties;
    for (PartyId i : t.analysis.model().party_ids())
      if (t.analysis.verdict(c, i, t.analysis.status_quo()) == kind) parties.push_back(i);
    if (!parties.empty()) text += (text.empty() ? "" : ", ") + (words + t.voice.names(parties));
  }
  return text;
}

void tell_present(const LargeTelling& t) {
  t.page.heading("Whether the present lasts");
  for (const Concept c : concepts)
    t.page.item("-", capitalised(full_name(c)) + ": " + verdict_words(t, c) + ".");
  t.page.paragraph("Under " + full_name(Concept::seq) + " it lasts where " + explained(Concept::seq) + ":");
  for (const PartyId i : t.analysis.model().party_ids())
    tell_departed(t.page, t.analysis, t.voice, Concept::seq, i, t.analysis.status_quo());
}

void tell_way_to(const LargeTelling& t, const std::string& target, const PartialAnalysis::Selection& to,
                 const std::optional<Date>& deadline) {
  const WayFound found = t.analysis.way({.to = to});
  if (!found.decided) return t.page.paragraph("No way to " + target + " was found within the budget.");
  if (!found.way) return t.page.paragraph("No sequence of moves leads to " + target + ".");
  tell_way(t.page, t.analysis, t.voice, target, *found.way, deadline);
}

void tell_way_to_settlement(const LargeTelling& t) {
  if (const auto& agreement = t.analysis.model().agreement)
    tell_way_to(t, "a settlement", {.only = {}, .where = agreement->when},
                agreement->by ? std::optional(agreement->by->last) : std::nullopt);
}

/// Of the concepts that were decided for all parties the one that asks for most foresight about answers.
std::optional<Concept> decided(const LargeTelling& t) {
  for (const Concept c : {Concept::seq, Concept::smr, Concept::gmr, Concept::nash})
    if (t.analysis.equilibria(c).decided()) return c;
  return std::nullopt;
}

void tell_rest(const LargeTelling& t) {
  t.page.heading("Where it could rest");
  const Tally tally = t.analysis.equilibria(Concept::seq);
  t.page.paragraph(tally_words(tally) + (tally.most == 1 ? " situation is" : " situations are") +
                   " stable for all under " + full_name(Concept::seq) + ".");
  const std::optional<Concept> c = decided(t);
  if (!c) return;
  const PartialAnalysis::Selection equilibria{c, {}};
  const Tally shown = t.analysis.equilibria(*c);
  if (shown.most == 0) return;
  t.page.paragraph("As patterns, those under " + full_name(*c) + ":");
  show_patterns(t.page, t.voice, t.analysis.patterns(equilibria, t.in_full ? 50 : 3), shown.least);
  tell_way_to(t, "one of them", equilibria, {});
}

std::string size_words(const PartialAnalysis& analysis) {
  const std::string possible = grouped_count(analysis.situations()) +
                               (analysis.situations() == 1 ? " situation is" : " situations are") +
                               " possible";
  if (analysis.listed())
    return possible + ". The analysis was ended before it was done: this is what was known by then.";
  return possible + ", too many to look at one by one: they are looked at together, in decision diagrams.";
}

void tell_left_out(const LargeTelling& t) {
  t.page.gap();
  if (t.analysis.listed())
    return t.page.paragraph("Not analysed by then: coalitions, and whether settlements hold.");
  t.page.paragraph(
      "Not analysed, since situations were not looked at one by one: coalitions, and whether settlements "
      "hold. 'entente outlook' tells where gains lead step by step.");
}

}  // namespace

std::string large_brief_text(const PartialAnalysis& analysis, const Face& face, bool in_full) {
  const Voice voice(analysis.model());
  Sheet page(face);
  const LargeTelling t{analysis, voice, page, in_full};
  page.heading(brief_title(analysis.model()));
  page.paragraph(choices_words(voice) + "; " + size_words(analysis));
  tell_standing(page, voice, analysis.layout(), analysis.status_quo());
  tell_present(t);
  tell_large_settlement(page, voice, analysis.settlement({}), in_full);
  tell_way_to_settlement(t);
  tell_rest(t);
  tell_evidence(page, voice, in_full, [] {});
  tell_left_out(t);
  return page.text() + undecided_words(analysis);
}

std::string large_why_text(const PartialAnalysis& analysis, Word at, const std::vector<PartyId>& parties,
                           Concept seen, const Face& face) {
  const Voice voice(analysis.model());
  Sheet page(face);
  page.paragraph(at == analysis.status_quo() ? "The status quo. " + situation(voice, analysis.layout(), at)
                                             : "Situation " + grouped_count(analysis.number(at)) + ".");
  page.gap();
  page.paragraph("Under " + full_name(seen) + " it is stable where " + explained(seen) + ":");
  for (const PartyId i : parties) tell_departed(page, analysis, voice, seen, i, at);
  return page.text() + undecided_words(analysis);
}

}  // namespace entente
