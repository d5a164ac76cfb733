// Conclusions of the case as written, each with what it hangs on and the switches of that.
#include "page/carriers.h"

#include <algorithm>

#include "brief/difference_words.h"
#include "page/part.h"
#include "page/switch_button.h"
#include "words/change_words.h"
#include "words/citation.h"
#include "words/conclusion_words.h"
#include "words/english.h"

namespace entente {
namespace {

using Kind = Conclusion::Kind;

class Carrying {
 public:
  Carrying(const PageTelling& t, Markup& out) : t_(t), out_(out) {}

  void conclusion(std::size_t c) {
    const Conclusion& found = t_.plain.found[c];
    out_.open("div", {{"class", "card"}, {"id", anchor("conclusion", found.id)}});
    out_.element("p", sentence_of(t_.plain, found), {{"data-conclusion", found.id}});
    if (t_.robustness) carriers(c);
    out_.close();
  }

 private:
  /// Of the many that tell of one concept or one situation each folds its own.
  bool is_folded(std::size_t c) const {
    return t_.plain.found[c].kind == Kind::stability || t_.plain.found[c].kind == Kind::equilibrium;
  }

  void carriers(std::size_t c) {
    const std::vector<std::size_t>& all = t_.robustness->carriers[c];
    if (all.empty()) {
      out_.element("p", "No single assumption carries it.", {{"class", "quiet"}});
      return;
    }
    const std::optional<Firmness> firm = weakest(t_.assumptions, all);
    const std::string words =
        "Firmness: " + (firm ? firmness_words(*firm) : "") + "; it hangs on " +
        (all.size() == 1 ? "one assumption" : "each of " + counted(all.size(), "assumption"));
    if (is_folded(c))
      out_.open("details", {{"id", anchor("hangs", t_.plain.found[c].id)}}).element("summary", words);
    else
      out_.element("p", words + ":", {{"class", "quiet"}});
    out_.open("ul");
    for (const std::size_t a : all) carrier(c, a);
    out_.close();
    if (is_folded(c)) out_.close();
  }

  void carrier(std::size_t c, std::size_t a) {
    const Assumption& assumption = t_.assumptions[a];
    const std::string words = assumption_words(t_.plain_voice, assumption);
    out_.open("li", {{"data-assumption", assumption.id}});
    out_.element("a", words, {{"href", "#" + anchor("assumption", place(assumption))}});
    out_.prose(" " + cited(t_.plain.analysis.model(), assumption.grounds, Citing::linked) + ". ");
    if (!t_.plain.analysis.model().redacted) without(c, a, words);
    out_.close();
  }

  /// A demand stands with its statement.
  static std::string place(const Assumption& a) {
    std::string id = a.id;
    if (a.kind == Assumption::Kind::demand) id.replace(id.find("/demand/"), 8, "/statement/");
    return id;
  }

  void without(std::size_t c, std::size_t a, const std::string& words) {
    for (const Effect& e : t_.robustness->singles) {
      const Change& change = e.changes.front();
      if (change.assumption != a || !change.takes_away()) continue;
      for (const Flip& f : e.flips) {
        if (f.conclusion != c) continue;
        out_.prose(were_it_otherwise(t_.plain.analysis.model(), t_.assumptions[a], change.kind) +
                   (f.sentence.empty() ? "this is no longer so." : f.sentence));
        out_.open("div", {{"class", "switches needs-script"}, {"role", "group"}, {"aria-label", words}});
        put_switch(out_, t_, change);
        out_.close();
        return;
      }
    }
  }

  const PageTelling& t_;
  Markup& out_;
};

/// There may be hundreds of thousands of situations that could last.
constexpr std::size_t most_cards = 1000;

}  // namespace

std::size_t carried_by(const PageTelling& t, const std::vector<std::size_t>& conclusions) {
  std::vector<std::size_t> all;
  for (const std::size_t c : conclusions)
    all.insert(all.end(), t.robustness->carriers[c].begin(), t.robustness->carriers[c].end());
  std::sort(all.begin(), all.end());
  return static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin());
}

namespace {

std::string title(const PageTelling& t, const std::vector<std::size_t>& conclusions) {
  if (!t.robustness) return "What is concluded, one by one";
  const std::size_t carry = carried_by(t, conclusions);
  return "What this hangs on, with its switches: " +
         (carry == 0 ? "no single assumption" : counted(carry, "assumption"));
}

}  // namespace

void put_carriers(Markup& out, const PageTelling& t, const std::string& part,
                  const std::vector<Conclusion::Kind>& kinds) {
  if (t.in_use()) return;
  std::vector<std::size_t> all;
  for (std::size_t c = 0; c < t.plain.found.size(); ++c)
    if (std::find(kinds.begin(), kinds.end(), t.plain.found[c].kind) != kinds.end()) all.push_back(c);
  if (all.empty()) return;
  const std::size_t left = all.size() > most_cards ? all.size() - most_cards : 0;
  out.open("div", {{"class", "stays"}});
  open_fold(out, "hangs-" + part, title(t, all));
  Carrying carrying(t, out);
  for (std::size_t k = 0; k < all.size() - left; ++k) carrying.conclusion(all[k]);
  if (left > 0) out.paragraph("And " + grouped(left) + " more.");
  out.close().close();
}

}  // namespace entente
