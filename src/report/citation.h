// Evidence as it is cited behind a sentence: "[stated by Kishida, paragraph 11]".
#pragma once

#include <string>

#include "model/model.h"

namespace entente {

/// What speaks for something and what against it, in brackets; "[assumed]" where nothing speaks for it.
std::string cited(const Model& model, const Grounds& grounds);
/// The strongest basis among the evidence; none where there is no evidence.
Basis basis(const Model& model, const Grounds& grounds);
/// "stated", "reported", "inferred", and "cited" where the case gives no basis.
std::string basis_word(Basis basis);
/// "The Japan Times, \"Title\", 15 April 2016".
std::string described(const Source& source);

}  // namespace entente
