// The engine in a page has no files, so no source's text.
#include "view/source_text.h"

namespace entente {

std::optional<SourceText> source_text(const std::string&, const std::string&) {
  return std::nullopt;
}

}  // namespace entente
