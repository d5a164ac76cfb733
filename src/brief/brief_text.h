// The brief: for people, and as JSON under a versioned schema (docs/analysis-json.md).
#pragma once

#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "view/view.h"
#include "words/voice.h"

namespace entente {

struct Rests;

/// What the case is called, with its date.
std::string brief_title(const Model& model);
/// "Japan and Russia have 11 choices to make"
std::string choices_words(const Voice& voice);

/// Its title and the five lines that are the whole.
std::string short_text(const View& view, const Face& face, const Rests* rests = nullptr);
/// With `in_full` nothing is left out of a list. `rests`: the single changes, where they were made. `closed`:
/// what closes every way to a settlement, where that was looked for.
std::string brief_text(const View& view, const Face& face, bool in_full, const Rests* rests = nullptr,
                       const std::string& closed = {});

inline constexpr const char* analysis_schema = "entente-analysis/1";

/// `rests`: the single changes, where they were made.
Json brief_json(const View& view, const Rests* rests = nullptr);

}  // namespace entente
