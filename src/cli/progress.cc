// How far long work is, told on a terminal; and what the terminal is.
#include "cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <system_error>

#include "cli/streams.h"

namespace entente::cli {
namespace {

constexpr unsigned narrowest = 40;
constexpr unsigned widest = 400;
constexpr unsigned without_terminal = 100;
constexpr unsigned unknown_terminal = 80;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

bool coloured(std::string_view color, int descriptor) {
  if (color != "auto") return color == "always";
  return environment("NO_COLOR").empty() && environment("TERM") != "dumb" && ::isatty(descriptor) == 1;
}

unsigned columns() {
  const std::string_view asked = environment("COLUMNS");
  unsigned width = 0;
  const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), width);
  if (error == std::errc{} && end == asked.data() + asked.size() && width > 0) return width;
  if (::isatty(STDOUT_FILENO) != 1) return without_terminal;
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : unknown_terminal;
}

}  // namespace

Look look(std::string_view color) {
  return {coloured(color, STDOUT_FILENO), coloured(color, STDERR_FILENO),
          std::clamp(columns(), narrowest, widest)};
}

namespace {

constexpr std::chrono::seconds quiet{1};
constexpr std::chrono::milliseconds between{200};

using Clock = std::chrono::steady_clock;

std::string duration(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  if (seconds < 5400) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

/// One line, written over and over, and wiped when the work is done.
class Progress {
 public:
  void operator()(std::size_t done, std::size_t total) {
    const Clock::time_point now = Clock::now();
    if (done < last_) begun_ = now;
    last_ = done;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    if (done == total) line_.wipe();
    if (done == total || seconds < 1 || now - told_ < between) return;
    told_ = now;
    const double left = seconds * static_cast<double>(total - done) / static_cast<double>(done);
    line_.show(fmt::format("{} of {}, about {} left", done, total, duration(left)));
  }

 private:
  Clock::time_point begun_ = Clock::now();
  Clock::time_point told_ = {};
  std::size_t last_ = 0;
  OneLine line_;
};

}  // namespace

void OneLine::show(std::string words) {
  words.resize(std::min<std::size_t>(words.size(), look("never").width - 1));
  const std::size_t columns = words.size();
  words.append(shown_ - std::min(shown_, columns), ' ');
  complain("\r" + words);
  shown_ = columns;
}

void OneLine::wipe() {
  if (shown_ > 0) complain("\r" + std::string(shown_, ' ') + "\r");
  shown_ = 0;
}

Watching watching() {
  Watching w;
  w.cancelled = [] { return interrupted().load(); };
  if (::isatty(STDERR_FILENO) == 1)
    w.progress = [p = std::make_shared<Progress>()](std::size_t d, std::size_t t) { (*p)(d, t); };
  return w;
}

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
