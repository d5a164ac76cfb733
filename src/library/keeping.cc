// What is tried written into the case's own text, or into that of a file that it includes.
#include "library/keeping.h"

#include <algorithm>

#include "casefile/read.h"
#include "casefile/write.h"
#include "links/joined.h"
#include "whatif/changes.h"
#include "whatif/patch.h"
#include "words/english.h"

namespace entente {
namespace {

std::string kept(const Opened& opened) {
  Diagnostics unheard;
  const casefile::Case written = casefile::read(opened.reading.text, unheard);
  const ChangedCase now = make_changes(written, opened.input.changes, opened.input.as_of);
  const std::optional<std::string> text = patched(opened.input.content, written, now.premises);
  return text ? *text : casefile::write(now.written);
}

/// What each [[include]] names, in their order.
std::vector<IncludedFile> included_in_order(const Linked& linked, const std::vector<IncludedFile>& files) {
  std::vector<IncludedFile> all;
  for (const casefile::Include& one : linked.linking.includes)
    all.push_back(*std::find_if(files.begin(), files.end(),
                                [&](const IncludedFile& file) { return file.name == one.file->value; }));
  return all;
}

/// The text of the file with this name, or of the linking one; what hinders that is told.
std::optional<std::string> kept_of_linked(Opened& opened, const std::string& name) {
  Text text(opened.input.name, opened.input.content);
  Diagnostics unheard;
  const std::vector<IncludedFile> beside = files_beside(opened.input);
  const Linked linked = read_linked(text, beside, unheard);
  const std::vector<IncludedFile> files = included_in_order(linked, beside);
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const IncludedFile& file) { return file.name == name; });
  if (name != opened.input.name && found == files.end()) {
    refuse(opened, "file: error: '" + name + "' is neither the case nor a file that it includes");
    return std::nullopt;
  }
  const casefile::Case whole = *joined(linked, unheard);
  const ChangedCase now = make_changes(whole, opened.input.changes, opened.input.as_of);
  const auto texts = patched(opened.input.content, files, whole, now.premises);
  if (!texts) {
    refuse(opened, opened.input.name +
                       ": error: these changes cannot be written into the files as they stand, each of "
                       "which has its own wishes in its own words; write them by hand");
    return std::nullopt;
  }
  return name == opened.input.name ? texts->front()
                                   : (*texts)[static_cast<std::size_t>(found - files.begin()) + 1];
}

}  // namespace

std::optional<std::string> kept_text(Opened& opened, const std::optional<std::string>& file) {
  if (!opened.reading.linked.links()) return kept(opened);
  if (file) return kept_of_linked(opened, *file);
  refuse(opened,
         opened.input.name + ": error: this case links others; say in 'file' whose text is asked for");
  return std::nullopt;
}

}  // namespace entente
