// The pages, coming in and going out, and /api.
#pragma once

#include <span>
#include <string_view>

#include "server/router.h"

namespace entente::server {

void add_page_routes(Router& router);

/// One of the workbench's own files.
struct Asset {
  std::string_view name;  // "index.html"
  std::string_view bytes;
};

/// Embedded by cmake/embed_assets.cmake where they were built.
extern const std::span<const Asset> assets;

}  // namespace entente::server
