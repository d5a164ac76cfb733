// What is being worked on and for how long, on one line of standard error.
#include "cli/working_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <system_error>

namespace entente::cli {

namespace {

constexpr std::chrono::seconds quiet{1};
constexpr std::chrono::milliseconds between{200};

}  // namespace

WorkingLine::WorkingLine() : seen_(::isatty(STDERR_FILENO) == 1) {}

void WorkingLine::tell(const std::string& stage) {
  if (!seen_) return;
  const std::lock_guard lock(mutex_);
  stage_ = stage;
  if (ended_ || thread_.joinable()) return;
  try {
    thread_ = std::thread([this] { show_until_ended(); });
  } catch (const std::system_error&) {
    ended_ = true;  // no thread can be had: the work goes on, and nothing is shown
  }
}

void WorkingLine::end() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void WorkingLine::show_until_ended() {
  std::unique_lock lock(mutex_);
  const auto ended = [this] { return ended_; };
  if (changed_.wait_until(lock, begun_ + quiet, ended)) return;
  for (bool over = false; !over; over = changed_.wait_for(lock, between, ended)) show();
  line_.wipe();
}

void WorkingLine::show() {
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun_;
  line_.show(fmt::format("{:.0f} s: {} (Ctrl-C: end with what is known)", taken.count(), stage_));
}

}  // namespace entente::cli
