// The table's row of a whole process: starting it, reading a case, analysing and writing the brief.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "bench/table.h"

namespace entente::bench {
namespace {

double cpu_of_children() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

// Whether the program could be run, and did what was asked.
bool ran(std::string program, std::string file) {
  std::string command = "analyze";
  std::array<char*, 4> arguments = {program.data(), command.data(), file.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 1;
  return failed == 0 && waitpid(child, &status, 0) == child && status == 0;
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
  row.once = [folder] {
    Run run{.states = 4096};
    const double before = cpu_of_children();
    time(run, [&] { run.decided = ran(folder + "/entente", folder + "/case_of_4096_states.toml"); });
    run.cpu_seconds = cpu_of_children() - before;
    return run;
  };
  return {row};
}

}  // namespace entente::bench
