// The standard streams, guarded; and what ends the program from outside.
#pragma once

#include <entente/entente.h>
#include <atomic>
#include <string>
#include <string_view>
#include <variant>

namespace entente::cli {

/// Set by the first Ctrl-C, SIGTERM or SIGHUP; listens from the first call on. A second one ends the program
/// at once.
const std::atomic<bool>& interrupted();
/// Whether it was set; does not begin to listen.
bool told_to_end();

/// Why something could not be read or written, ready for a reader.
struct Failure {
  std::string message;
};

/// The whole of a file, under a name that can be shown, or of standard input for "-"; of one larger than a
/// case may be, or than `most`, only so much that the library sees that it is too large.
std::variant<Input, Failure> read_input(const std::string& name, std::size_t most = largest_input);

/// Whether it is the name of a folder, or of a link to one.
bool is_folder(const std::string& name);

/// A buffered way out to a file descriptor that remembers its first failure.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// False once anything could not be written.
  bool write(std::string_view text);
  /// Writes what is still held back.
  bool flush();
  /// The error number of the first failure, 0 where there was none.
  int error() const { return error_; }

 private:
  bool put(std::string_view text);

  int descriptor_;
  int error_ = 0;
  std::string held_;
};

/// The exit status where something cannot be read or written: 3 where the program was told to end meanwhile.
int status_of_failure();

/// Writes lines to standard error, as clean as a terminal needs them; when that fails there is nobody left to
/// tell.
void complain(std::string_view text);
/// A sentence of the program's own as a line for standard error, whatever names it quotes.
std::string complaint(std::string_view sentence);
/// Says why something failed; gives the exit status of that.
int fail(const Failure& failure);

/// Makes a write to a closed pipe an error like any other, and keeps the numbers of closed standard streams
/// from being given to files.
void guard_standard_streams();

}  // namespace entente::cli
