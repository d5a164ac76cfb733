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

namespace status = entente::status;

int respond(const Order& order, Output& out) {
  if (const auto* misuse = std::get_if<Misuse>(&order)) {
    complain(complaint(misuse->message) + misuse->help);
    return status::misasked;
  }
  if (const auto* command = std::get_if<Command>(&order)) return run(*command, out);
  out.write(std::get<Text>(order).text);
  return status::answered;
}

int run_program(const std::vector<std::string>& words) {
  Output out(STDOUT_FILENO);
  const Order order = read_command_line(words);
  const int status = respond(order, out);
  out.flush();
  if (out.error() == 0) return status;
  if (out.error() == EPIPE) return status::faulty;  // whoever read it wanted no more
  complain(fmt::format("entente: cannot write to standard output: {}\n", std::strerror(out.error())));
  if (out.error() == EINTR) return status::over_budget;  // told to end
  const auto* command = std::get_if<Command>(&order);
  return command != nullptr && command->verb->name == "diff" ? status::trouble : status::faulty;
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
