// What would have to change, for people and as JSON.
#include "brief/unlock_answer.h"

#include <algorithm>

#include "words/change_words.h"
#include "words/citation.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr std::size_t most_told = 12;

using ChangeSet = std::vector<std::size_t>;

class UnlockTelling {
 public:
  UnlockTelling(const Variants& variants, const Unlocking& unlocking, const UnlockAsked& asked, Face face)
      : v_(variants), u_(unlocking), asked_(asked), sheet_(face), voice_(variants.model()) {}

  std::string text() {
    sheet_.heading("What would have to change so that " + asked_.goal);
    if (!u_.already && !u_.sets.empty()) sheet_.paragraph(brackets_words(v_.model()));
    if (u_.already)
      sheet_.paragraph("Nothing: it is so already.");
    else if (u_.sets.empty())
      sheet_.paragraph(nothing());
    else
      tell_sets();
    if (!u_.whole())
      sheet_.paragraph("Stopped before all sets of " + in_words(u_.searched + 1) + " were tried.");
    if (u_.invalid > 0)
      sheet_.paragraph("Of " + grouped(u_.tried) + " sets tried " + in_words(u_.invalid) +
                       " leave no valid case.");
    return sheet_.text();
  }

 private:
  std::string nothing() const {
    if (u_.searched == 0)
      return "Nothing was found among the " + in_words(u_.tried) + " changes that were tried.";
    return "No set of up to " + in_words(u_.searched) + " changes to " + asked_.whose + " brings it about. " +
           grouped(u_.tried) + " were tried.";
  }

  void tell_sets() {
    const std::size_t n = u_.sets.size();
    sheet_.paragraph(u_.size == 1 ? (n == 1 ? "One single change is enough:"
                                            : "Each of " + counted(n, "single change") +
                                                  " is enough, the weakest-founded assumption first:")
                                  : (n == 1 ? "No single change is enough; one pair is:"
                                            : "No single change is enough; each of " + in_words(n) +
                                                  " pairs is, the weakest-founded first:"));
    for (std::size_t k = 0; k < std::min(n, most_told); ++k) tell_set(k);
    if (n > most_told) sheet_.paragraph("And " + in_words(n - most_told) + " more; --json has all.", 2);
  }

  void tell_set(std::size_t k) {
    std::string text;
    std::vector<Change> changes;
    for (const std::size_t c : u_.sets[k]) {
      const Change& change = v_.changes()[c];
      changes.push_back(change);
      text += (text.empty() ? "" : "; and ") + unlocking_words(voice_, v_.assumptions(), change) + " " +
              cited(v_.model(), v_.assumptions()[change.assumption].grounds, Citing::numbers);
    }
    sheet_.item(std::to_string(k + 1) + ".", capitalised(text) + "." + then(changes));
  }

  std::string then(const std::vector<Change>& changes) const {
    std::string text;
    if (!asked_.then) return text;
    try {
      static_cast<void>(
          v_.visit(v_.premises_of(changes), [&](const Case& c) { text = asked_.then(Analysed(c)); }));
    } catch (const Stopped&) {
      return {};  // the set stands without it
    }
    return text.empty() ? "" : " " + text;
  }

  const Variants& v_;
  const Unlocking& u_;
  const UnlockAsked& asked_;
  Sheet sheet_;
  Voice voice_;
};

}  // namespace

std::string unlock_text(const Variants& variants, const Unlocking& unlocking, const UnlockAsked& asked,
                        const Face& face) {
  return UnlockTelling(variants, unlocking, asked, face).text();
}

Json unlock_json(const Variants& variants, const Unlocking& unlocking) {
  const Voice voice(variants.model());
  Json sets = Json::array();
  for (const ChangeSet& set : unlocking.sets) {
    Json changes = Json::array();
    for (const std::size_t k : set)
      changes.push_back(
          {{"change", id(variants.changes()[k], variants.assumptions())},
           {"sentence", unlocking_words(voice, variants.assumptions(), variants.changes()[k])}});
    sets.push_back(std::move(changes));
  }
  return {
      {"already", unlocking.already}, {"size", unlocking.sets.empty() ? Json(nullptr) : Json(unlocking.size)},
      {"sets", std::move(sets)},      {"searched_up_to", unlocking.searched},
      {"tried", unlocking.tried},     {"no_valid_case", unlocking.invalid}};
}

}  // namespace entente
