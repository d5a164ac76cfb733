// The answers of settle, outlook and path for people.
#pragma once

#include <optional>
#include <string>

#include "brief/sheet.h"
#include "view/analysis.h"
#include "words/voice.h"

namespace entente {

std::string settle_text(const Analysis& analysis, const Face& face);
std::string outlook_text(const Analysis& analysis, const Face& face, Concept concept_asked);

/// What was asked of a path, so that the answer can say it.
struct PathAsked {
  std::string target = "a settlement";  // in words
  std::optional<Date> deadline;
  bool safe = false;
};
/// A numbered line a step: what is done, who gains or concedes, by when.
void tell_steps(Sheet& page, const Analysis& analysis, const Voice& voice, const Path& path);
std::string path_text(const Analysis& analysis, const Face& face, const std::optional<Path>& path,
                      const PathAsked& asked);

/// What each concept asks, for an answer that names them without saying it.
void tell_concepts(Sheet& page);

}  // namespace entente
