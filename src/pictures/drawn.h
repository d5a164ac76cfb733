// A picture before it is written, so that what stands over and under it is written in one place.
#pragma once

#include <string>

#include "model/model.h"
#include "pictures/svg.h"

namespace entente {

/// What is drawn and how large it is, or why there is nothing.
struct Drawing {
  Svg svg = Svg();
  double width = 0, height = 0;
  std::string title = {};
  std::string told = {};  // how to read it
  std::string reason = {};
};

inline Drawing nothing_drawn(std::string reason) {
  return {.reason = std::move(reason)};
}

/// Over a picture that stands alone: of which case it is and as of when, and whether changes were made.
struct Heading {
  const Model& model;
  bool as_written = true;
};

/// The SVG; empty where nothing is drawn. Without a heading it is part of a page, which says the rest.
std::string written(Drawing drawing, const Heading* heading);

}  // namespace entente
