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
Run asked(std::string program, std::string verb, std::string file, double states) {
  std::array<char*, 4> arguments = {program.data(), verb.data(), file.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  Run run{.states = states};
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
  const std::string program = folder + "/entente";
  const std::string linked = ENTENTE_SOURCE_DIR "/cases/japan-russia-2016.toml";
  Row small{.work = "analyze, whole process",
            .engine = "dense",
            .options = 12,
            .parties = 3,
            .statements = 8,
            .seed = 20,
            .goal = 0.05,
            .aim = 0.015};
  small.once = [=] { return asked(program, "analyze", folder + "/case_of_4096_states.toml", 4096); };
  Row whole{.work = "analyze, linked disputes", .engine = "dense", .options = 15, .parties = 4, .goal = 2};
  whole.once = [=] { return asked(program, "analyze", linked, 102528); };
  Row links{.work = "links, linked disputes", .engine = "dense", .options = 15, .parties = 4, .goal = 8};
  links.once = [=] { return asked(program, "links", linked, 102528); };
  return {small, whole, links};
}

}  // namespace entente::bench
