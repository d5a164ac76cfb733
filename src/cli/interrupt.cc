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

/// What is ignored from outside, as by nohup, stays so. Reading and writing that waits is ended, too: no
/// SA_RESTART.
bool listen() {
  for (const int one : signals) {
    struct sigaction before {};
    struct sigaction action {};
    action.sa_handler = on_interrupt;
    if (::sigaction(one, &action, &before) == 0 && before.sa_handler == SIG_IGN)
      ::sigaction(one, &before, nullptr);
  }
  return true;
}

}  // namespace

const std::atomic<bool>& interrupted() {
  static const bool listening = listen();
  static_cast<void>(listening);
  return stop;
}

bool told_to_end() {
  return stop;
}

}  // namespace entente::cli
