// The evidence held against the texts of its sources.
#pragma once

#include <cstddef>
#include <string>

#include "model/bind.h"
#include "text/diagnostic.h"

namespace entente {

/// What was found: pieces of evidence that say where in a source they stand (`at` or `terms`), and of these
/// the ones whose paragraph exists and has all the terms.
struct Verification {
  std::size_t evidence = 0;
  std::size_t verified = 0;
};

/// Looks into FOLDER/<source id>.txt, else FOLDER/<source id>, for each source that evidence cites.
/// Paragraphs are parted by blank lines and counted from 1; terms are looked for as written, but for white
/// space, of which any run is one blank. What fails is told at the term or at `at`.
Verification verify_sources(const Binding& binding, const std::string& folder, Diagnostics& diagnostics);

}  // namespace entente
