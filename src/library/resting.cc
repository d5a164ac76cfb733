// What a brief's conclusions rest on, where that is quickly found.
#include "library/resting.h"

#include "library/effort.h"

namespace entente {
namespace {

constexpr double quick = 0.3;  // seconds

}  // namespace

Resting::Resting(const casefile::Case& written, const Case& of)
    : variants(written, of), robustness(single_changes(variants, {}, {of.states.stop()})) {
  if (robustness.searched == 0) of.states.stop().look();
}

std::unique_ptr<const Resting> quick_resting(const casefile::Case& written, const Case& of) {
  return seconds_for(of, single_variants(of.model)) > quick ? nullptr
                                                            : std::make_unique<const Resting>(written, of);
}

}  // namespace entente
