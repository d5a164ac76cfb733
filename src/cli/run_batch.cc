// The verb `batch`: another verb asked of many cases, a line of JSON a case.
#include "cli/run_batch.h"

#include <fmt/format.h>
#include <limits.h>
#include <poll.h>
#include <sched.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "cli/batch_cases.h"
#include "cli/batch_line.h"
#include "cli/batch_question.h"
#include "cli/case_process.h"
#include "cli/file_writing.h"
#include "cli/progress.h"

namespace entente::cli {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t most_at_once = 256;
constexpr int look_again = 500;           // milliseconds between two looks whether it is to end
constexpr std::size_t most_ahead = 4096;  // lines that wait for one before them
constexpr std::size_t most_bytes_ahead = std::size_t{256} << 20;  // likewise

/// Those that this process may run on.
std::vector<int> cores() {
  cpu_set_t mine;
  CPU_ZERO(&mine);
  std::vector<int> all;
  if (::sched_getaffinity(0, sizeof mine, &mine) == 0)
    for (int core = 0; core < CPU_SETSIZE; ++core)
      if (CPU_ISSET(static_cast<unsigned>(core), &mine)) all.push_back(core);
  return all.empty() ? std::vector<int>{0} : all;
}

/// Why no process is started for a case: of a pipe or a device it would never come to an end, and a path that
/// is cut off would be another's.
std::optional<std::string> unreadable(const std::string& path) {
  if (path.find('\0') != std::string::npos) return "the name of this case has a NUL";
  if (path.size() >= PATH_MAX) return "the name of this case is too long";
  struct stat found {};
  if (::stat(path.c_str(), &found) == 0 && !S_ISREG(found.st_mode))
    return fmt::format("'{}' is a folder, a device or a pipe and no case", path);
  return std::nullopt;
}

/// Cases asked about, as many at once as there are cores, and their lines in order.
class Batch {
 public:
  Batch(const std::vector<BatchCase>& cases, Words words, Output& out)
      : cases_(cases), words_(std::move(words)), out_(out), watching_(watching()) {
    for (const int core : cores())
      if (free_.size() < most_at_once) free_.insert(core);
    alone_ = cases.size() >= free_.size();
    static_cast<void>(interrupted());
  }

  /// False where it was ended before all lines were written.
  bool run() {
    while (written_ < cases_.size() && out_.error() == 0 && !told_to_end()) {
      while (may_begin() && begin()) {}
      if (!running_.empty()) wait();
      if (!told_to_end()) write();  // Ctrl-C ends the processes, too, with half of what they would say
    }
    return written_ == cases_.size();
  }

 private:
  struct Running {
    std::size_t number;
    int core;
    std::unique_ptr<CaseProcess> process;
  };

  bool may_begin() const {
    return begun_ < cases_.size() && !free_.empty() && begun_ - written_ < most_ahead &&
           bytes_ahead_ < most_bytes_ahead;
  }

  /// False where no more processes can be had now.
  bool begin() {
    const std::string& path = cases_[begun_].path;
    if (const auto why = unreadable(path)) return end(begun_++, {status::faulty, {}, complaint(*why)}), true;
    Words words = words_;
    words.push_back(path.starts_with('-') ? "./" + path : path);  // no flag, nor standard input
    const int core = *free_.begin();
    auto process = CaseProcess::start(words, alone_ ? std::optional(core) : std::nullopt);
    if (process == nullptr) {
      if (running_.empty()) end(begun_++, not_started());
      return false;
    }
    free_.erase(core);
    running_.push_back({begun_++, core, std::move(process)});
    return true;
  }

  void end(std::size_t number, const CaseAnswer& answer) {
    std::string line = batch_line(words_.front(), cases_[number].name, answer);
    bytes_ahead_ += line.size();
    lines_.emplace(number, std::move(line));
  }

  /// Until one of the processes says something, or this one is told to end.
  void wait() {
    std::vector<pollfd> all;
    for (const Running& one : running_)
      for (const int descriptor : one.process->descriptors()) all.push_back({descriptor, POLLIN, 0});
    if (::poll(all.data(), all.size(), look_again) < 0) return;
    std::erase_if(running_, [this](Running& one) {
      if (one.process->go_on()) return false;
      end(one.number, one.process->answer());
      free_.insert(one.core);
      return true;
    });
  }

  void write() {
    for (auto first = lines_.begin(); first != lines_.end() && first->first == written_;
         first = lines_.erase(first), ++written_) {
      out_.write(first->second);
      bytes_ahead_ -= first->second.size();
    }
    out_.flush();
    if (watching_.progress && written_ > 0) watching_.progress(written_, cases_.size());
  }

  const std::vector<BatchCase>& cases_;
  const Words words_;
  Output& out_;
  const Watching watching_;
  std::set<int> free_;  // cores
  bool alone_ = false;  // each on a core of its own: there are as many cases
  std::vector<Running> running_;
  std::map<std::size_t, std::string> lines_;  // that wait
  std::size_t begun_ = 0, written_ = 0, bytes_ahead_ = 0;
};

int ended() {
  complain(complaint("stopped as asked before every case was asked about"));
  return status::over_budget;
}

int to_file(const std::vector<BatchCase>& cases, const Words& words, CommandLine line) {
  for (const BatchCase& one : cases) line.cases.push_back(one.path);
  GrowingFile file;
  if (const auto failure = file.begin(line.output, line)) return fail(*failure);
  if (!Batch(cases, words, file.out()).run() && file.out().error() == 0) return ended();
  if (const auto failure = file.finish()) return fail(*failure);
  return status::answered;
}

}  // namespace

int run_batch(const Command& command, Output& out) {
  const CommandLine& line = command.question.command_line;
  const auto words = batch_question(command.question);
  if (const auto* misuse = std::get_if<Misuse>(&words)) {
    complain(complaint(misuse->message) + misuse->help);
    return status::misasked;
  }
  auto all = batch_cases(line.batched);
  if (const auto* failure = std::get_if<Failure>(&all)) return fail(*failure);
  auto cases = std::get<std::vector<BatchCase>>(std::move(all));
  if (line.part) cases = block(std::move(cases), *part_of(*line.part));
  if (line.output != "-") return to_file(cases, std::get<Words>(words), line);
  if (!Batch(cases, std::get<Words>(words), out).run() && out.error() == 0) return ended();
  return status::answered;
}

}  // namespace entente::cli
