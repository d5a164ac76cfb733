// From the words of `serve` to a server; where none was built, what is missing.
#include "cli/run_serve.h"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <filesystem>
#include <optional>

namespace entente::cli {
namespace {

#ifdef ENTENTE_SERVES

/// What is typed is not shown for as long as this lives.
class Unseen {
 public:
  Unseen() : terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
  }
  ~Unseen() {
    if (terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;
  bool terminal() const { return terminal_; }

 private:
  termios before_{};
  bool terminal_;
};

std::string typed_line() {
  std::string line;
  for (char c = 0; ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

/// Asked for twice at a terminal; the first line of standard input where it is none.
std::optional<std::string> new_password() {
  const Unseen unseen;
  if (!unseen.terminal()) return typed_line();
  complain("New password: ");
  std::string first = typed_line();
  complain("\nOnce more: ");
  const std::string second = typed_line();
  complain("\n");
  return first == second ? std::optional(first) : std::nullopt;
}

/// What is wrong is one sentence, which may quote what was typed.
int finish(const Answer& answer) {
  const std::string_view err = answer.err;
  if (!err.empty()) complain(one_line(err.substr(0, err.find_last_not_of('\n') + 1)) + "\n");
  return answer.status;
}

int keep_password(const std::string& folder) {
  const auto password = new_password();
  if (!password) return fail({"the two passwords are not the same; nothing was changed"});
  const Answer answer = set_password(folder, *password);
  if (answer.status == status::answered)
    complain("The password is kept, as a hash, in .entente/password of the folder.\n");
  return finish(answer);
}

/// The folder, and the case in it where a case was named.
std::optional<std::string> place(const std::string& served, ServeRequest& request) {
  const std::filesystem::path path = served;
  std::error_code unknown;
  request.folder = served;
  if (std::filesystem::is_directory(path, unknown)) return std::nullopt;
  if (!std::filesystem::is_regular_file(path, unknown))
    return fmt::format("there is no folder and no case '{}'", served);
  if (path.extension() != ".toml")
    return fmt::format("'{}' is no case: its name does not end in .toml", served);
  request.opened = path.filename().string();
  request.folder = path.has_parent_path() ? path.parent_path().string() : ".";
  return std::nullopt;
}

#endif

}  // namespace

#ifdef ENTENTE_SERVES

int run_serve(const Command& command, Output& out) {
  const CommandLine& line = command.question.command_line;
  ServeRequest request = command.question.serve;
  if (const auto wrong = place(line.served, request)) return fail({*wrong});
  if (line.set_password) return keep_password(request.folder);
  return finish(serve(request, [&out](std::string_view text) { return out.write(text) && out.flush(); }));
}

#else

int run_serve(const Command&, Output&) {
  complain(
      "entente: this program was built without its server, which takes libsqlite3-dev, libsodium-dev\n"
      "and libssl-dev. './dev build' installs them and builds it with them.\n");
  return status::faulty;
}

#endif

}  // namespace entente::cli
