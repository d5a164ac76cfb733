// Stands in for oneTBB where there is one core: a range, never parted.
#pragma once

#include <cstddef>

namespace tbb {

template <class Index>
class blocked_range {
 public:
  blocked_range(Index begin, Index end, std::size_t grain = 1) : begin_(begin), end_(end) {
    static_cast<void>(grain);
  }
  Index begin() const { return begin_; }
  Index end() const { return end_; }
  bool empty() const { return !(begin_ < end_); }

 private:
  Index begin_, end_;
};

}  // namespace tbb
