// The terms that a reader meets on the page.
#include "page/terms.h"

#include <algorithm>

#include "words/concept_words.h"

namespace entente {
namespace {

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// Where a word stands whole in a text.
std::size_t find_whole(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end]))) return at;
  }
  return std::string_view::npos;
}

std::vector<Term> made() {
  std::vector<Term> all = {
      {{"situation", "situations"},
       "One combination of what every party does; all that is possible is looked at."},
      {{"concession", "concessions"},
       "A step that leaves the one who takes it worse off than before, at least until others have moved."},
      {{"settlement", "settlements"}, "A situation that the case counts as an agreement."},
      {{"waiver", "sets aside its condition", "set aside their condition"},
       "A condition that a party gives up, or that it accepts less than it has today, so that a settlement "
       "becomes possible."},
      {{"holds once made", "hold once made"},
       "Once the settlement is made, no party has a step away from it that is a gain and that no answer "
       "takes back."},
      {{"coalition", "coalitions"}, "Two or more parties that act together."},
      {{"firmness", "Firmness"},
       "How good the evidence is for the weakest assumption that a conclusion hangs on: stated by those "
       "concerned, reported by others, inferred by the analyst, or assumed without evidence."},
      {{"stable"},
       "A situation is stable for a party if it has no reason to leave it; what counts as a reason "
       "depends on how far the party looks ahead."},
      {{"doubted"}, "The case itself cites evidence against it; it counts as inferred at most."},
  };
  for (const Concept c : concepts)
    all.push_back({{row(c).name, row(c).symbol}, "Stable where " + explained(c) + "."});
  return all;
}

}  // namespace

const std::vector<Term>& terms() {
  static const std::vector<Term> all = made();
  return all;
}

std::optional<TermFound> first_term(std::string_view text, const std::vector<std::string_view>& explained) {
  std::optional<TermFound> best;
  for (const Term& term : terms()) {
    if (std::find(explained.begin(), explained.end(), term.words.front()) != explained.end()) continue;
    for (const std::string_view word : term.words) {
      const std::size_t at = find_whole(text, word);
      if (at == std::string_view::npos) continue;
      if (!best || at < best->at || (at == best->at && word.size() > best->length))
        best = TermFound{at, word.size(), &term};
    }
  }
  return best;
}

}  // namespace entente
