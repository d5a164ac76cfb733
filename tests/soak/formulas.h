// Fresh formulas put into a case: over its own options and values, of every kind that the language has.
#pragma once

#include <random>
#include <string>

namespace entente::soak {

/// Replaces some of the formulas of a case by random ones; a text that is no case stays as it is.
void give_other_formulas(std::mt19937_64& random, std::string& text);

}  // namespace entente::soak
