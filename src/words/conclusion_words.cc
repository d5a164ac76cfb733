// A conclusion as a sentence in the words of its case.
#include "words/conclusion_words.h"

#include "words/concept_words.h"
#include "words/english.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

class Sentence {
 public:
  Sentence(const Analysed& of, const Conclusion& c) : a_(of.analysis), voice_(of.analysis.model()), c_(c) {}

  std::string text() const {
    using Kind = Conclusion::Kind;
    switch (c_.kind) {
      case Kind::stability: return stability();
      case Kind::zone:
        return c_.is_so() ? "Some settlement is accepted by all" : "No settlement is accepted by all";
      case Kind::gap: return "The least that would have to give way: " + gap();
      case Kind::recommended: return "Recommended: " + situations();
      case Kind::division: return "In the recommended settlement " + divisions();
      case Kind::holding:
        return c_.is_so() ? "The recommended settlement holds once made"
                          : "No settlement that could be had holds once made";
      case Kind::concessions: return concessions();
      case Kind::heading: return "The situations on the way: " + situations();
      case Kind::resting:
        return c_.states->empty() ? "It comes to rest nowhere" : "It rests where " + situations();
      case Kind::equilibrium:
        return "Stable for all, at " + counted(c_.fewest().value_or(0), "concession") + ": " + situations();
    }
    return {};
  }

 private:
  std::string stability() const {
    return "For " + voice_.name(*c_.party) + " the present is " + (c_.is_so() ? "" : "not ") +
           "stable under " + full_name(*c_.concept_seen);
  }

  std::string gap() const {
    std::vector<std::string> ways;
    for (const Opening& o : a_.settlement().gap) ways.push_back(waivers_words(voice_, o.waive));
    return ways.empty()       ? "nothing would help"
           : ways.size() == 1 ? ways[0]
                              : "either " + listed(ways, "or else");
  }

  std::string divisions() const {
    std::vector<Dividing> kinds;
    for (const Division& d : a_.settlement().divisions)
      if (!(d.states & *c_.states).empty()) kinds.push_back(d);
    const Word now = a_.states()[a_.status_quo()];
    return kinds_words(voice_, holders(a_.model(), a_.states().layout(), now), kinds);
  }

  std::string concessions() const {
    const std::optional<std::uint32_t> fewest = c_.fewest();
    if (!fewest) return "No path leads to a settlement";
    return *fewest == 0 ? "A settlement takes no concession"
                        : "A settlement takes " + counted(*fewest, "concession") + " at least";
  }

  /// The situations, by what differs in them from the present; only their number where they are many.
  std::string situations() const {
    if (c_.state) return situation_from_present(*c_.state);
    if (c_.states->count() > 3) return counted(c_.states->count(), "situation");
    std::vector<std::string> all;
    c_.states->for_each([&](StateId s) { all.push_back(situation_from_present(s)); });
    return all.empty() ? "none" : listed(all, "or");
  }

  std::string situation_from_present(StateId s) const {
    const std::vector<std::string> changes =
        changes_words(voice_, a_.states().layout(), a_.states()[a_.status_quo()], a_.states()[s]);
    return changes.empty() ? "all is as at present" : listed(changes);
  }

  const Analysis& a_;
  Voice voice_;
  const Conclusion& c_;
};

}  // namespace

std::string sentence_of(const Analysed& analysed, const Conclusion& conclusion) {
  return sentence(Sentence(analysed, conclusion).text());
}

std::string conclusion_words(const Variants& variants, std::size_t conclusion) {
  return sentence_of(variants.plain(), variants.plain().found[conclusion]);
}

}  // namespace entente
