// What every fuzzer of another program's files holds a case to that was made.
#pragma once

#include <string>

#include "casefile/read.h"
#include "model/bind.h"

/// Whether a case that was made has no fault, as far as it is known without its states.
inline bool sound(const std::string& made) {
  const entente::Text text("case.toml", made);
  entente::Diagnostics diagnostics;
  entente::bind(entente::casefile::read(text, diagnostics), diagnostics);
  return !diagnostics.faulty();
}
