// Listening for Ctrl-C.
#include "cli/interrupt.h"

#include <csignal>

namespace entente::cli {
namespace {

std::atomic<bool> stop{false};

extern "C" void on_interrupt(int signal) {
  stop.store(true);
  std::signal(signal, SIG_DFL);
}

}  // namespace

const std::atomic<bool>& interrupted() {
  static const bool listening = std::signal(SIGINT, on_interrupt) != SIG_ERR;
  static_cast<void>(listening);
  return stop;
}

}  // namespace entente::cli
