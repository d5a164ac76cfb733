// How firm the conclusions of the brief are, and on which assumption each hangs.
#include <algorithm>

#include "brief/brief_sections.h"
#include "brief/robust_report.h"
#include "words/change_words.h"
#include "words/conclusion_words.h"
#include "words/english.h"

namespace entente {
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
                                                       " assumptions, of which this is the weakest: ";
  t.page.item("-", conclusion_words(v, conclusion) + " " + hangs + assumption_words(t.voice, a) + " " +
                       cited(v.model(), a.grounds, citing(t)) + ".");
}

}  // namespace

void tell_rests(const Telling& t) {
  if (t.view.states() == nullptr || !t.view.whole()) return;  // they are those of a whole answer
  if (!t.rests) {
    t.page.paragraph(
        "On which assumption each conclusion hangs, and how firm that makes it: 'entente robust' tells, by "
        "changing each in turn.");
    return;
  }
  t.page.paragraph(
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
  t.page.item("-",
              "No single assumption carries " + std::string(free.size() == 1 ? "this:" : "these:") + text);
}

}  // namespace entente
