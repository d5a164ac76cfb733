// The table's row of a whole process: starting it, reading a case, analysing and writing the brief.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "bench/table.h"

namespace entente::bench {
namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

// Decided: the program could be run, and did what was asked.
Run analyzed(std::string program, std::string file) {
  std::string command = "analyze";
  std::array<char*, 4> arguments = {program.data(), command.data(), file.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  Run run{.states = 4096};
  rusage usage{};
  time(run, [&] {
    pid_t child = 0;
    int status = 1;
    const int failed = posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    run.decided = failed == 0 && wait4(child, &status, 0, &usage) == child && status == 0;
  });
  posix_spawn_file_actions_destroy(&actions);
  run.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  run.peak_memory = static_cast<double>(usage.ru_maxrss) / 1024;
  return run;
}

}  // namespace

std::vector<Row> process_rows(const std::string& folder) {
  Row row{.work = "analyze, whole process",
          .engine = "dense",
          .options = 12,
          .parties = 3,
          .statements = 8,
          .seed = 20,
          .goal = 0.05,
          .aim = 0.015};
  row.once = [folder] { return analyzed(folder + "/entente", folder + "/case_of_4096_states.toml"); };
  return {row};
}

}  // namespace entente::bench
