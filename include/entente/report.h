// The page that a case comes to: written as one HTML file, in parts while it is used, and held against its
// case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/answer.h"

namespace entente {

/// The page with everything in it; with `redact` without what the case marks as confidential.
struct ReportRequest {
  bool redact = false;
  Watching watching = {};
};

/// The parts of the page with the input's changes made, as JSON: {"sections": {id: HTML}, "changed":
/// [sentences], "bar": HTML}. A part that the changes do not touch is "": it stays as it stands. `state` is
/// looked at, by its number from 1 in the case so changed. `sections`: no others than those of these ids, and
/// `bar_alone`: none, which is sooner done.
struct PageRequest {
  Form form = Form::json;
  bool bar_alone = false;
  std::vector<std::string> sections = {};
  std::optional<StateName> state = {};
};

Answer report(const Input& input, const ReportRequest& request, const Look& look, const Sink& out);
Answer page(const Input& input, const PageRequest& request, const Look& look, const Sink& out);

/// Whether a page is what this program writes of the case: status 0 where it is, 1 where it is not, and what
/// differs is told.
Answer verify(std::string_view page, const Input& input, const Look& look, const Sink& out);

}  // namespace entente
