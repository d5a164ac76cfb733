// A case that links others, and these, each as it was written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casefile/casefile.h"
#include "text/diagnostic.h"
#include "text/text.h"

namespace entente {

/// A file that a case includes, as somebody read it; where it could not be read, why.
struct IncludedFile {
  std::string name;
  std::optional<std::string> content = {};
  std::string why = {};
};

/// A case that is part of another; its places are counted through the text of both.
struct Dispute {
  std::string as;
  casefile::Case written;
};

/// A case as written, and those that it includes, in their order; without any it links none.
struct Linked {
  casefile::Case linking;
  std::vector<Dispute> disputes = {};

  bool links() const { return !linking.includes.empty(); }
};

/// The most files that a case can include.
inline constexpr std::size_t most_includes = 16;

/// The word for the linking file itself among its disputes.
inline constexpr std::string_view linking_file = "here";

/// The files that a case includes by name, each once; those alone that stand beside it.
std::vector<std::string> included_files(const casefile::Case& linking);

/// Reads a case and what it includes, whose texts are put behind its own.
Linked read_linked(Text& text, const std::vector<IncludedFile>& files, Diagnostics& diagnostics);

}  // namespace entente
