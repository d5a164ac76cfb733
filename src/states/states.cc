// The feasible states: the way from a word to its state, and where conditions hold.
#include "states/states.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <span>
#include <utility>

#include "states/evaluation.h"

namespace entente {

States::States(Layout layout, std::vector<Word> ascending)
    : layout_(std::move(layout)), words_(std::move(ascending)), index_(words_, layout_.bits()) {
  assert(std::adjacent_find(words_.begin(), words_.end(), std::greater_equal<>()) == words_.end());
}

std::vector<StateSet> where(const Conditions& conditions, const std::vector<ConditionId>& roots,
                            const States& states) {
  std::vector<StateSet> sets(roots.size(), StateSet(states.size()));
  Evaluation evaluation(conditions, roots, states.layout());
  const std::span<const Word> words(states.words());
  Lookout lookout(states.stop(), 64);
  for (std::size_t from = 0; from < words.size(); from += Evaluation::width) {
    lookout();
    evaluation(words.subspan(from, std::min(Evaluation::width, words.size() - from)));
    for (std::size_t k = 0; k < roots.size(); ++k) {
      std::vector<std::uint64_t>& blocks = sets[k].blocks();
      const std::size_t first = from / 64;
      std::copy_n(evaluation.root(k).of.begin(), std::min<std::size_t>(8, blocks.size() - first),
                  blocks.begin() + static_cast<std::ptrdiff_t>(first));
    }
  }
  const StateSet all(states.size(), true);
  for (StateSet& set : sets) set &= all;
  return sets;
}

StateSet where(const Conditions& conditions, ConditionId condition, const States& states) {
  return std::move(where(conditions, std::vector<ConditionId>{condition}, states)[0]);
}

bool holds(const Conditions& conditions, ConditionId condition, const Layout& layout, Word word) {
  Evaluation evaluation(conditions, {condition}, layout);
  evaluation(std::span<const Word>(&word, 1));
  return (evaluation.root(0).of[0] & 1) != 0;
}

}  // namespace entente
