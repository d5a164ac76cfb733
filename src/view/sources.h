// The evidence held against the texts of its sources.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/bind.h"
#include "text/diagnostic.h"

namespace entente {

/// What was found of one piece of evidence: whether it says where it stands, and stands there.
struct Verified {
  bool placed = false;
  bool stands = false;
  bool changed = false;  // its paragraph is not the one that was read
  std::string hash;      // SHA-256 of the cited paragraph as it is; empty where there is none
};

/// What was found: pieces of evidence that say where in a source they stand (`at` or `terms`), and of these
/// the ones whose paragraph exists, has all the terms and the quote, and is the one that was read.
struct Verification {
  std::size_t evidence = 0;
  std::size_t verified = 0;
  std::vector<Verified> pieces;  // of each piece of evidence, in the order of the case
};

/// Looks into FOLDER/<source id>.txt, else FOLDER/<source id>, for each source that evidence cites.
/// Paragraphs are parted by blank lines and counted from 1; terms are looked for as written, but for white
/// space, of which any run is one blank, and so does a hash take a paragraph: in one line. What fails is told
/// at the term or at `at`.
Verification verify_sources(const Binding& binding, const std::string& folder, Diagnostics& diagnostics);

}  // namespace entente
