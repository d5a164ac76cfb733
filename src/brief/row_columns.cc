// Tables for programs, row by row.
#include "brief/row_columns.h"

namespace entente {
namespace {

constexpr std::size_t flush_at = std::size_t{1} << 16;

std::string json_cell(const Column& column, const RowSeen& row) {
  const std::string cell = column.cell(row);
  if (cell.empty()) return "null";
  return column.number ? cell : "\"" + cell + "\"";
}

}  // namespace

void Pieces::add(const std::string& text) {
  if (!taken_) return;
  gathered_ += text;
  if (gathered_.size() >= flush_at) flush();
}

bool Pieces::flush() {
  if (taken_ && !gathered_.empty()) taken_ = sink_(gathered_);
  gathered_.clear();
  return taken_;
}

CsvRows::CsvRows(const std::vector<Column>& columns, const Sink& sink) : columns_(columns), out_(sink) {
  std::string head;
  for (const Column& column : columns) head += (head.empty() ? "" : ",") + column.name;
  out_.add(head + "\n");
}

void CsvRows::add(const RowSeen& row) {
  if (!out_.taken()) return;
  std::string text;
  bool first = true;
  for (const Column& column : columns_) {
    text += (first ? "" : ",") + column.cell(row);
    first = false;
  }
  out_.add(text + "\n");
}

JsonRows::JsonRows(const std::vector<Column>& columns, const Sink& sink) : columns_(columns), out_(sink) {}

void JsonRows::add(const RowSeen& row) {
  if (!out_.taken()) return;
  std::string text;
  for (const Column& column : columns_)
    text += (text.empty() ? "" : ", ") + ("\"" + column.name + "\": ") + json_cell(column, row);
  out_.add((any_ ? ",\n {" : "[\n {") + text + "}");
  any_ = true;
}

bool JsonRows::done() {
  out_.add(any_ ? "\n]\n" : "[]\n");
  return out_.flush();
}

}  // namespace entente
