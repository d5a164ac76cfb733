// Tables of events of ACLED, row by row: of each the few cells that a draft takes.
#include "exchange/acled.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "exchange/acled_day.h"
#include "exchange/csv_lines.h"
#include "text/text.h"
#include "text/unicode.h"

namespace entente::acled {
namespace {

using exchange::Cell;
using exchange::Damage;
using exchange::Record;

/// The columns that are looked at; those behind the needed ones may be missing.
enum Column : std::size_t { date, type, actor1, actor2, id, notes };
constexpr std::array<const char*, 6> heads = {"event_date", "event_type",    "actor1",
                                              "actor2",     "event_id_cnty", "notes"};
constexpr std::size_t needed = 4;

class RowReader {
 public:
  RowReader(std::string_view content, exchange::EventSink& sink)
      : content_(content),
        sink_(sink),
        counted_(static_cast<std::uint32_t>(content.size() - without_byte_order_mark(content).size())),
        lines_(content, counted_, exchange::separator_of(content)) {}

  /// The head that a needed column lacks in; nothing where none does.
  std::optional<std::string> missing_head() {
    Record head;
    if (!lines_.next(head)) return heads[0];
    width_ = head.size();
    for (std::size_t k = 0; k < heads.size(); ++k) {
      const auto is_it = [&](const Cell& cell) { return same_but_for_capitals(cell.text, heads[k]); };
      columns_[k] = static_cast<std::size_t>(std::find_if(head.begin(), head.end(), is_it) - head.begin());
      if (k < needed && columns_[k] == width_) return heads[k];
    }
    return std::nullopt;
  }

  void read() {
    for (Record record; true;) {
      if (lines_.next(record)) {
        row(record);
      } else if (lines_.fault()) {
        sink_.damaged(Damage::quotes, line());
        lines_.skip();
      } else {
        return;
      }
    }
  }

 private:
  void row(const Record& record) {
    if (record.size() != width_) {
      lines_.skip();
      return sink_.damaged(Damage::columns, line());
    }
    std::array<std::string_view, heads.size()> cells;
    for (std::size_t k = 0; k < heads.size(); ++k) {
      if (columns_[k] == width_) continue;
      cells[k] = record[columns_[k]].text;
      if (first_invalid_byte(cells[k])) return sink_.damaged(Damage::text, line());
    }
    const std::optional<Day> day = day_of(cells[date]);
    if (!day) return sink_.damaged(Damage::date, line());
    if (cells[type].empty()) return sink_.damaged(Damage::kind, line());
    if (day->either_way) sink_.day_first();
    sink_.take({day->date, {cells[actor1]}, {cells[actor2]}, cells[type], cells[id], cells[notes]});
  }

  /// The number of the line that was read last.
  std::uint64_t line() {
    const char* const from = content_.data() + counted_;
    number_ += static_cast<std::uint64_t>(std::count(from, content_.data() + lines_.begin(), '\n'));
    counted_ = lines_.begin();
    return number_;
  }

  std::string_view content_;
  exchange::EventSink& sink_;
  std::uint32_t counted_;  // up to where lines are counted, in bytes
  std::uint64_t number_ = 1;
  exchange::CsvLines lines_;
  std::size_t width_ = 0;  // of the head
  std::array<std::size_t, heads.size()> columns_{};
};

std::string sentence(std::string_view type, std::uint64_t rows, std::string_view first,
                     std::string_view second) {
  const std::string count = rows == 1 ? "an event" : fmt::format("{} events", rows);
  const std::string with = second.empty() ? std::string(first) : fmt::format("{} and {}", first, second);
  return fmt::format("ACLED has {} of the type '{}' with {}.", count, type, with);
}

}  // namespace

bool begins_as_acled(std::string_view content) {
  const std::vector<std::string> cells = exchange::first_cells(content);
  const auto has = [&](const char* head) {
    return std::any_of(cells.begin(), cells.end(),
                       [&](const std::string& cell) { return same_but_for_capitals(cell, head); });
  };
  return has(heads[date]) && has(heads[type]) && has(heads[actor1]);
}

std::optional<exchange::Refused> read_rows(const std::string& name, std::string_view content,
                                           exchange::EventSink& sink) {
  RowReader reader(content, sink);
  if (const std::optional<std::string> head = reader.missing_head())
    return exchange::Refused{
        name, 1, 1,
        fmt::format("the first line of a table of ACLED has the column '{}', and this one has "
                    "not; export it with its head",
                    *head)};
  reader.read();
  return std::nullopt;
}

const exchange::EventWords& words() {
  static const exchange::EventWords all = {.table = "ACLED",
                                           .rest =
                                               "Of a row its day, type, the two actors and the notes are "
                                               "carried over; places, subtypes, associated "
                                               "actors and numbers of dead are left out.",
                                           .sentence = sentence};
  return all;
}

}  // namespace entente::acled
