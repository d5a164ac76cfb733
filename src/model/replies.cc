// The readings of a reply by their ids.
#include "model/replies.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::array<std::string_view, 3> ids = {"legal", "once", "one"};

}  // namespace

std::string_view id(Replies replies) {
  return ids.at(static_cast<std::size_t>(replies));
}

std::optional<Replies> replies_of(std::string_view id) {
  const auto it = std::find(ids.begin(), ids.end(), id);
  if (it == ids.end()) return std::nullopt;
  return static_cast<Replies>(it - ids.begin());
}

std::vector<std::string_view> replies_ids() {
  return {ids.begin(), ids.end()};
}

}  // namespace entente
