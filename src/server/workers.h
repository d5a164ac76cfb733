// Analyses in processes of their own, each with its time and memory: one that crashes, hangs or takes too
// much ends alone, and one that is no longer wanted is ended at once.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "server/folder.h"
#include "server/frames.h"
#include "server/refusal.h"

namespace entente::server {

/// What was asked to stop, or has used up its time, has so long to say what it has.
inline constexpr auto time_to_stop = std::chrono::seconds(5);

/// How the work came out.
struct Work_done {
  enum class End { whole, too_long, too_large, no_memory, not_begun, lost } end = End::lost;
  int status = 0;      // of the program's verbs
  std::string answer;  // what was written
  std::string err;     // what belongs on standard error
};

/// Why there is no work under way.
Refusal no_worker();

/// Who waits for work: told how far it is, and what is being worked on; the work is ended once it is
/// unwanted.
struct Hearing {
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;
  std::function<void(const std::string&)> stage;
  std::function<bool()> unwanted;
};

/// One piece of work under way; it ends with this object.
class Running {
 public:
  explicit Running(Descriptor socket) : socket_(std::move(socket)) {}
  /// Waits for the end.
  Work_done wait(const Hearing& hearing, unsigned seconds);
  /// Asks it to end soon with what it has.
  void stop();

 private:
  Descriptor socket_;
};

/// The process that makes them. It is forked off before the server has threads, and makes each worker by
/// forking itself, which takes under a millisecond.
class Workers {
 public:
  static Outcome<Workers> start();
  Outcome<Running> begin(const Work& work) const;

 private:
  explicit Workers(Descriptor control) : control_(std::move(control)) {}
  Descriptor control_;
};

/// The worker's side: does one piece of work for the other end of the socket; does not return.
[[noreturn]] void work_for(int socket);

}  // namespace entente::server
