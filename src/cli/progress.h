// How far long work is, told on a terminal; and what the terminal is.
#pragma once

#include <entente/entente.h>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace entente::cli {

/// How answers are to look: `color` is auto, always or never; auto follows NO_COLOR, TERM and what each
/// stream is connected to. The width is COLUMNS, else the terminal's, else 100.
Look look(std::string_view color);

/// One line that is written over and over: no wider than the terminal, and nothing that one without colours
/// could not show.
class OneLine {
 public:
  void show(std::string words);
  void wipe();

 private:
  std::size_t shown_ = 0;  // columns
};

/// How many of how many are done, shown where the work has taken a second.
Watching watching();

/// What is being worked on and for how long.
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
