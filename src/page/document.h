// The whole page: one HTML file that asks nothing of anywhere, with its sections, its contents and what it
// was made from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/redact.h"
#include "model/replies.h"
#include "page/page_assets.h"
#include "page/sections.h"

namespace entente {

/// What a page says of itself.
struct Frame {
  std::string title;
  std::string version;
  std::string case_name;             // the file, as it was called when the page was made
  std::string case_hash;             // SHA-256 of its text
  std::optional<std::string> as_of;  // the day the case was put back to
  Replies replies = Replies::legal;
  std::optional<Withheld> left_out;  // of a redacted page
  std::string data;                  // what the script works on, JSON; empty on a redacted page
  PageAssets assets;
};

std::string document(const std::vector<Section>& sections, const Frame& frame);

/// What a page says it was made from; nothing where it is no page of this program.
struct PageClaims {
  std::string version, case_name, case_hash;
  std::optional<std::string> as_of, answers;
  bool redacted = false;
};
std::optional<PageClaims> claims(std::string_view page);

}  // namespace entente
