// The certificate of a brief's verdicts, given to its sink whole or not at all.
#pragma once

#include "entente/entente.h"
#include "view/analysis.h"

namespace entente {

/// The answer so far, once the certificate is out as well; where it was no answer there is none.
Answer prove(const Analysis& analysis, const Input& input, const Sink& out, Answer answer);

}  // namespace entente
