// What a page carries beside its text: its style, its script and the engine, as they were built into the
// program.
#pragma once

#include <string_view>

namespace entente {

struct PageAssets {
  std::string_view style;   // CSS; always there
  std::string_view script;  // one script, without a "</script" in it; empty where web/ was not built
  std::string_view engine;  // WebAssembly, gzipped, in base64; empty where it was not built
};

/// Made by cmake/embed_page.cmake; all three are empty in the engine that a page carries itself.
const PageAssets& page_assets();

}  // namespace entente
