// The text of one source, in paragraphs.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace entente {

struct Paragraph {
  Place at;
  std::string words;  // in one line, runs of white space as one blank
};

struct SourceText {
  std::shared_ptr<const Text> text;
  std::vector<Paragraph> paragraphs;
};

/// Parted by blank lines.
std::vector<Paragraph> paragraphs(const Text& text);

/// FOLDER/<id>.txt, else FOLDER/<id>; nothing where neither is a file that can be read, or `id` is no
/// identifier and might lead elsewhere.
std::optional<SourceText> source_text(const std::string& folder, const std::string& id);

}  // namespace entente
