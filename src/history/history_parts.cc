// The parts of a change of the past: by all its changes taken or not, or by all states, whichever is fewer.
#include "history/history_parts.h"

#include <algorithm>

#include "states/course.h"

namespace entente {
namespace {

/// The change of one option as bits of the words.
std::vector<Word> changes(const Model& model, const Layout& layout, Word before, Word after) {
  std::vector<Word> masks;
  for (const OptionId o : differences(model, layout, before, after)) masks.push_back(layout.field(o).mask);
  return masks;
}

bool is_part(const std::vector<Word>& masks, Word before, Word after, Word word) {
  return ((word ^ before) & ~(before ^ after)) == 0 &&
         std::all_of(masks.begin(), masks.end(), [&](Word mask) {
           return (word & mask) == (before & mask) || (word & mask) == (after & mask);
         });
}

Word taken(const std::vector<Word>& masks, Word before, Word after, std::uint64_t which) {
  for (std::size_t k = 0; k < masks.size(); ++k)
    if (((which >> k) & 1) != 0) before = (before & ~masks[k]) | (after & masks[k]);
  return before;
}

}  // namespace

std::vector<Word> parts_between(const Model& model, const States& states, Word before, Word after) {
  const std::vector<Word> masks = changes(model, states.layout(), before, after);
  std::vector<Word> parts;
  const auto keep = [&](Word word) {
    if (word != before && word != after) parts.push_back(word);
  };
  if (masks.size() < 64 && (std::uint64_t{1} << masks.size()) <= states.size()) {
    for (std::uint64_t which = 0; which < std::uint64_t{1} << masks.size(); ++which)
      if (const Word word = taken(masks, before, after, which); states.find(word)) keep(word);
  } else {
    for (const Word word : states.words())
      if (is_part(masks, before, after, word)) keep(word);
  }
  std::sort(parts.begin(), parts.end());
  return parts;
}

}  // namespace entente
