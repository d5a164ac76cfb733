// Cases made of other programs' files, and cases written for other programs. What cannot be carried over is
// told.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/answer.h"

namespace entente {

/// `as`: one of import_kinds(), which the content tells where none is given. `folder`: the files are all that
/// a folder has, so that those of no kind are told and left out. `transitions`: who can go from which state
/// to which, for a table of states. `from`, `to` and `parties`: the first day and the last, and which actors
/// are which parties, for tables of events.
struct ImportRequest {
  std::optional<std::string> as = {};
  bool folder = false;
  std::optional<Input> transitions = {};
  std::optional<std::string> from = {}, to = {};
  std::optional<Input> parties = {};
};

/// The most bytes that files to be imported have together: as many as a case, or, of events, many more.
std::size_t largest_import(const ImportRequest& request);

/// Files of one kind as one case; what could not be carried over stands in `err` and in its comments.
Answer import_case(const std::vector<Input>& files, const ImportRequest& request, const Look& look,
                   const Sink& out);
/// "gmcr", "table", "nfg", "genius", "geniusweb", "negolog", "gdelt", "acled".
std::vector<std::string> import_kinds();

/// `as`: one of export_kinds(). `transitions` takes a table of who can go from which state to which.
struct ExportRequest {
  std::string as = {};
  Sink transitions = {};
};

/// A case for another program; what could not be carried over stands in `err`. Only of a case whose states
/// can be listed.
Answer export_case(const Input& input, const ExportRequest& request, const Look& look, const Sink& out);
/// "table", "nfg", "gmcr".
std::vector<std::string> export_kinds();

}  // namespace entente
