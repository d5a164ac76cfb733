// One line of standard error that is written over and over while something takes long.
#pragma once

#include <cstddef>
#include <string>

namespace entente::cli {

/// For a terminal: no wider than that, and nothing that one without colours could not show.
class OneLine {
 public:
  void show(std::string words);
  void wipe();

 private:
  std::size_t shown_ = 0;  // columns
};

}  // namespace entente::cli
