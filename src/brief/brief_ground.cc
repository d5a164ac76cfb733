// What the brief rests on and how firm its conclusions are, what was not analysed, and what was left out of
// its lists.
#include <algorithm>
#include <array>

#include "brief/brief_sections.h"
#include "brief/robust.h"
#include "view/state_ids.h"
#include "words/change_words.h"
#include "words/citation.h"
#include "words/conclusion_words.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/history_words.h"
#include "words/undecided_words.h"

namespace entente {
namespace {

/// Something that the case assumes about wishes, courses and rules, with its grounds.
struct Grounded {
  std::string what;
  const Grounds* grounds;
  bool definition = false;  // it needs no evidence
};

/// A label and, behind it, what it stands for: "both keep their word, that is, Japan signs and ..."
std::string with_words(const std::string& label, const std::string& words) {
  return label + ", that is, " + words;
}

/// "Japan prefers: "; of what is as important as the line before it "Japan prefers, as much as that: ".
std::string wanting(const Voice& voice, PartyId i, const Preference& p, bool equal) {
  return capitalised(voice.name(i)) + " " +
         (p.demand ? voice.verb(i, "insists", "insist") : voice.verb(i, "prefers", "prefer")) +
         (equal && p.demand ? ", and wants it as much as that: "
          : equal           ? ", as much as that: "
                            : ": ");
}

std::string wanted(const Voice& voice, PartyId i, const Preference& p) {
  const std::string told = demanded(voice, i, p);
  return p.label.empty() ? told : with_words(told, demanded_in_full(voice, i, p));
}

std::string ruled_with_words(const Voice& voice, const Rule& rule) {
  const std::string told = ruled(voice, rule);
  return rule.label.empty() ? told : with_words(told, ruled_in_full(voice, rule));
}

std::vector<Grounded> grounds(const Voice& voice) {
  const Model& model = voice.model();
  std::vector<Grounded> all;
  for (PartyId i : model.party_ids())
    for (const EqualStatements& equal : model[i].by_importance(model.day()))
      for (const std::size_t n : equal) {
        const Preference& p = model[i].preferences[n];
        all.push_back({wanting(voice, i, p, n != equal[0]) + wanted(voice, i, p), &p.grounds});
      }
  for (const Assumption& a : assumptions(model))
    if (a.kind == Assumption::Kind::order)
      all.push_back({assumption_words(voice, a), &model[*a.party].ranking_grounds});
  for (const Option& o : model.options)
    if (o.moves.kind != Moves::Kind::free || o.when)
      all.push_back(
          {capitalised(voice.name(o.mover)) + " cannot change \"" + plain(o.name) + "\" freely", &o.grounds});
  for (const PartyId i : model.party_ids())
    for (const ListedMove& m : model[i].moves)
      all.push_back({(model[i].moves.size() == 1 ? "The only moves of " : "Among the only moves of ") +
                         voice.name(i) + ": " + from_to(voice, m),
                     &m.grounds});
  for (const Rule& r : model.rules)
    all.push_back({std::string(r.definition ? "By definition: "
                               : r.forbid   ? "Ruled out: "
                                            : "Required: ") +
                       (r.definition && r.forbid ? "never this: " : "") + ruled_with_words(voice, r),
                   &r.grounds, r.definition});
  return all;
}

/// How something is known, in words.
std::string known_words(Basis basis) {
  switch (basis) {
    case Basis::stated: return "stated in a source";
    case Basis::reported: return "reported there";
    case Basis::inferred: return "inferred from one";
    default: return "cited";
  }
}

/// How many assumptions there are, and how they are known: a demand is one besides the wish.
std::string tally(const Model& model) {
  std::vector<Assumption> all = assumptions(model);
  std::erase_if(all, [&](const Assumption& a) { return !is_made(model, a); });
  std::array<std::uint64_t, 4> by_basis = {};
  std::uint64_t own = 0;
  std::uint64_t doubted = 0;
  for (const Assumption& a : all) {
    a.grounds.evidence.empty() ? ++own : ++by_basis.at(static_cast<std::size_t>(basis(model, a.grounds)));
    if (!a.grounds.doubted_by.empty()) ++doubted;
  }
  std::vector<std::string> parts;
  for (Basis b : {Basis::stated, Basis::reported, Basis::inferred, Basis::none})
    if (const std::uint64_t n = by_basis.at(static_cast<std::size_t>(b)); n > 0)
      parts.push_back(in_words(n) + (!parts.empty() ? " " : n == 1 ? " is " : " are ") + known_words(b));
  if (own > 0)
    parts.push_back(in_words(own) +
                    (!parts.empty() ? ""
                     : own == 1     ? " is"
                                    : " are") +
                    " assumed without evidence");
  return "Of " + counted(all.size(), "assumption") + " " + listed(parts) +
         (doubted > 0 ? "; evidence in the case speaks against " + in_words(doubted) : "") + ".";
}

/// What nobody has confirmed yet, wishes and events alike; nothing where all is confirmed.
std::string drafts_words(const Model& model) {
  const std::size_t drafts = number_of_drafts(model);
  if (drafts == 0) return {};
  return drafts == 1
             ? "One entry of the case is a draft: it was proposed, and nobody has confirmed it yet."
             : capitalised(in_words(drafts)) +
                   " entries of the case are drafts: they were proposed, and nobody has confirmed them yet.";
}

void list_in_full(Sheet& sheet, const Model& model, const std::vector<Grounded>& all) {
  for (const Grounded& a : all) {
    const std::string why = plain(a.grounds->why);
    const std::string citation =
        a.definition && a.grounds->evidence.empty() ? "" : " " + cited(model, *a.grounds);
    sheet.item("-", a.what + (why.empty() ? "" : " (" + why + ")") + citation + ".");
  }
}

std::string equilibria_words(const Telling& t) {
  const Set all = t.view.stable_for_all(Concept::seq);
  const Tally tally = equilibria_once(t.view, Concept::seq);
  const std::string what = " nobody has a gain to take that an answer would not take back";
  if (!all) return "In " + tally_words(tally) + " situations" + what + ".";
  if (all->empty()) return "There is no situation in which" + what + ".";
  std::string text = "In " + counted(counted_once(t.view, all, ClassCounts::whole), "situation") + what;
  const SettlementSeen* s = t.view.settlement();
  if (const Set settled = s == nullptr ? nullptr : t.view.both(all, s->agreement);
      settled && !settled->empty()) {
    const Count n = counted_once(t.view, settled, ClassCounts::whole);
    text += "; " + none_or(n) + (n == 1 ? " is a settlement" : " are settlements");
  }
  if (const auto& unreachable = t.view.outlook(Concept::seq).unreachable; unreachable && *unreachable > 0)
    text += "; no path leads to " + in_words(*unreachable);
  return text + (t.linked ? "; \"The situations that matter\" has them." : ". 'entente outlook' lists them.");
}

/// What an answer about this view does not have.
std::vector<std::string> not_analysed(const Telling& t) {
  std::vector<std::string> all;
  const CoalitionsSeen* coalitions = t.view.coalitions();
  if (coalitions == nullptr && t.view.model().parties.size() > 1)
    all.emplace_back("what two or more could do together");
  else if (coalitions != nullptr && !all_coalitions(*coalitions))
    all.emplace_back("what every coalition could do");
  if (t.view.states() == nullptr && !t.view.model().events.empty()) all.emplace_back("how the past fits");
  if (!t.view.model().agreement) all.emplace_back("settlements (the case names no agreement)");
  return all;
}

}  // namespace

namespace {

/// How the past fits, in sentences; none without a past.
std::vector<std::string> past_words(const Telling& t) {
  if (t.view.model().events.empty() || t.view.states() == nullptr) return {};
  return past_fits(t.voice, t.view.layout(), history(t.view.model(), *t.view.states()));
}

}  // namespace

void tell_past(const Telling& t) {
  if (!t.in_full) return;  // then it is told with what all rests on
  const std::vector<std::string> lines = past_words(t);
  if (lines.empty()) return;
  t.sheet.heading("How the past fits");
  for (const std::string& line : lines) t.sheet.paragraph(line);
}

void tell_evidence(const Telling& t) {
  const Model& model = t.view.model();
  const std::vector<Grounded> all = grounds(t.voice);
  if (all.empty()) return;
  t.sheet.heading("What this rests on");
  t.sheet.paragraph(tally(model));
  t.sheet.paragraph(drafts_words(model));
  if (!t.in_full)
    if (const std::vector<std::string> past = past_words(t); !past.empty()) t.sheet.paragraph(past.front());
  for (const Source& s : model.sources)
    if (std::any_of(model.evidence.begin(), model.evidence.end(),
                    [&](const Evidence& e) { return &model[e.source] == &s; }))
      t.sheet.item("-",
                   described(s) + (s.grade.empty() || !t.in_full ? "" : " (graded " + s.grade + ")") + ".");
  tell_rests(t);
  if (t.in_full) list_in_full(t.sheet, model, all);
}

void tell_left_out(const Telling& t) {
  const std::vector<std::string> left = not_analysed(t);
  if (t.in_full || !left.empty()) t.sheet.gap();
  if (!left.empty()) t.sheet.paragraph("Not analysed: " + listed(left) + ".");
  if (t.in_full) t.sheet.paragraph(equilibria_words(t));
}

namespace {

/// The conclusions that the brief gives a line of its own, in this order.
constexpr Conclusion::Kind of_weight[] = {Conclusion::Kind::resting, Conclusion::Kind::zone,
                                          Conclusion::Kind::division, Conclusion::Kind::holding,
                                          Conclusion::Kind::concessions};

std::optional<std::size_t> find(const Variants& variants, Conclusion::Kind kind) {
  const std::vector<Conclusion>& all = variants.plain().found;
  const auto it = std::find_if(all.begin(), all.end(), [&](const Conclusion& c) { return c.kind == kind; });
  return it == all.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - all.begin()));
}

/// The weakest of the assumptions that carry a conclusion, the first of equals.
const Assumption& weakest_carrier(const Variants& variants, const std::vector<std::size_t>& carriers) {
  const std::vector<Assumption>& all = variants.assumptions();
  return all[*std::min_element(carriers.begin(), carriers.end(), [&](std::size_t a, std::size_t b) {
    return all[a].firmness < all[b].firmness;
  })];
}

void tell_one(const Telling& t, std::size_t conclusion) {
  const Variants& v = t.rests->variants;
  const std::vector<std::size_t>& carriers = t.rests->robustness.carriers[conclusion];
  const Assumption& a = weakest_carrier(v, carriers);
  const std::string hangs = carriers.size() == 1 ? "It hangs on this assumption: "
                                                 : "It hangs on each of " + in_words(carriers.size()) +
                                                       " assumptions, none of them weaker than this: ";
  t.sheet.item("-", conclusion_words(v, conclusion) + " " + hangs + assumption_words(t.voice, a) + " " +
                        cited(v.model(), a.grounds, citing(t)) + ".");
}

}  // namespace

void tell_rests(const Telling& t) {
  if (t.view.states() == nullptr || !t.view.whole()) return;  // they are those of a whole answer
  if (!t.rests) {
    t.sheet.paragraph(
        "On which assumption each conclusion hangs: 'entente robust' tells, by changing each in turn.");
    return;
  }
  t.sheet.paragraph(
      "How firm the conclusions are, by what changes them when it is dropped or counts for less:");
  std::vector<std::string> free;
  for (const Conclusion::Kind kind : of_weight) {
    const std::optional<std::size_t> c = find(t.rests->variants, kind);
    if (!c) continue;
    if (t.rests->robustness.carriers[*c].empty())
      free.push_back(conclusion_words(t.rests->variants, *c));
    else
      tell_one(t, *c);
  }
  if (free.empty()) return;
  std::string text;
  for (const std::string& sentence : free) text += " " + sentence;
  t.sheet.item("-",
               "No single assumption carries " + std::string(free.size() == 1 ? "this:" : "these:") + text);
}

}  // namespace entente
