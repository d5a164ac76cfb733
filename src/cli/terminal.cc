// Colour and width, from the environment and the terminal.
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace entente::cli {

namespace {

constexpr unsigned narrowest = 40;
constexpr unsigned widest = 400;
constexpr unsigned without_terminal = 100;
constexpr unsigned unknown_terminal = 80;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

bool coloured(std::string_view color, int descriptor) {
  if (color != "auto") return color == "always";
  return environment("NO_COLOR").empty() && environment("TERM") != "dumb" && ::isatty(descriptor) == 1;
}

unsigned columns() {
  const std::string_view asked = environment("COLUMNS");
  unsigned width = 0;
  const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), width);
  if (error == std::errc{} && end == asked.data() + asked.size() && width > 0) return width;
  if (::isatty(STDOUT_FILENO) != 1) return without_terminal;
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : unknown_terminal;
}

}  // namespace

Look look(std::string_view color) {
  return {coloured(color, STDOUT_FILENO), coloured(color, STDERR_FILENO),
          std::clamp(columns(), narrowest, widest)};
}

}  // namespace entente::cli
