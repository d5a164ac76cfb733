// Stands in for oneTBB where there is one core: what each thread has of its own, made when first asked for.
#pragma once

#include <functional>
#include <optional>
#include <utility>

namespace tbb {

template <class T>
class enumerable_thread_specific {
 public:
  enumerable_thread_specific() : make_([] { return T(); }) {}
  template <class Make>
  explicit enumerable_thread_specific(Make make) : make_(std::move(make)) {}

  T& local() {
    if (!own_) own_.emplace(make_());
    return *own_;
  }

 private:
  std::function<T()> make_;
  std::optional<T> own_;
};

}  // namespace tbb
