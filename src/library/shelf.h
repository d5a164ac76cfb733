// The cases that come with the program; their texts are made part of it when it is built.
#pragma once

#include <string_view>
#include <vector>

namespace entente {

struct ShelfCase {
  std::string_view name;  // the file's, without its ending
  std::string_view text;
};

/// By name.
const std::vector<ShelfCase>& shelf();

}  // namespace entente
