// A case and what it includes read, each file with its own faults.
#include "links/disputes.h"

#include <fmt/format.h>
#include <algorithm>

#include "casefile/read.h"
#include "links/shifted.h"

namespace entente {
namespace {

/// Whether a file is called so that it can only stand beside the case: no folder, no way up.
bool stands_beside(std::string_view name) {
  return !name.empty() && name != "." && name != ".." &&
         name.find_first_of("/\\") == std::string_view::npos && name.find('\0') == std::string_view::npos;
}

/// What a file beside another is called, where that is called by a path.
std::string beside(const std::string& name, const std::string& file) {
  return name.substr(0, name.rfind('/') + 1) + file;
}

class Including {
 public:
  Including(Text& text, const std::vector<IncludedFile>& files, Diagnostics& diagnostics)
      : text_(text), files_(files), diagnostics_(diagnostics) {}

  Linked read() {
    Linked linked{casefile::read(text_, diagnostics_)};
    tell_unlinked(linked.linking);
    const std::vector<casefile::Include>& includes = linked.linking.includes;
    if (includes.size() > most_includes)
      fault("too-many-includes", includes[most_includes].at,
            fmt::format("a case includes {} others at most", most_includes));
    for (std::size_t k = 0; k < std::min(includes.size(), most_includes); ++k)
      if (includes[k].file && includes[k].as) include(includes[k], linked.disputes);
    return linked;
  }

 private:
  void fault(std::string code, Place at, std::string message, std::string help = {}) {
    diagnostics_.report({Severity::error, std::move(code), at, std::move(message), std::move(help), {}});
  }

  /// A link of a case that includes nothing has nothing to link.
  void tell_unlinked(const casefile::Case& written) {
    if (!written.includes.empty() || written.hole("include")) return;
    const casefile::Table* const first = !written.links.empty()
                                             ? static_cast<const casefile::Table*>(&written.links[0])
                                         : !written.wishes.empty() ? &written.wishes[0]
                                                                   : nullptr;
    if (first != nullptr)
      fault("link-without-include", first->at, "this case includes no other that could be linked",
            "name the cases with [[include]]");
  }

  void include(const casefile::Include& one, std::vector<Dispute>& disputes) {
    const std::string& name = one.file->value;
    if (!stands_beside(name))
      return fault("bad-include", one.file->at,
                   "an included case stands in the folder of the one that includes it",
                   "write the name of its file alone");
    const auto file = std::find_if(files_.begin(), files_.end(),
                                   [&](const IncludedFile& other) { return other.name == name; });
    if (file == files_.end() || !file->content)
      return fault("unread-file", one.file->at,
                   file == files_.end() || file->why.empty()
                       ? fmt::format("'{}' was not given with this case", name)
                       : file->why);
    take(one, *file, disputes);
  }

  /// The text stands behind what is there; what is wrong with it is told in its place.
  void take(const casefile::Include& one, const IncludedFile& file, std::vector<Dispute>& disputes) {
    const std::string called = beside(text_.name(), file.name);
    Diagnostics told;
    casefile::Case written = casefile::read(Text(called, *file.content), told);
    const std::uint32_t begin = text_.append(called, *file.content);
    for (Diagnostic each : told.sorted()) {
      for (Place* place : places(each)) place->begin += begin, place->end += begin;
      diagnostics_.report(std::move(each));
    }
    shift(written, begin);
    tell_unlinked(written);
    if (!written.includes.empty())
      fault("bad-include", written.includes[0].at, "an included case includes nothing itself",
            "include all cases in one file");
    disputes.push_back({one.as->value, std::move(written)});
  }

  static std::vector<Place*> places(Diagnostic& diagnostic) {
    std::vector<Place*> all = {&diagnostic.at};
    for (Note& note : diagnostic.notes) all.push_back(&note.at);
    return all;
  }

  Text& text_;
  const std::vector<IncludedFile>& files_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::vector<std::string> included_files(const casefile::Case& linking) {
  std::vector<std::string> names;
  for (const casefile::Include& one : linking.includes)
    if (one.file && stands_beside(one.file->value) && names.size() < most_includes &&
        std::find(names.begin(), names.end(), one.file->value) == names.end())
      names.push_back(one.file->value);
  return names;
}

Linked read_linked(Text& text, const std::vector<IncludedFile>& files, Diagnostics& diagnostics) {
  return Including(text, files, diagnostics).read();
}

}  // namespace entente
