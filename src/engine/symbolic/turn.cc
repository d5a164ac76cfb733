// Whose turn it is.
#include "engine/symbolic/turn.h"

#include <chrono>

namespace entente {
namespace {

constexpr std::chrono::milliseconds between_looks{20};

}  // namespace

bool Turn::take(const std::function<bool()>& given_up) {
  const std::thread::id self = std::this_thread::get_id();
  std::unique_lock lock(mutex_);
  while (holder_ != std::thread::id()) {
    if (holder_ == self || given_up()) return false;
    freed_.wait_for(lock, between_looks);
  }
  holder_ = self;
  return true;
}

void Turn::give_back() {
  {
    const std::lock_guard lock(mutex_);
    holder_ = {};
  }
  freed_.notify_one();
}

}  // namespace entente
