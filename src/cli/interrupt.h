// Ctrl-C: the first one asks long work to end with what is known, the second ends the program.
#pragma once

#include <atomic>

namespace entente::cli {

/// True once the user has asked to stop. The first call makes the program listen for it.
const std::atomic<bool>& interrupted();

}  // namespace entente::cli
