// A conclusion as a sentence in the words of its case.
#include "words/conclusion_words.h"

#include <algorithm>

#include "view/state_ids.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr std::uint64_t most_told = 64;  // situations looked through for what they share
constexpr std::uint64_t few = 3;         // told one by one

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
      case Kind::resting: return resting();
      case Kind::equilibrium:
        return "Stable for all and reached with " + counted(c_.fewest().value_or(0), "concession") + ": " +
               situations();
    }
    return {};
  }

 private:
  std::string stability() const {
    return "For " + voice_.name(*c_.mover) + " the present is " + (c_.is_so() ? "" : "not ") +
           "stable under " + full_name(*c_.concept_seen);
  }

  std::string resting() const {
    if (c_.states->empty()) return "It comes to rest nowhere";
    const std::string where = situations();
    const bool nouns = where.starts_with(counted(once(), "situation")) || where.starts_with("one of these");
    return (nouns ? "It rests in " : "It rests where ") + where;
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

  /// The situations, by what differs in them from the present: what they share once, then where they differ;
  /// only how many they are where that is no list of courses.
  std::string situations() const {
    if (c_.state) return situation_from_present(*c_.state);
    const std::uint64_t n = c_.states->count();
    if (n == 0) return "none";
    if (n == 1) return situation_from_present(*c_.states->first());
    if (n > most_told) return counted(once(), "situation");
    std::uint64_t product = 1;
    std::vector<std::string> shared, open;
    for (const MoverId i : a_.model().mover_ids()) {
      std::vector<Course> own;
      for (const OptionId o : a_.model().options_of(i)) {
        const std::vector<Value> values = values_of(o);
        product *= values.size();
        if (values.size() > 1)
          open.push_back(voice_.name(i) + " " + one_of(voice_.does_one_of(o, values)));
        else if (values[0] != a_.states().value(a_.status_quo(), o))
          own.emplace_back(o, values[0]);
      }
      if (!own.empty()) shared.push_back(voice_.clause(own));
    }
    if (product != n) return unlike(shared);
    shared.insert(shared.end(), open.begin(), open.end());
    return listed(shared);
  }

  /// How many they are, a class of one id once.
  Count once() const { return counted_once(a_.model(), a_.states(), *c_.states); }

  static std::string one_of(const std::vector<std::string>& courses) {
    return (courses.size() > 1 ? "either " : "") + listed(courses, "or");
  }

  /// Situations that are not all the combinations of some courses: what they share, and what each has
  /// besides.
  std::string unlike(const std::vector<std::string>& shared) const {
    const std::uint64_t n = c_.states->count();
    if (n > few) return counted(once(), "situation") + (shared.empty() ? "" : " where " + listed(shared));
    std::vector<std::string> each;
    c_.states->for_each([&](StateId s) {
      std::vector<std::string> own;
      for (const MoverId i : a_.model().mover_ids()) {
        std::vector<Course> courses;
        for (const OptionId o : a_.model().options_of(i))
          if (const Value v = a_.states().value(s, o);
              v != a_.states().value(a_.status_quo(), o) && values_of(o).size() > 1)
            courses.emplace_back(o, v);
        if (!courses.empty()) own.push_back(voice_.clause(courses));
      }
      each.push_back(own.empty() ? "all else is as at present" : listed(own));
    });
    std::string text = shared.empty() ? "one of these: " : listed(shared) + "; besides, one of these: ";
    for (std::size_t k = 0; k < each.size(); ++k)
      text += (k == 0 ? "" : k + 1 == each.size() ? "; or " : "; ") + each[k];
    return text;
  }

  /// The values that an option takes in the situations, ascending.
  std::vector<Value> values_of(OptionId o) const {
    std::vector<Value> all;
    c_.states->for_each([&](StateId s) { all.push_back(a_.states().value(s, o)); });
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
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
