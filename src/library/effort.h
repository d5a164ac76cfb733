// How much work variants of a case are, told before it is begun.
#pragma once

#include <cstdint>

#include "library/opened.h"
#include "whatif/variants.h"

namespace entente {

/// About how many seconds so many variants take on one core of 2020: half a microsecond a state and party
/// each. Judged by the case alone, so that it is always the same.
double seconds_for(const Case& of, std::uint64_t variants);

/// The variants in which one assumption is otherwise, or a piece of evidence is missing.
std::uint64_t single_variants(const Model& model);
/// Of the changes to a case the sets of up to `size`, about.
std::uint64_t sets_of_changes(std::uint64_t changes, std::size_t size);

/// Where that is long and no budget of time says to go on, the answer says how long, and to go on with which
/// budget.
void warn_of_effort(Opened& opened, std::uint64_t variants);

/// Where some of the situations that could last are no conclusions (Variants), the answer says how many.
void tell_left_out(Opened& opened, const Variants& variants);

}  // namespace entente
