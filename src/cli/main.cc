// The program: reads its command line, does what it asks for, and sees that the answer got out.
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/command_line.h"
#include "cli/run.h"
#include "cli/streams.h"

namespace {

using namespace entente::cli;

constexpr int not_written = entente::status::faulty;
constexpr int trouble_of_diff = entente::status::misasked;  // as diff(1) has it

int respond(const Request& request, Output& out) {
  if (const auto* misuse = std::get_if<Misuse>(&request)) {
    complain(complaint(misuse->message) + misuse->help);
    return entente::status::misasked;
  }
  if (const auto* arguments = std::get_if<Arguments>(&request)) return run(*arguments, out);
  out.write(std::get<Asked>(request).text);
  return 0;
}

int run_program(const std::vector<std::string>& words) {
  Output out(STDOUT_FILENO);
  const Request request = read_command_line(words);
  const int status = respond(request, out);
  out.flush();
  if (out.error() == 0) return status;
  complain(fmt::format("entente: cannot write to standard output: {}\n", std::strerror(out.error())));
  if (out.error() == EINTR) return entente::status::over_budget;  // told to end
  const auto* arguments = std::get_if<Arguments>(&request);
  return arguments != nullptr && arguments->verb == "diff" ? trouble_of_diff : not_written;
}

}  // namespace

int main(int count, char** words) {
  guard_standard_streams();
  try {
    return run_program({words + (count > 0 ? 1 : 0), words + count});
  } catch (...) {
    const entente::Answer told = entente::thrown();
    complain("entente: " + told.err);
    return told.status;
  }
}
