// What each conclusion rests on, for people.
#include <algorithm>
#include <map>
#include <set>

#include "brief/difference_words.h"
#include "brief/outlook_answer.h"
#include "brief/robust.h"
#include "words/change_words.h"
#include "words/citation.h"
#include "words/concept_words.h"
#include "words/conclusion_words.h"
#include "words/english.h"

namespace entente {
namespace {

using Numbers = std::vector<std::size_t>;

class RobustTelling {
 public:
  RobustTelling(const Variants& variants, const Robustness& robustness, Face face)
      : v_(variants), r_(robustness), sheet_(face), voice_(variants.model()) {}

  std::string text(const About& about) {
    if (about.conclusion) return of_conclusion(*about.conclusion);
    if (about.assumption) return of_assumption(*about.assumption);
    sheet_.heading("What each conclusion rests on");
    sheet_.paragraph(method());
    sheet_.paragraph(brackets_words(v_.model()));
    sheet_.gap();
    for (const Numbers& group : groups()) tell_conclusions(group);
    tell_places_of_rest();
    tell_evidence();
    tell_idle();
    tell_invalid();
    tell_concepts(sheet_);
    tell_search();
    return sheet_.text();
  }

 private:
  std::string of_conclusion(std::size_t c) {
    sheet_.heading("What this conclusion rests on");
    tell_conclusions({c});
    tell_search();
    return sheet_.text();
  }

  /// What becomes of the conclusions where one assumption is otherwise, change by change.
  std::string of_assumption(std::size_t a) {
    sheet_.heading("What hangs on this assumption");
    const Assumption& assumption = v_.assumptions()[a];
    sheet_.paragraph(assumption_words(voice_, assumption) + " " +
                     cited(v_.model(), assumption.grounds, Citing::numbers) + ".");
    sheet_.paragraph("Firmness: " + firmness_words(assumption.firmness) + ".", 2);
    sheet_.gap();
    for (const Effect& e : r_.singles) {
      if (e.changes.front().assumption != a) continue;
      const std::string if_so = "If " + changes_words(voice_, v_.assumptions(), e.changes);
      sheet_.item("-", e.known && e.fault.empty() && e.flips.empty() ? if_so + ", no conclusion changes."
                                                                     : if_so + ": " + falls(e));
    }
    return sheet_.text();
  }

  /// Whether every single change was tried, so that what carries a conclusion is known.
  bool carriers_known() const { return r_.searched > 0; }

  std::string method() const {
    const auto& all = v_.assumptions();
    const auto made = static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const Assumption& a) { return is_made(v_.model(), a); }));
    const std::size_t free = all.size() - made;
    const std::string of_what =
        free == 0 ? "" : " or to " + counted(free, "option") + " that may change freely so far";
    const std::string many = capitalised(counted(made, "assumption")) + " and " +
                             counted(v_.changes().size(), "change") + " to them" + of_what + ": ";
    const std::string carries =
        " An assumption carries a conclusion that changes without it, or where it counts for less.";
    if (!carriers_known())
      return many + in_words(tried_alone(r_)) +
             " of the changes were made alone, and the case analysed again, before the work was ended. What "
             "the others would do is not known." +
             carries;
    return many + "each change was made alone, and the case analysed again." + carries +
           " A conclusion is as firm as the weakest assumption that carries it. Firmness is how something is "
           "known, not whether it is meant: what a party says of its own condition may be bluff.";
  }

  bool of_weight(std::size_t c) const { return v_.plain().found[c].kind != Conclusion::Kind::equilibrium; }

  /// Conclusions about one party that say and rest on the same are told together.
  std::vector<Numbers> groups() const {
    std::vector<Numbers> all;
    for (std::size_t c = 0; c < v_.plain().found.size(); ++c) {
      if (!of_weight(c)) continue;
      const auto it = std::find_if(all.begin(), all.end(), [&](const Numbers& g) { return alike(g[0], c); });
      if (it == all.end())
        all.push_back({c});
      else
        it->push_back(c);
    }
    return all;
  }

  bool alike(std::size_t a, std::size_t b) const {
    const Conclusion& x = v_.plain().found[a];
    const Conclusion& y = v_.plain().found[b];
    return x.kind == Conclusion::Kind::stability && y.kind == x.kind && x.mover == y.mover &&
           x.value == y.value && r_.carriers[a] == r_.carriers[b] &&
           r_.overturning[a].size == r_.overturning[b].size &&
           r_.overturning[a].sets == r_.overturning[b].sets;
  }

  std::string said(const Numbers& group) const {
    if (group.size() == 1) return conclusion_words(v_, group[0]);
    const Conclusion& first = v_.plain().found[group[0]];
    std::vector<std::string> names;
    for (const std::size_t c : group) names.push_back(short_name(*v_.plain().found[c].concept_seen));
    return "For " + voice_.name(*first.mover) + " the present is " + (first.is_so() ? "" : "not ") +
           "stable under " + listed(names) + ".";
  }

  void tell_conclusions(const Numbers& group) {
    const std::size_t c = group[0];
    sheet_.paragraph(said(group));
    if (r_.carriers[c].empty() && carriers_known()) {
      sheet_.paragraph(without_carriers(c), 2);
    } else {
      sheet_.paragraph(carriers_known() ? "Firmness: " + firmness_words(*r_.firmness[c]) + ". It hangs on:"
                       : r_.carriers[c].empty() ? "What carries it is not known."
                                                : "It hangs on, as far as was tried:",
                       2);
      for (const std::size_t a : r_.carriers[c]) tell_carrier(c, a);
      sheet_.paragraph(beside_carriers(c), 2);
    }
    sheet_.gap();
  }

  /// What a party says of its own condition is a claim about its position.
  std::string own_word(const Assumption& a) const {
    return a.kind == Assumption::Kind::demand && own_word_alone(v_.model(), a.grounds)
               ? " For this there is its own word alone."
               : "";
  }

  void tell_carrier(std::size_t c, std::size_t a) {
    const Assumption& assumption = v_.assumptions()[a];
    std::string text = assumption_words(voice_, assumption) + " " +
                       cited(v_.model(), assumption.grounds, Citing::numbers) + "." + own_word(assumption);
    for (const Effect& e : r_.singles) {
      if (e.changes.front().assumption != a || !e.changes.front().takes_away()) continue;
      const auto flip =
          std::find_if(e.flips.begin(), e.flips.end(), [&](const Flip& f) { return f.conclusion == c; });
      if (flip == e.flips.end()) continue;
      text += " " + were_it_otherwise(v_.model(), assumption, e.changes.front().kind) + became(*flip);
      break;
    }
    sheet_.item("-", text, 4);
  }

  static std::string became(const Flip& flip) {
    return flip.sentence.empty() ? "this is no longer so." : flip.sentence;
  }

  std::vector<Change> changes_of(const Numbers& set) const {
    std::vector<Change> all;
    for (const std::size_t k : set) all.push_back(v_.changes()[k]);
    return all;
  }

  /// "if Japan could not change "Abe's visit"": the weakest-founded of the smallest sets that overturn it.
  std::string falling(const Overturning& b) const {
    return "if " + changes_words(voice_, v_.assumptions(), changes_of(b.sets[0]));
  }
  /// "one of 20 such pairs"
  std::string among(const Overturning& b) const {
    if (b.sets.size() < 2 || !carriers_known()) return {};
    const char* const what = b.size == 1   ? " such single changes"
                             : b.size == 2 ? " such pairs"
                                           : " such sets";
    return ", the weakest-founded of " + (b.sets.size() >= 64 ? "64 or more" : in_words(b.sets.size())) +
           what;
  }

  /// What overturns a conclusion that no assumption carries, if anything that was tried does.
  std::string without_carriers(std::size_t c) const {
    const Overturning& b = r_.overturning[c];
    if (b.size == 0)
      return r_.searched == 1
                 ? "No single change overturns it."
                 : "Neither a single change overturns it nor up to " + in_words(r_.searched) + " together.";
    if (b.size == 1)
      return "Nothing that is dropped or counts for less changes it. It would fall " + falling(b) + among(b) +
             ".";
    return "No single change overturns it. It would fall " + falling(b) + among(b) + ".";
  }

  /// What overturns it too, besides what it hangs on: the opposite of a wish, a new restriction.
  std::string beside_carriers(std::size_t c) const {
    const Overturning& b = r_.overturning[c];
    if (b.size != 1) return {};
    const auto other = std::find_if(b.sets.begin(), b.sets.end(),
                                    [&](const Numbers& set) { return !v_.changes()[set[0]].takes_away(); });
    if (other == b.sets.end()) return {};
    return "It would fall, too, if " + changes_words(voice_, v_.assumptions(), changes_of(*other)) + ".";
  }

  /// The equilibria within two concessions are many; which assumptions carry how many of them is told.
  void tell_places_of_rest() {
    std::set<std::pair<std::size_t, std::size_t>> lost;  // an assumption, and what is not so without it
    for (const Effect& e : r_.singles)
      for (const Flip& f : e.flips)
        if (e.changes.front().takes_away() && !of_weight(f.conclusion) && !f.value)
          lost.emplace(e.changes.front().assumption, f.conclusion);
    std::map<std::size_t, std::uint64_t> carried;
    std::set<std::size_t> hanging;
    for (const auto& [assumption, conclusion] : lost) {
      ++carried[assumption];
      hanging.insert(conclusion);
    }
    std::uint64_t all = 0;
    for (std::size_t c = 0; c < v_.plain().found.size(); ++c) all += of_weight(c) ? 0 : 1;
    const std::uint64_t free = all - hanging.size();
    if (all == 0) return;
    sheet_.heading("The situations within two concessions that could last");
    if (!carriers_known())
      return sheet_.paragraph("There " + std::string(all == 1 ? "is " : "are ") + in_words(all) +
                              ". What they hang on is not known.");
    sheet_.paragraph("There " + std::string(all == 1 ? "is " : "are ") + in_words(all) +
                     (free == 0 ? ""
                                : "; no single assumption carries " + (free == all ? "any" : in_words(free)) +
                                      " of them") +
                     (carried.empty() ? "." : ". So many of them hang on each of these:"));
    std::vector<std::pair<std::uint64_t, std::size_t>> most;
    for (const auto& [a, n] : carried) most.emplace_back(all - n, a);
    std::sort(most.begin(), most.end());
    for (std::size_t k = 0; k < std::min<std::size_t>(most.size(), 6); ++k) {
      const Assumption& a = v_.assumptions()[most[k].second];
      sheet_.item(std::to_string(all - most[k].first),
                  assumption_words(voice_, a) + " " + cited(v_.model(), a.grounds, Citing::numbers) + ".");
    }
    if (most.size() > 6)
      sheet_.paragraph("And " + counted(most.size() - 6, "assumption") + " more; --json has all.", 2);
  }

  void tell_evidence() {
    if (v_.model().evidence.empty()) return;
    sheet_.heading("What falls with a piece of evidence");
    sheet_.paragraph("Each time all assumptions are dropped that rest on that piece alone.");
    std::vector<std::string> nothing, shared, untried;
    for (std::size_t e = 0; e < r_.evidence.size(); ++e) {
      const std::string id = "\"" + v_.model().evidence[e].id + "\"";
      if (r_.evidence[e].changes.empty())
        shared.push_back(id);
      else if (!r_.evidence[e].known)
        untried.push_back(id);
      else if (r_.evidence[e].fault.empty() && r_.evidence[e].flips.empty())
        nothing.push_back(id);
      else
        tell_piece(e);
    }
    if (!nothing.empty()) sheet_.paragraph("Nothing falls with " + listed(nothing) + ".", 2);
    if (!untried.empty()) sheet_.paragraph("It was not tried what falls with " + listed(untried) + ".", 2);
    if (!shared.empty()) sheet_.paragraph("No assumption rests alone on " + listed(shared) + ".", 2);
  }

  void tell_piece(std::size_t e) {
    const Evidence& piece = v_.model().evidence[e];
    const Effect& effect = r_.evidence[e];
    sheet_.item("-", "Without \"" + piece.id + "\" (" + basis_word(piece.basis) +
                         (piece.at ? ", " + std::to_string(*piece.at) : "") + ": " +
                         sentence(plain(piece.claim)) + ") " + falls(effect));
  }

  std::string falls(const Effect& effect) const {
    if (!effect.known) return "It was not tried.";
    if (!effect.fault.empty())
      return "the case has a fault (" + effect.fault + "), so that nothing can be said.";
    std::string text;
    std::uint64_t places = 0;
    for (const Flip& f : effect.flips) {
      if (!of_weight(f.conclusion))
        places += f.value ? 0 : 1;  // at another number of concessions it could last still
      else if (said_of_deal(f))
        text += (text.empty() ? "" : " ") + became(f);
    }
    const std::uint64_t stabilities = static_cast<std::uint64_t>(std::count_if(
        effect.flips.begin(), effect.flips.end(),
        [&](const Flip& f) { return v_.plain().found[f.conclusion].kind == Conclusion::Kind::stability; }));
    std::vector<std::string> rest;
    if (stabilities > 0) rest.push_back(counted(stabilities, "verdict") + " about the present");
    if (places > 0)
      rest.push_back(counted(places, "situation") + " that could have lasted within two concessions");
    if (rest.empty()) return text;
    return text + (text.empty() ? "" : " ") + capitalised(listed(rest)) +
           (stabilities + places == 1 ? " falls" : " fall") + (text.empty() ? "." : ", too.");
  }

  bool said_of_deal(const Flip& f) const {
    return v_.plain().found[f.conclusion].kind != Conclusion::Kind::stability && !f.sentence.empty();
  }

  void tell_idle() {
    const Numbers idle = deciding_nothing(v_, r_);
    if (idle.empty()) return;
    sheet_.heading("What decides nothing");
    sheet_.paragraph("No change to one of these alone changes any conclusion:");
    for (const std::size_t a : idle)
      sheet_.item("-", assumption_words(voice_, v_.assumptions()[a]) + " " +
                           cited(v_.model(), v_.assumptions()[a].grounds, Citing::numbers) + ".");
  }

  void tell_invalid() {
    std::vector<const Effect*> all;
    for (const Effect& e : r_.singles)
      if (!e.fault.empty()) all.push_back(&e);
    if (all.empty()) return;
    sheet_.heading("What leaves no valid case");
    sheet_.paragraph("These changes were not analysed, and count neither for nor against anything:");
    for (const Effect* e : all)
      sheet_.item("-", "If " + changes_words(voice_, v_.assumptions(), e->changes) + " (" + e->fault + ").");
  }

  void tell_search() {
    sheet_.gap();
    std::string text;
    for (std::size_t size = 1; size < r_.tried.size(); ++size)
      text +=
          (text.empty() ? "Tried: " : "; ") + grouped(r_.tried[size]) +
          (size == 1 ? " single changes" : " sets of " + in_words(size)) +
          (r_.invalid[size] > 0 ? ", of which " + grouped(r_.invalid[size]) + " leave no valid case" : "");
    if (!text.empty())
      sheet_.paragraph(text + "." +
                       (r_.asked == 1 && carriers_known()
                            ? " What two changes together overturn: --pairs; what three do: --deep."
                            : ""));
    if (!carriers_known())
      sheet_.paragraph(
          "Stopped before every single change was tried: what stands above is of those that were.");
    else if (r_.searched < r_.asked)
      sheet_.paragraph("Stopped before all sets of " + in_words(r_.searched + 1) +
                       " were tried: what is said of breaking points is sure up to " +
                       counted(r_.searched, "change") + " only.");
  }

  const Variants& v_;
  const Robustness& r_;
  Sheet sheet_;
  Voice voice_;
};

}  // namespace

std::vector<std::size_t> deciding_nothing(const Variants& variants, const Robustness& robustness) {
  std::vector<bool> decides(variants.assumptions().size(), false);
  for (const Effect& e : robustness.singles)
    if (!e.known || !e.fault.empty() || !e.flips.empty()) decides[e.changes.front().assumption] = true;
  std::vector<std::size_t> idle;
  for (std::size_t a = 0; a < decides.size(); ++a)
    if (!decides[a]) idle.push_back(a);
  return idle;
}

std::string robust_text(const Variants& variants, const Robustness& robustness, const Face& face,
                        const About& about) {
  return RobustTelling(variants, robustness, face).text(about);
}

}  // namespace entente
