// Evidence as it is cited behind a sentence: "[stated by Kishida, paragraph 11]".
#pragma once

#include <cstdint>
#include <string>

#include "model/model.h"

namespace entente {

/// How much of a citation is told: the basis and the numbers of paragraphs, and of what speaks against it
/// only that it is doubted; who said so and the word "paragraph" too; everything.
enum class Citing : std::uint8_t { numbers, paragraphs, full };

/// What speaks for something and what against it, in brackets; "[assumed]" where nothing speaks for it.
std::string cited(const Model& model, const Grounds& grounds, Citing how = Citing::full);
/// The strongest basis among the evidence; none where there is no evidence.
Basis basis(const Model& model, const Grounds& grounds);
/// "stated", "reported", "inferred", and "cited" where the case gives no basis.
std::string basis_word(Basis basis);
/// "The Japan Times, \"Title\", 15 April 2016".
std::string described(const Source& source);

}  // namespace entente
