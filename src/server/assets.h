// The workbench's own files, embedded by cmake/embed_assets.cmake where they were built.
#pragma once

#include <string_view>
#include <vector>

namespace entente::server {

struct Asset {
  std::string_view name;  // "index.html"
  std::string_view bytes;
};

const std::vector<Asset>& assets();

/// What a browser is to take a file for, by its ending.
std::string_view media_type(std::string_view name);

}  // namespace entente::server
