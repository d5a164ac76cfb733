// What rests on what: each conclusion, how firm it is, what it hangs on and what would become of it; the
// evidence, and what it supports.
#include <algorithm>

#include "brief/difference_words.h"
#include "page/blocks_html.h"
#include "page/sections.h"
#include "words/change_words.h"
#include "words/citation.h"
#include "words/conclusion_words.h"
#include "words/english.h"

namespace entente {
namespace {

class Resting {
 public:
  Resting(const PageTelling& t, Markup& out) : t_(t), out_(out) {}

  void tell() {
    out_.paragraph(t_.robustness ? "Each conclusion of the case as written. What it hangs on was found by "
                                   "changing every assumption in "
                                   "turn and analysing the case again; nothing here is a probability."
                                 : "Each conclusion of the case as written. On which assumptions each hangs "
                                   "is told by the program's "
                                   "verb 'robust'; for this page it would have taken too long.");
    put_rests_picture(out_, t_);
    using Kind = Conclusion::Kind;
    conclusions([](Kind k) { return k != Kind::stability && k != Kind::equilibrium; });
    folded("stability-conclusions", "How each party sees the present, by how far ahead it looks", "",
           [](Kind k) { return k == Kind::stability; });
    folded("equilibrium-conclusions", "Each situation that nobody would leave", "not-printed",
           [](Kind k) { return k == Kind::equilibrium; });
    out_.element("p", "What each single situation that could last hangs on stands on the screen only.",
                 {{"class", "print-only"}});
  }

 private:
  using Asked = bool (*)(Conclusion::Kind);

  void folded(const std::string& id, const std::string& title, const std::string& look, Asked asked) {
    const std::vector<Conclusion>& all = t_.plain.found;
    if (std::none_of(all.begin(), all.end(), [&](const Conclusion& c) { return asked(c.kind); })) return;
    Attributes attributes = {{"id", id}};
    if (!look.empty()) attributes.emplace_back("class", look);
    out_.open("details", attributes).element("summary", title);
    conclusions(asked);
    out_.close();
  }

  /// There may be hundreds of thousands of situations that could last.
  void conclusions(Asked asked) {
    constexpr std::size_t most = 1000;
    std::size_t met = 0;
    for (std::size_t c = 0; c < t_.plain.found.size(); ++c)
      if (asked(t_.plain.found[c].kind) && ++met <= most) conclusion(c);
    if (met > most)
      out_.paragraph("And " + grouped(met - most) + " more, which the program's verb 'outlook' counts.");
  }

  void conclusion(std::size_t c) {
    const Conclusion& found = t_.plain.found[c];
    out_.open("div", {{"class", "card"}, {"id", anchor("conclusion", found.id)}});
    out_.element("p", sentence_of(t_.plain, found), {{"data-conclusion", found.id}});
    if (t_.robustness) carriers(c);
    out_.close();
  }

  void carriers(std::size_t c) {
    const std::vector<std::size_t>& all = t_.robustness->carriers[c];
    if (all.empty()) {
      out_.element("p", "No single assumption carries it.", {{"class", "quiet"}});
      return;
    }
    const std::optional<Firmness> firm = weakest(t_.assumptions, all);
    out_.open("details", {{"id", anchor("hangs", t_.plain.found[c].id)}});
    out_.element("summary",
                 "Firmness: " + (firm ? firmness_words(*firm) : "") + "; it hangs on " +
                     (all.size() == 1 ? "one assumption" : "each of " + counted(all.size(), "assumption")));
    out_.open("ul");
    for (const std::size_t a : all) carrier(c, a);
    out_.close().close();
  }

  void carrier(std::size_t c, std::size_t a) {
    const Assumption& assumption = t_.assumptions[a];
    out_.open("li", {{"data-assumption", assumption.id}});
    out_.element("a", assumption_words(t_.plain_voice, assumption),
                 {{"href", "#" + anchor("assumption", place(assumption))}});
    out_.prose(" " + cited(t_.plain.analysis.model(), assumption.grounds, Citing::linked) + ". ");
    if (!t_.plain.analysis.model().redacted) out_.prose(without(c, a));
    out_.close();
  }

  /// A demand stands with its statement.
  static std::string place(const Assumption& a) {
    std::string id = a.id;
    if (a.kind == Assumption::Kind::demand) id.replace(id.find("/demand/"), 8, "/statement/");
    return id;
  }

  std::string without(std::size_t c, std::size_t a) const {
    const Assumption& assumption = t_.assumptions[a];
    for (const Effect& e : t_.robustness->singles) {
      if (e.changes.front().assumption != a || !e.changes.front().takes_away()) continue;
      for (const Flip& f : e.flips)
        if (f.conclusion == c)
          return were_it_otherwise(t_.plain.analysis.model(), assumption, e.changes.front().kind) +
                 (f.sentence.empty() ? "this is no longer so." : f.sentence);
    }
    return {};
  }

  const PageTelling& t_;
  Markup& out_;
};

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
  return section("rests", "What rests on what", [&](Markup& out) { Resting(t, out).tell(); });
}

std::optional<Section> evidence_section(const PageTelling& t) {
  if (t.plain.analysis.model().evidence.empty()) return std::nullopt;
  if (t.in_use()) return Section{"evidence", {}, {}};
  return section("evidence", "The evidence", [&](Markup& out) { Evidences(t, out).tell(); });
}

}  // namespace entente
