// One case asked about in a process of its own.
#include "cli/case_process.h"

#include <entente/answer.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "cli/streams.h"

namespace entente::cli {
namespace {

constexpr std::size_t piece = std::size_t{1} << 16;
constexpr std::size_t largest_answer = std::size_t{64} << 20;
constexpr int not_begun = 127;

/// Where memory runs out, the system is to end this one and not the batch.
void go_first() {
  const int descriptor = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  if (::write(descriptor, "1000", 4) < 0) {}  // then not
  ::close(descriptor);
}

/// Between fork and exec, so that nothing is allocated here.
[[noreturn]] void become(char* const* words, int out, int err, const cpu_set_t* core, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(not_begun);
  if (core != nullptr) ::sched_setaffinity(0, sizeof *core, core);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  go_first();
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  ::execv("/proc/self/exe", words);
  ::_exit(not_begun);
}

/// Both ends, closed where they are not taken.
class Ends {
 public:
  Ends() { made_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
  ~Ends() {
    for (const int end : ends_)
      if (end >= 0) ::close(end);
  }
  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;
  explicit operator bool() const { return made_; }
  int take_reading() { return std::exchange(ends_[0], -1); }
  int writing() const { return ends_[1]; }

 private:
  std::array<int, 2> ends_{-1, -1};
  bool made_ = false;
};

CaseAnswer killed(int signal, std::string err) {
  const bool by_the_system = signal == SIGKILL;
  err += complaint(fmt::format("the process that asked about this case was ended by signal {} ({}){}", signal,
                               ::strsignal(signal),
                               by_the_system ? ", as the system does where memory runs out" : ""));
  return {by_the_system ? status::over_budget : status::program_fault, {}, std::move(err)};
}

}  // namespace

CaseAnswer not_started() {
  return {status::program_fault, {}, complaint("no process could be started for this case")};
}

std::unique_ptr<CaseProcess> CaseProcess::start(const std::vector<std::string>& words,
                                                std::optional<int> core) {
  std::vector<std::string> all = {"entente"};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> pointers;
  for (std::string& word : all) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  cpu_set_t cores;
  CPU_ZERO(&cores);
  if (core) CPU_SET(static_cast<unsigned>(*core), &cores);
  Ends out, err;
  if (!out || !err) return nullptr;
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) become(pointers.data(), out.writing(), err.writing(), core ? &cores : nullptr, parent);
  if (child < 0) return nullptr;
  return std::unique_ptr<CaseProcess>(new CaseProcess(child, out.take_reading(), err.take_reading()));
}

CaseProcess::~CaseProcess() {
  kill();
  for (const Pipe& pipe : pipes_)
    if (pipe.descriptor >= 0) ::close(pipe.descriptor);
  while (process_ > 0 && ::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {}
}

void CaseProcess::kill() {
  if (process_ > 0) ::kill(process_, SIGKILL);
}

std::vector<int> CaseProcess::descriptors() const {
  std::vector<int> all;
  for (const Pipe& pipe : pipes_)
    if (pipe.descriptor >= 0) all.push_back(pipe.descriptor);
  return all;
}

bool CaseProcess::go_on() {
  for (Pipe& pipe : pipes_)
    if (pipe.descriptor >= 0) read(pipe);
  return !descriptors().empty();
}

/// Both are read without waiting: one may have nothing while the other is full.
void CaseProcess::read(Pipe& pipe) {
  std::array<char, piece> buffer;
  ::fcntl(pipe.descriptor, F_SETFL, O_NONBLOCK);
  const ssize_t got = ::read(pipe.descriptor, buffer.data(), buffer.size());
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return;
  if (got <= 0) {
    ::close(std::exchange(pipe.descriptor, -1));
    return;
  }
  pipe.content.append(buffer.data(), static_cast<std::size_t>(got));
  if (pipe.content.size() <= largest_answer || std::exchange(too_large_, true)) return;
  kill();
}

CaseAnswer CaseProcess::answer() {
  int how = 0;
  while (::waitpid(process_, &how, 0) < 0 && errno == EINTR) {}
  process_ = 0;
  auto& [out, err] = pipes_;
  if (too_large_)
    return {status::over_budget,
            {},
            complaint(fmt::format("the answer is larger than {} MB", largest_answer >> 20))};
  if (WIFSIGNALED(how)) return killed(WTERMSIG(how), std::move(err.content));
  if (WEXITSTATUS(how) == not_begun) return not_started();
  return {WEXITSTATUS(how), std::move(out.content), std::move(err.content)};
}

}  // namespace entente::cli
