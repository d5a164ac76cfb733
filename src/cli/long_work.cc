// Long work watched at a terminal.
#include "cli/long_work.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <memory>

#include "cli/interrupt.h"
#include "cli/new_file.h"
#include "cli/one_line.h"

namespace entente::cli {

namespace {

using Clock = std::chrono::steady_clock;

std::string duration(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  if (seconds < 5400) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

/// One line, written over and over, and wiped when the work is done.
class Progress {
 public:
  void operator()(std::size_t done, std::size_t total) {
    const Clock::time_point now = Clock::now();
    if (done < last_) begun_ = now;
    last_ = done;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    if (done == total) line_.wipe();
    if (done == total || seconds < 1 || now - told_ < std::chrono::milliseconds(200)) return;
    told_ = now;
    const double left = seconds * static_cast<double>(total - done) / static_cast<double>(done);
    line_.show(fmt::format("{} of {}, about {} left", done, total, duration(left)));
  }

 private:
  Clock::time_point begun_ = Clock::now();
  Clock::time_point told_ = {};
  std::size_t last_ = 0;
  OneLine line_;
};

Answer with_files(const Input& input, RobustRequest request, const Arguments& arguments, const Look& look,
                  const Sink& out) {
  std::string failed;
  std::string picture;
  if (arguments.witness_dir) {
    ::mkdir(arguments.witness_dir->c_str(), 0777);  // where it is there already, or cannot be, writing tells
    request.witness = [&](const std::string& name, const std::string& text) {
      const auto failure = write_file(*arguments.witness_dir + "/" + name, text, arguments);
      if (failure) failed = failure->message;
      return !failure;
    };
  }
  if (arguments.svg_file)
    request.svg = [&picture](std::string_view text) { return picture.append(text), true; };
  Answer answer = robust(input, request, look, out);
  if (!picture.empty())
    if (const auto failure = write_file(*arguments.svg_file, picture, arguments)) failed = failure->message;
  if (!failed.empty()) answer = {status_of_failure(), answer.err + complaint(failed)};
  return answer;
}

}  // namespace

Watching watching() {
  Watching w;
  w.cancelled = [] { return interrupted().load(); };
  if (::isatty(STDERR_FILENO) == 1)
    w.progress = [p = std::make_shared<Progress>()](std::size_t d, std::size_t t) { (*p)(d, t); };
  return w;
}

Question robust_question(const Arguments& arguments) {
  return [&arguments](const Input& input, const Look& look, const Sink& out) {
    RobustRequest request;
    request.form = arguments.json ? Form::json : Form::text;
    request.changes = arguments.deep ? 3 : 2;
    request.about = arguments.about;
    request.watching = watching();
    return with_files(input, std::move(request), arguments, look, out);
  };
}

Question unlock_question(const Arguments& arguments) {
  return [&arguments](const Input& input, const Look& look, const Sink& out) {
    UnlockRequest request = arguments.unlock;
    request.form = arguments.json ? Form::json : Form::text;
    request.watching = watching();
    return unlock(input, request, look, out);
  };
}

}  // namespace entente::cli
