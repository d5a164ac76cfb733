// What the brief rests on, what was not analysed, and what was left out of its lists.
#include <array>

#include "brief/brief_sections.h"
#include "words/citation.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/history_words.h"

namespace entente {
namespace {

/// Something that the case assumes about wishes, courses and rules, with its grounds.
struct Grounded {
  std::string what;
  const Grounds* grounds;
};

std::vector<Grounded> grounds(const Voice& voice) {
  const Model& model = voice.model();
  std::vector<Grounded> all;
  for (PartyId i : model.party_ids())
    for (const Preference& p : model[i].preferences)
      if (p.in_force(model.day()))
        all.push_back(
            {capitalised(voice.name(i)) + (p.demand ? " insists: " : " prefers: ") + demanded(voice, p),
             &p.grounds});
  for (const Option& o : model.options)
    if (o.moves.kind != Moves::Kind::free || o.when)
      all.push_back(
          {capitalised(voice.name(o.party)) + " cannot change \"" + plain(o.name) + "\" freely", &o.grounds});
  for (const Rule& r : model.rules)
    all.push_back({std::string(r.forbid ? "Ruled out: " : "Required: ") + "\"" + r.text + "\"", &r.grounds});
  return all;
}

std::string tally(const Model& model, const std::vector<Grounded>& all) {
  std::array<std::uint64_t, 4> by_basis = {};
  std::uint64_t own = 0;
  std::uint64_t doubted = 0;
  for (const Grounded& a : all) {
    a.grounds->evidence.empty() ? ++own : ++by_basis.at(static_cast<std::size_t>(basis(model, *a.grounds)));
    if (!a.grounds->doubted_by.empty()) ++doubted;
  }
  std::vector<std::string> parts;
  for (Basis b : {Basis::stated, Basis::reported, Basis::inferred, Basis::none})
    if (const std::uint64_t n = by_basis.at(static_cast<std::size_t>(b)); n > 0)
      parts.push_back(in_words(n) + " " + basis_word(b));
  if (own > 0) parts.push_back(in_words(own) + " assumed by the analyst without evidence");
  std::string text = "Of " + counted(all.size(), "assumption") +
                     " about wishes, courses and rules, by the best evidence for each: " + listed(parts) +
                     ".";
  if (doubted > 0) text += " Against " + in_words(doubted) + " of them the case itself cites evidence.";
  return text;
}

void list_in_full(Sheet& page, const Model& model, const std::vector<Grounded>& all) {
  for (const Grounded& a : all) {
    const std::string why = plain(a.grounds->why);
    page.item("-", a.what + (why.empty() ? "" : " (" + why + ")") + " " + cited(model, *a.grounds) + ".");
  }
}

bool all_coalitions(const CoalitionFacts& facts) {
  bool all = facts.now.complete && (!facts.rest || facts.rest->complete);
  for (const std::vector<JointGains>& of_way : facts.settlements)
    for (const JointGains& gains : of_way) all = all && gains.complete;
  return all;
}

/// The equilibria that the brief has described: the places of rest and the settlements it recommends.
StateSet told_of(const Telling& t) {
  StateSet told = t.analysis.outlook(Concept::seq).resting;
  if (t.brief.way) told |= t.brief.way->target;
  for (const Holding& h : t.brief.holding) told |= h.recommended;
  return told & t.analysis.verdicts(Concept::seq).equilibria;
}

std::string equilibria_words(const Telling& t) {
  const StateSet& all = t.analysis.verdicts(Concept::seq).equilibria;
  const std::uint64_t n = all.count();
  const std::string what = " no party has a step to take that is a gain and that no answer takes away";
  if (n == 0) return "There is no situation in which" + what + ".";
  std::string text = "In " + counted(n, "situation") + what;
  if (const std::uint64_t k = told_of(t).count(); k > 0)
    text += "; " + in_words(k) + (k == 1 ? " is" : " are") + " described above";
  if (const std::uint64_t k = (all & t.analysis.settlement().agreement).count(); k > 0)
    text += "; " + in_words(k) + (k == 1 ? " is a settlement" : " are settlements");
  const std::size_t unreachable = t.analysis.outlook(Concept::seq).unreachable;
  if (unreachable > 0) text += "; no path leads to " + in_words(unreachable);
  return text + ". 'entente outlook' lists them.";
}

}  // namespace

void tell_past(const Telling& t) {
  if (t.analysis.model().events.empty()) return;
  const History past = history(t.analysis.model(), t.analysis.states());
  const std::vector<std::string> lines = past_fits(t.voice, t.analysis.states().layout(), past);
  if (lines.empty()) return;
  t.page.heading("How the past fits");
  for (const std::string& line : lines) t.page.paragraph(line);
}

void tell_evidence(Sheet& page, const Voice& voice, bool in_full, const std::function<void()>& rests) {
  const Model& model = voice.model();
  const std::vector<Grounded> all = grounds(voice);
  if (all.empty()) return;
  page.heading("What this rests on");
  page.paragraph(tally(model, all));
  for (const Source& s : model.sources)
    page.item("-", described(s) + (s.grade.empty() ? "" : " (graded " + s.grade + ")") + ".");
  rests();
  if (in_full) list_in_full(page, model, all);
}

void tell_left_out(const Telling& t) {
  t.page.gap();
  std::vector<std::string> not_analysed;
  if (!all_coalitions(t.brief.coalitions)) not_analysed.emplace_back("what every coalition could do");
  if (!t.analysis.model().agreement) not_analysed.emplace_back("settlements (the case names no agreement)");
  if (!not_analysed.empty()) t.page.paragraph("Not analysed: " + listed(not_analysed) + ".");
  t.page.paragraph(equilibria_words(t));
}

}  // namespace entente
