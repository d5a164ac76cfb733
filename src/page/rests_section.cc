// How much rests on which assumption, and the evidence with what it supports.
#include <algorithm>

#include "page/blocks_html.h"
#include "page/carriers.h"
#include "page/part.h"
#include "page/sections.h"
#include "words/change_words.h"
#include "words/citation.h"
#include "words/english.h"

namespace entente {
namespace {

/// How many assumptions carry what the brief concludes.
std::size_t carry_something(const PageTelling& t) {
  std::vector<std::size_t> all;
  for (std::size_t c = 0; c < t.plain.found.size(); ++c)
    if (const Conclusion::Kind kind = t.plain.found[c].kind;
        kind != Conclusion::Kind::stability && kind != Conclusion::Kind::equilibrium)
      all.push_back(c);
  return carried_by(t, all);
}

std::string resting_words(const PageTelling& t) {
  if (!t.robustness)
    return "On which assumptions each conclusion hangs was not worked out: it would have taken too long.";
  const std::size_t made = static_cast<std::size_t>(
      std::count_if(t.assumptions.begin(), t.assumptions.end(),
                    [&](const Assumption& a) { return is_made(t.plain.analysis.model(), a); }));
  const std::size_t carry = carry_something(t);
  const std::string of = " of " + counted(made, "assumption");
  return carry == 0 ? "None" + of + " carries a conclusion alone."
         : carry == 1
             ? "One" + of + " carries some conclusion, which changes without it."
             : capitalised(in_words(carry)) + of + " carry some conclusion, which changes without them.";
}

class Evidences {
 public:
  Evidences(const PageTelling& t, Markup& out) : t_(t), out_(out), model_(t.plain.analysis.model()) {}

  void tell() {
    out_.paragraph(
        "What the assumptions rest on, in the analyst's own words. Sources are graded as intelligence "
        "services "
        "do: a letter for how reliable the source is (A to F), a figure for how credible what it says is (1 "
        "to 6).");
    for (const Source& s : model_.sources)
      out_.paragraph(described(s) + (s.grade.empty() ? ", not graded." : ", graded " + s.grade + "."));
    out_.open("dl", {{"class", "evidence"}});
    for (std::size_t e = 0; e < model_.evidence.size(); ++e) one(EvidenceId{static_cast<std::uint32_t>(e)});
    out_.close();
  }

 private:
  void one(EvidenceId e) {
    const Evidence& evidence = model_[e];
    const std::string id = anchor("evidence", evidence.id);
    out_.open("div", {{"id", id}, {"data-evidence", evidence.id}});
    out_.element("dt", evidence.id + ": " + sentence(plain(evidence.claim)), {{"class", "claim"}});
    out_.open("dd").prose(how_known(evidence));
    supports(e, &Grounds::evidence, " It supports: ");
    supports(e, &Grounds::doubted_by, " It speaks against: ");
    out_.close().close();
  }

  std::string how_known(const Evidence& e) const {
    std::string text = capitalised(basis_word(e.basis)) + (e.by.empty() ? "" : " by " + plain(e.by));
    if (e.at) text += ", paragraph " + std::to_string(*e.at);
    if (model_.sources.size() > 1) text += " of " + described(model_[e.source]);
    return text + (e.quote.empty() ? "." : ": \u201c" + plain(e.quote) + "\u201d.");
  }

  void supports(EvidenceId e, std::vector<EvidenceId> Grounds::*which, const char* words) {
    bool first = true;
    for (const Assumption& a : t_.assumptions) {
      const std::vector<EvidenceId>& all = a.grounds.*which;
      if (a.kind == Assumption::Kind::demand || std::find(all.begin(), all.end(), e) == all.end()) continue;
      out_.text(first ? words : "; ");
      first = false;
      out_.element("a", assumption_words(t_.plain_voice, a), {{"href", "#" + anchor("assumption", a.id)}});
    }
    if (!first) out_.text(".");
  }

  const PageTelling& t_;
  Markup& out_;
  const Model& model_;
};

}  // namespace

std::optional<Section> rests_section(const PageTelling& t) {
  if (t.in_use()) return Section{"rests", {}, {}};
  Part made{"rests", "What rests on what", resting_words(t)};
  made.more = "Each assumption and each piece of evidence, and what falls with it";
  if (t.robustness)
    made.folded = [&](Markup& out) {
      out.paragraph(
          "Found by changing every assumption in turn and analysing the case again; nothing here is a "
          "probability.");
      put_rests_picture(out, t);
    };
  return part(t, made);
}

std::optional<Section> evidence_section(const PageTelling& t) {
  const Model& model = t.plain.analysis.model();
  if (model.evidence.empty()) return std::nullopt;
  if (t.in_use()) return Section{"evidence", {}, {}};
  const std::size_t pieces = model.evidence.size();
  Part made{"evidence", "The evidence",
            (pieces == 1 ? std::string("One piece") : capitalised(in_words(pieces)) + " pieces") +
                " of evidence, from " + counted(model.sources.size(), "source") + "."};
  made.more = "Each piece, and what it supports";
  made.folded = [&](Markup& out) { Evidences(t, out).tell(); };
  return part(t, made);
}

}  // namespace entente
