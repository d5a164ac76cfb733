// What is being worked on and for how long, on one line of standard error, where that is a terminal.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "cli/one_line.h"

namespace entente::cli {

class WorkingLine {
 public:
  /// Shown once the work has taken a second.
  WorkingLine();
  ~WorkingLine() { end(); }
  WorkingLine(const WorkingLine&) = delete;
  WorkingLine& operator=(const WorkingLine&) = delete;

  /// What is being worked on from now; from any thread.
  void tell(const std::string& stage);
  /// Wipes the line; nothing is shown any more.
  void end();

 private:
  void show_until_ended();
  void show();

  const bool seen_;
  const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string stage_;
  OneLine line_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace entente::cli
