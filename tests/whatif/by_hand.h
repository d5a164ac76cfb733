// Changes made to the text of a case as a person would make them, line by line: what the engine's own changes
// are compared with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casefile/casefile.h"
#include "casefile/read.h"
#include "view/case.h"
#include "whatif/changes.h"

namespace entente::by_hand {

/// A case read from its text; no plain case where it has faults.
struct Read {
  explicit Read(std::string of)
      : text(std::move(of)),
        written(casefile::read(Text("case", text), diagnostics)),
        plain(case_of(written)) {}
  std::string text;
  Diagnostics diagnostics;
  casefile::Case written;
  std::optional<Case> plain;
};

/// The text of a case of the library.
std::string library_case(const std::string& name);
std::vector<std::string> library_names();

/// The text with a change made; nothing where this editor cannot make it.
std::optional<std::string> edited(const std::string& text, const Model& model, const Assumption& assumption,
                                  const Change& change);

}  // namespace entente::by_hand
