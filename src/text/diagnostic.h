// What is wrong with a text, and where: faults and warnings, gathered and printed in order of place.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace entente {

enum class Severity { error, warning };

/// A second place that explains a fault; `text` is the text it stands in, the faulty one where it is null.
struct Note {
  Place at;
  std::string message;
  std::shared_ptr<const Text> text = nullptr;
};

/// One fault or warning. `code` is a row of the table of codes; `help` goes behind the caret ("did you mean
/// 'x'?").
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  Place at;
  std::string message;
  std::string help = {};
  std::vector<Note> notes = {};
};

/// The sink that every stage reports to; it never stops the stage.
class Diagnostics {
 public:
  void report(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  /// Whether anything but warnings was reported.
  bool faulty() const;
  bool empty() const { return all_.empty(); }
  /// Every warning becomes a fault.
  void make_strict();
  /// By place, then in the order reported; the same fault at the same place once.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> all_;
};

struct Printing {
  bool colour = false;
};

/// `file:line:column: error: message [code]`, the line, the caret and help, then the notes.
std::string printed(const Diagnostic& diagnostic, const Text& text, Printing printing);
std::string printed(const Diagnostics& diagnostics, const Text& text, Printing printing);

/// One row of the table: `entente explain CODE` prints it.
struct Fault {
  std::string_view code;
  std::string_view meaning;  // one sentence
  std::string_view remedy;   // what to do
};

/// Every code there is, in the order of the stages that report them.
const std::vector<Fault>& faults();

/// The row of a code; null where there is none.
const Fault* fault(std::string_view code);

}  // namespace entente
