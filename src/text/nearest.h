// "Did you mean": the known word nearest to one that is not known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The word of `known` with the fewest edits (insert, delete, replace, swap of neighbours; case counts half)
/// from `word`; the first of equals; none where the best takes more edits than a third of the word, at
/// least 1.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace entente
