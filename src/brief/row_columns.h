// Tables for programs, row by row: as CSV, and as a JSON array of objects.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "brief/states_report.h"

namespace entente {

/// A column: its name, and its cell in a row; an empty cell is not known. A `number` stands in JSON as it is,
/// anything else in quotes.
struct Column {
  std::string name;
  std::function<std::string(const RowSeen& row)> cell;
  bool number = true;
};

/// Text gathered into large pieces for a sink.
class Pieces {
 public:
  explicit Pieces(const Sink& sink) : sink_(sink) {}

  void add(const std::string& text);
  /// Whether the sink takes more.
  bool taken() const { return taken_; }
  bool flush();

 private:
  const Sink& sink_;
  std::string gathered_;
  bool taken_ = true;
};

class CsvRows {
 public:
  /// Columns and sink must outlive it.
  CsvRows(const std::vector<Column>& columns, const Sink& sink);
  void add(const RowSeen& row);
  /// Whether all was taken.
  bool done() { return out_.flush(); }

 private:
  const std::vector<Column>& columns_;
  Pieces out_;
};

class JsonRows {
 public:
  JsonRows(const std::vector<Column>& columns, const Sink& sink);
  void add(const RowSeen& row);
  bool done();

 private:
  const std::vector<Column>& columns_;
  Pieces out_;
  bool any_ = false;
};

}  // namespace entente
