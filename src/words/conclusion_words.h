// A conclusion as a sentence in the words of its case.
#pragma once

#include <string>

#include "whatif/conclusions.h"
#include "whatif/variants.h"

namespace entente {

/// A conclusion as a sentence in the words of its case.
std::string sentence_of(const Analysed& analysed, const Conclusion& conclusion);

/// A conclusion of the case as a sentence.
std::string conclusion_words(const Variants& variants, std::size_t conclusion);

}  // namespace entente
