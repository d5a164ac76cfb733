// What a brief's conclusions rest on, where that is quickly found.
#include "library/resting.h"

#include "library/watching.h"

namespace entente {
namespace {

/// States times parties times changes: some half a microsecond each on one core of 2020.
constexpr std::uint64_t most_work = 600'000;

std::uint64_t work(const Case& of) {
  const std::vector<Assumption> all = assumptions(of.model);
  return std::uint64_t{of.states.size()} * of.model.parties.size() *
         (changes(of.model, all).size() + of.model.evidence.size());
}

}  // namespace

Resting::Resting(const Input& input, const Case& of)
    : written(as_written(input)), variants(written, of), robustness(single_changes(variants, {}, {})) {}

std::unique_ptr<const Resting> quick_resting(const Input& input, const Case& of) {
  return work(of) > most_work ? nullptr : std::make_unique<const Resting>(input, of);
}

}  // namespace entente
