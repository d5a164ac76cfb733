// One line of standard error that is written over and over.
#include "cli/one_line.h"

#include <algorithm>

#include "cli/streams.h"
#include "cli/terminal.h"

namespace entente::cli {

void OneLine::show(std::string words) {
  words.resize(std::min<std::size_t>(words.size(), look("never").width - 1));
  const std::size_t columns = words.size();
  words.append(shown_ - std::min(shown_, columns), ' ');
  complain("\r" + words);
  shown_ = columns;
}

void OneLine::wipe() {
  if (shown_ > 0) complain("\r" + std::string(shown_, ' ') + "\r");
  shown_ = 0;
}

}  // namespace entente::cli
