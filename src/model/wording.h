// Small work on words: folding and listing them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// In one line: runs of white space are one blank, and none at the ends.
std::string folded(std::string_view text);

/// "'a', 'b' and 'c'"; after a dozen only how many more there are.
std::string quoted_list(const std::vector<std::string>& words);

}  // namespace entente
