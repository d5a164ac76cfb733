// Listening for Ctrl-C and for other requests to end.
#pragma once

#include <atomic>

namespace entente::cli {

/// Set by the first Ctrl-C, SIGTERM or SIGHUP; listens from the first call on. A second one ends the program
/// at once.
const std::atomic<bool>& interrupted();
/// Whether it was set; does not begin to listen.
bool told_to_end();

}  // namespace entente::cli
