// The pictures of a case, each as one SVG: for a file of its own, and for the page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/linkage.h"
#include "view/listed.h"
#include "whatif/robustness.h"
#include "words/voice.h"

namespace entente {

/// What a case's conclusions rest on: its assumptions and its conclusions. Of a redacted case the evidence is
/// left out.
struct RestsDrawn {
  const Model& model;
  const std::vector<Assumption>& assumptions;
  const std::vector<Conclusion>& found;
};

/// What pictures are drawn from. The tornado and the evidence take the single changes, too.
struct Pictured {
  const ListedView& view;
  const Brief& brief;
  const Voice& voice;
  bool as_written = true;  // else with changes, so that statements have other numbers than in the file
  const RestsDrawn* rests = nullptr;
  const Robustness* robustness = nullptr;
  const Linkage* linkage = nullptr;
  bool alone = false;  // a file of its own, which says of which case it is; else part of a page
  bool small = false;  // for a first look: no wider than a phone; only the stakes are drawn so
  const Analysis& analysis = view.analysis();

  const Model& model() const { return analysis.model(); }
};

struct PictureRequest {
  std::string name;
  std::optional<PartyId> party = {};  // whose; only the ladder asks for one
};

/// A picture, or why the case has none of this kind.
struct Picture {
  std::string svg;
  std::string told;    // how to read it
  std::string reason;  // where there is none
};

/// graph, integrated, ladder, settlements, staircase, stakes, gap, timeline, tornado, evidence, links.
const std::vector<std::string>& known_pictures();
/// What a picture of this name shows, in a few words.
std::string picture_title(std::string_view name);
/// Whether a picture of this name takes the single changes.
bool takes_changes(std::string_view name);
/// Whether it takes the comparison of linked disputes.
bool takes_links(std::string_view name);
/// Why there is no such comparison.
inline constexpr const char* not_compared =
    "the case links no other disputes, or one of them has too many situations to list";
/// The name must be one of known_pictures().
Picture picture(const Pictured& of, const PictureRequest& request);

}  // namespace entente
