// The members of the classes of a partition.
#include "settlement/partition.h"

#include <cassert>
#include <numeric>

namespace entente {

Classes::Classes(const std::vector<std::uint32_t>& class_of, std::uint32_t classes)
    : begins_(std::size_t{classes} + 1, 0), members_(class_of.size()) {
  for (const std::uint32_t c : class_of) {
    assert(c < classes);
    ++begins_[c + 1];
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  std::vector<std::uint32_t> at(begins_.begin(), begins_.end() - 1);
  for (std::uint32_t k = 0; k < class_of.size(); ++k) members_[at[class_of[k]]++] = k;
}

}  // namespace entente
