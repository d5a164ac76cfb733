// Evidence as it is cited behind a sentence: "[stated by Kishida, paragraph 11]".
#pragma once

#include <string>

#include "model/model.h"

namespace entente {

/// What speaks for something and what against it, in brackets; "[assumed]" where nothing speaks for it. What
/// speaks against it is only "doubted" where it is not told in full.
std::string cited(const Model& model, const Grounds& grounds, bool in_full = true);
/// The strongest basis among the evidence; none where there is no evidence.
Basis basis(const Model& model, const Grounds& grounds);
/// "stated", "reported", "inferred", and "cited" where the case gives no basis.
std::string basis_word(Basis basis);
/// "The Japan Times, \"Title\", 15 April 2016".
std::string described(const Source& source);

}  // namespace entente
