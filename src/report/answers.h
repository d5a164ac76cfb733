// The answers of settle, outlook and path for people.
#pragma once

#include <optional>
#include <string>

#include "analysis/analysis.h"
#include "report/page.h"

namespace entente {

std::string settle_text(const Analysis& analysis, const Face& face);
std::string outlook_text(const Analysis& analysis, const Face& face, Concept concept_asked);

/// What was asked of a path, so that the answer can say it.
struct PathAsked {
  std::string target = "a settlement";  // in words
  std::optional<Date> deadline;
  bool safe = false;
};
std::string path_text(const Analysis& analysis, const Face& face, const std::optional<Path>& path,
                      const PathAsked& asked);

/// What a concept asks of a stable state, in one sentence.
std::string explained(Concept concept_asked);
/// The full name: "sequential stability".
std::string full_name(Concept concept_asked);
/// What each concept asks, for an answer that names them without saying it.
void tell_concepts(Page& page);

}  // namespace entente
