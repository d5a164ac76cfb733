// The program: reads its command line, does what it asks for, and sees that the answer got out.
#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <new>

#include "cli/command_line.h"
#include "cli/run.h"
#include "cli/streams.h"

namespace {

using namespace entente::cli;

constexpr int not_written = 1;
constexpr int trouble_of_diff = 2;  // as diff(1) has it
constexpr int wrong_usage = 2;
constexpr int budget_spent = 3;

int respond(const Request& request, Output& out) {
  if (const auto* misuse = std::get_if<Misuse>(&request)) {
    complain(complaint(misuse->message) + misuse->help);
    return wrong_usage;
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
  const auto* arguments = std::get_if<Arguments>(&request);
  return arguments != nullptr && arguments->verb == "diff" ? trouble_of_diff : not_written;
}

}  // namespace

int main(int count, char** words) {
  guard_standard_streams();
  try {
    return run_program({words + (count > 0 ? 1 : 0), words + count});
  } catch (const std::bad_alloc&) {
    complain("entente: there is not enough memory for this\n");
    return budget_spent;
  }
}
