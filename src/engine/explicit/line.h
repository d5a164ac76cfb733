// 64 states in a row of a dense rank function, and arrays of such lines, used again once they are free.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "states/stop.h"

namespace entente {

inline constexpr std::size_t line_states = 64;

/// The ranks of 64 neighbouring combinations.
template <class T>
struct alignas(64) Line {
  std::array<T, line_states> of;
};

/// Above every rank, or with the largest one: +inf, and what combinations that are no states hold.
template <class T>
inline constexpr T top = std::numeric_limits<T>::max();

template <class T>
using Lines = std::shared_ptr<Line<T>[]>;

/// Arrays of one size. What is handed back is kept, since the first touch of fresh memory costs more than
/// most operations do.
template <class T>
class LinePool : public std::enable_shared_from_this<LinePool<T>> {
 public:
  LinePool(std::size_t lines, Stop stop) : lines_(lines), stop_(std::move(stop)) {}

  /// An array with anything in it; throws Stopped where there is no room for one.
  Lines<T> take() {
    Owned array = kept();
    if (!array) {
      const auto room = stop_.claim(lines_ * sizeof(Line<T>));
      array = Owned(new Line<T>[lines_]);
    }
    Line<T>* const first = array.release();
    return Lines<T>(first, [pool = this->shared_from_this()](Line<T>* p) { pool->keep(Owned(p)); });
  }

 private:
  using Owned = std::unique_ptr<Line<T>[]>;

  Owned kept() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return nullptr;
    Owned array = std::move(free_.back());
    free_.pop_back();
    return array;
  }
  void keep(Owned array) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(array));
  }

  std::size_t lines_;
  Stop stop_;
  std::mutex mutex_;
  std::vector<Owned> free_;
};

/// A rank function over all combinations: never changed once made, so that copies share it.
template <class T>
using DenseRanks = std::shared_ptr<const Line<T>[]>;

}  // namespace entente
