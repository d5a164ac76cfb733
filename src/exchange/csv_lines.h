// A table of text line by line, so that one of any length can be read through, and read on where it is
// damaged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/csv.h"

namespace entente::exchange {

/// Why a text is no table, where, and what to do.
struct CsvFault {
  Place at;
  std::string message;
  std::string help;
};

class CsvLines {
 public:
  /// From the byte `begin` of the content on.
  CsvLines(std::string_view content, std::uint32_t begin, char separator)
      : content_(content), at_(begin), begin_(begin), separator_(separator) {}

  /// The next line in which something stands; false at the end, and where the table is at fault.
  bool next(Record& record);
  /// Where the line that was read last begins, in bytes.
  std::uint32_t begin() const { return begin_; }

  const std::optional<CsvFault>& fault() const { return fault_; }
  /// Goes on behind the first line end of what was read last, however far its quotes led; forgets a fault.
  void skip();

 private:
  void line(Record& record);
  Cell cell();
  Cell quoted_cell(std::uint32_t begin);
  Cell trimmed(std::uint32_t begin) const;
  bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }
  void end_of_line();
  bool take(char c);
  void fail(Place at, std::string message, std::string help);

  std::string_view content_;
  std::uint32_t at_;
  std::uint32_t begin_;
  char separator_;
  std::optional<CsvFault> fault_;
};

}  // namespace entente::exchange
