// One case asked about in a process of its own: a crash, or one that is killed, costs that case alone.
#pragma once

#include <sys/types.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente::cli {

/// What came of it.
struct CaseAnswer {
  int status = 0;   // of the program's verbs
  std::string out;  // JSON, perhaps cut off
  std::string err;  // lines
};

/// Where no process could be started.
CaseAnswer not_started();

/// This program, run with other words. It ends with this object, and with the process that started it.
class CaseProcess {
 public:
  /// On one core alone where one is given; nothing where it could not be started.
  static std::unique_ptr<CaseProcess> start(const std::vector<std::string>& words, std::optional<int> core);
  ~CaseProcess();
  CaseProcess(const CaseProcess&) = delete;
  CaseProcess& operator=(const CaseProcess&) = delete;

  /// Where there is something to read; those that are at their end are left out.
  std::vector<int> descriptors() const;
  /// Reads what is there; false once it has ended.
  bool go_on();
  /// Once it has ended.
  CaseAnswer answer();

 private:
  CaseProcess(pid_t process, int out, int err) : process_(process), pipes_{{out, {}}, {err, {}}} {}

  struct Pipe {
    int descriptor;
    std::string content;
  };

  void read(Pipe& pipe);
  void kill();

  pid_t process_;  // 0 once it was waited for
  Pipe pipes_[2];
  bool too_large_ = false;
};

}  // namespace entente::cli
