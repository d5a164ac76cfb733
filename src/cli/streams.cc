// The standard streams, guarded; and what ends the program from outside.
#include "cli/streams.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace entente::cli {
namespace {

std::atomic<bool> stop{false};
constexpr std::array signals = {SIGINT, SIGTERM, SIGHUP};

extern "C" void on_interrupt(int) {
  stop.store(true);
  for (const int one : signals) std::signal(one, SIG_DFL);
}

/// What is ignored from outside, as by nohup, stays so. Reading and writing that waits is ended, too: no
/// SA_RESTART.
bool listen() {
  for (const int one : signals) {
    struct sigaction before {};
    struct sigaction action {};
    action.sa_handler = on_interrupt;
    if (::sigaction(one, &action, &before) == 0 && before.sa_handler == SIG_IGN)
      ::sigaction(one, &before, nullptr);
  }
  return true;
}

}  // namespace

const std::atomic<bool>& interrupted() {
  static const bool listening = listen();
  static_cast<void>(listening);
  return stop;
}

bool told_to_end() {
  return stop;
}

namespace {

constexpr std::size_t buffer_size = 1 << 16;

/// Whether reading or writing is tried again: not after the signal that ends the program's work.
bool goes_on(int error) {
  return error == EINTR && !told_to_end();
}

/// The error number, 0 where all went well.
int read_all(int descriptor, std::string& content, std::size_t most) {
  std::array<char, buffer_size> buffer;
  while (content.size() <= most) {
    const auto got = ::read(descriptor, buffer.data(), buffer.size());
    if (got == 0) break;
    if (got > 0) content.append(buffer.data(), static_cast<std::size_t>(got));
    if (got < 0 && !goes_on(errno)) return errno;
  }
  return 0;
}

int read_file(const std::string& name, std::string& content, std::size_t most) {
  const int descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int error = read_all(descriptor, content, most);
  ::close(descriptor);
  return error;
}

}  // namespace

std::variant<Input, Failure> read_input(const std::string& name, std::size_t most) {
  const bool standard = name == "-";
  Input input{standard ? "<stdin>" : one_line(name), {}};
  const int error =
      standard ? read_all(STDIN_FILENO, input.content, most) : read_file(name, input.content, most);
  if (error == 0) return input;
  return Failure{fmt::format("cannot read {}: {}", standard ? "standard input" : "'" + name + "'",
                             std::strerror(error))};
}

bool is_folder(const std::string& name) {
  std::error_code unknown;
  return std::filesystem::is_directory(name, unknown);
}

bool Output::write(std::string_view text) {
  if (error_ != 0) return false;
  held_ += text;
  return held_.size() < buffer_size || flush();
}

bool Output::flush() {
  if (error_ != 0) return false;
  const bool written = put(held_);
  held_.clear();
  return written;
}

bool Output::put(std::string_view text) {
  const bool before = told_to_end();  // what is known by then is still to be written
  while (!text.empty()) {
    const auto done = ::write(descriptor_, text.data(), text.size());
    const int error = done < 0 ? errno : 0;
    if (done >= 0) text.remove_prefix(static_cast<std::size_t>(done));
    if (error != 0 && !goes_on(error)) error_ = error;
    if (!text.empty() && !before && told_to_end()) error_ = EINTR;
    if (error_ != 0) return false;
  }
  return true;
}

void complain(std::string_view text) {
  Output errors(STDERR_FILENO);
  errors.write(for_terminal(text));
  errors.flush();
}

std::string complaint(std::string_view sentence) {
  return fmt::format("entente: {}\n", one_line(sentence));
}

int status_of_failure() {
  return told_to_end() ? status::over_budget : status::faulty;
}

int fail(const Failure& failure) {
  complain(complaint(failure.message));
  return status_of_failure();
}

void guard_standard_streams() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that would be too large is one that cannot be written
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    // Opened the wrong way round, so that using it still fails. The lowest free number is the closed one.
    ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace entente::cli
