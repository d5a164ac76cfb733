// A list of threads, and a list of what they are to do.
#include "server/threads.h"

#include <exception>
#include <utility>

namespace entente::server {

Threads::Threads(std::size_t first) {
  try {
    for (std::size_t k = 0; k < first; ++k) {
      const std::lock_guard lock(mutex_);
      add();
    }
  } catch (...) {
    wait();
    throw;
  }
}

Threads::~Threads() {
  wait();
}

void Threads::wait() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  for (std::thread& one : all_) one.join();
  all_.clear();
}

/// Called with the lock held.
void Threads::add() {
  all_.emplace_back();
  try {
    all_.back() = std::thread([this] { work(); });
  } catch (...) {
    all_.pop_back();
    throw;
  }
  ++idle_;
}

bool Threads::begin(Task task) {
  const std::lock_guard lock(mutex_);
  if (closed_) return false;
  try {
    waiting_.push_back(std::move(task));
    if (idle_ < waiting_.size()) add();
  } catch (const std::exception&) {  // no memory, or no thread
    if (idle_ < waiting_.size()) waiting_.pop_back();
    return false;
  }
  changed_.notify_one();
  return true;
}

void Threads::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    std::list<Task> mine;
    mine.splice(mine.begin(), waiting_, waiting_.begin());
    --idle_;
    lock.unlock();
    try {
      mine.front()();
    } catch (...) {  // whoever begins a task sees to what it leaves behind
    }
    mine.clear();
    lock.lock();
    ++idle_;
  }
}

}  // namespace entente::server
