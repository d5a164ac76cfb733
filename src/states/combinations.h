// All words of so many bits, feasible or not: where conditions hold among them, 64 a machine word.
#pragma once

#include <cstdint>
#include <vector>

#include "model/model.h"
#include "states/evaluation.h"

namespace entente {

/// A bit for each word, ascending.
using Truth = std::vector<std::uint64_t>;

/// Where a condition holds among all words of `bits` bits, at least 6 and no fewer than the layout's.
Truth where_among_all(const Conditions& conditions, ConditionId condition, const Layout& layout,
                      unsigned bits);

/// Which words are feasible states: combinations of values, of this layout, in which every rule holds.
Truth feasible_among_all(const Model& model, const Layout& layout, unsigned bits);

/// Calls evaluate(first word, how many blocks of 64 count) for every run of the words that one evaluation
/// takes; runs may be taken at once, each by one thread. `make`: gives an evaluation to a thread.
template <class Evaluate>
void for_runs(std::size_t begin, std::size_t end, Evaluate evaluate) {
  constexpr std::size_t run = Evaluation::width / 64;
  for (std::size_t block = begin; block < end; block += run)
    evaluate(block, end - block < run ? end - block : run);
}

}  // namespace entente
