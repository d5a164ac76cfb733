// Listening for Ctrl-C and for other requests to end.
#include "cli/interrupt.h"

#include <array>
#include <csignal>

namespace entente::cli {
namespace {

std::atomic<bool> stop{false};
constexpr std::array signals = {SIGINT, SIGTERM, SIGHUP};

extern "C" void on_interrupt(int) {
  stop.store(true);
  for (const int one : signals) std::signal(one, SIG_DFL);
}

/// What is ignored from outside, as by nohup, stays so.
bool listen() {
  for (const int one : signals)
    if (std::signal(one, on_interrupt) == SIG_IGN) std::signal(one, SIG_IGN);
  return true;
}

}  // namespace

const std::atomic<bool>& interrupted() {
  static const bool listening = listen();
  static_cast<void>(listening);
  return stop;
}

}  // namespace entente::cli
