// Reading a table of states: cells as courses, ranks and marks, and rows held against each other.
#include "exchange/state_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "exchange/made_case.h"
#include "exchange/rows_together.h"
#include "exchange/table_head.h"
#include "exchange/table_ranks.h"
#include "formula/formula.h"
#include "formula/lexer.h"
#include "model/limits.h"
#include "model/vocabulary.h"
#include "model/whole_number.h"

namespace entente::exchange {
namespace {

using Kind = TableColumn::Kind;

constexpr std::string_view any_course = "-";

/// Whether a cell is yes, or no, of an option that has no other courses; nothing where it is neither.
std::optional<bool> yes_or_no(std::string_view cell) {
  for (const char* yes : {"yes", "y", "1"})
    if (same_but_for_capitals(cell, yes)) return true;
  for (const char* no : {"no", "n", "0"})
    if (same_but_for_capitals(cell, no)) return false;
  return std::nullopt;
}

class TableReader {
 public:
  TableReader(const std::vector<Record>& records, Diagnostics& diagnostics)
      : head_(records.front()), lines_(records.begin() + 1, records.end()), diagnostics_(diagnostics) {}

  StateTable read() {
    columns_ = read_table_head(head_, table_, diagnostics_);
    if (!diagnostics_.faulty()) look_at_lines();
    if (!diagnostics_.faulty()) read_options();
    if (!diagnostics_.faulty()) read_rows();
    if (!diagnostics_.faulty()) read_wishes();
    if (!diagnostics_.faulty()) read_status_quo();
    if (!diagnostics_.faulty()) hold_rows_together(table_, diagnostics_);
    return std::move(table_);
  }

 private:
  void look_at_lines() {
    if (lines_.empty()) fail("table-row", head_.front().at, "the table has no row", "give each state a line");
    if (lines_.size() > most_rows)
      fail("too-large", lines_[most_rows].front().at,
           fmt::format("the table has {} rows, and at most {} are read", lines_.size(), most_rows),
           "join rows: - in a cell stands for any course");
    for (const Record& line : lines_) full(line);
  }

  void read_options() {
    for (std::size_t k = 0; k < columns_.size(); ++k)
      if (columns_[k].kind == Kind::option) read_courses(table_.options[columns_[k].number], k);
    if (const unsigned bits = bits_of(table_); !diagnostics_.faulty() && bits > most_bits)
      fail("too-many-bits", head_.front().at,
           fmt::format("the options take {} bits, and a case has at most {}", bits, most_bits),
           "take out options that decide nothing");
  }

  /// Whether a line has a cell in each column where one has to stand.
  void full(const Record& line) {
    if (line.size() != columns_.size())
      return fail("table-row", line.front().at,
                  fmt::format("this row has {} cells, and the head of the table has {}", line.size(),
                              columns_.size()),
                  "give each column a cell");
    for (std::size_t k = 0; k < line.size(); ++k)
      if (line[k].text.empty() && columns_[k].kind != Kind::id && columns_[k].kind != Kind::status_quo)
        fail("table-cell", line[k].at, fmt::format("the cell of '{}' is missing in this row", head_[k].text),
             columns_[k].kind == Kind::option ? "write a course, or - for any" : "write a number");
  }

  void read_courses(TableOption& option, std::size_t column) {
    std::vector<std::string> said;  // each once, in order of appearance
    std::set<std::string_view> seen;
    for (const Record& line : lines_)
      if (const std::string& cell = line[column].text; cell != any_course && seen.insert(cell).second)
        said.push_back(cell);
    option.yes_or_no =
        std::all_of(said.begin(), said.end(), [](const auto& cell) { return yes_or_no(cell).has_value(); });
    if (said.empty())
      return fail("table-head", head_[column].at, "no row says what '" + head_[column].text + "' is",
                  "take the column out, or write a course in a row");
    if (option.yes_or_no)
      option.values = {"no", "yes"};
    else
      give_values(option, said);
    courses_of_.emplace_back(std::move(said));
  }

  /// The courses as a case can have them; an option has two or more.
  void give_values(TableOption& option, const std::vector<std::string>& said) {
    std::set<std::string> taken;
    std::vector<std::string> values(said.size());
    for (std::size_t k = 0; k < said.size(); ++k)
      if ((is_identifier(said[k]) || is_whole_number(said[k])) && taken.insert(said[k]).second)
        values[k] = said[k];
    for (std::size_t k = 0; k < said.size(); ++k) {
      if (!values[k].empty()) continue;
      values[k] = unique_id(said[k], "course", k + 1, taken);
      table_.notes.push_back(
          fmt::format("The course \"{}\" of {} is called {}, since a course is a word without blanks.",
                      said[k], reference(option), values[k]));
    }
    if (values.size() == 1) {
      values.push_back(unique_id("other", "course", 2, taken));
      table_.notes.push_back(fmt::format(
          "{} is {} in every row; since a choice has two courses, a course {} was added, which no state has.",
          reference(option), values.front(), values.back()));
    }
    option.values = std::move(values);
  }

  std::string reference(const TableOption& option) const {
    return table_.parties[option.party].id + "." + option.id;
  }

  void read_rows() {
    std::set<std::string> taken;
    std::map<std::string, Place> names;
    for (const Record& line : lines_) {
      TableRow& row =
          table_.rows.emplace_back(TableRow{{}, {}, Courses(table_.options.size()), line.front().at});
      for (std::size_t k = 0; k < line.size(); ++k) {
        if (columns_[k].kind == Kind::id && !line[k].text.empty()) name_row(row, line[k], names);
        if (columns_[k].kind == Kind::option)
          row.courses[columns_[k].number] = course(columns_[k].number, line[k].text);
      }
    }
    for (TableRow& row : table_.rows)
      if (is_identifier(row.name) && !reserved(row.name)) taken.insert(row.id = row.name);
    for (TableRow& row : table_.rows)
      if (!row.name.empty() && row.id.empty())
        row.id = unique_id(row.name, "state", static_cast<std::size_t>(&row - table_.rows.data()) + 1, taken);
  }

  void name_row(TableRow& row, const Cell& cell, std::map<std::string, Place>& names) {
    const auto [before, first] = names.emplace(cell.text, cell.at);
    if (!first)
      fail("table-row", cell.at, "a second row has the id '" + cell.text + "'",
           "give each row an id of its own", {{before->second, "the first one is here"}});
    row.name = cell.text;
  }

  std::optional<std::uint32_t> course(std::size_t option, const std::string& cell) const {
    const std::vector<std::string>& said = courses_of_[option];
    const bool one_alone = said.size() == 1 && !table_.options[option].yes_or_no;  // any is this one
    if (cell == any_course && !one_alone) return std::nullopt;
    if (table_.options[option].yes_or_no) return *yes_or_no(cell) ? 1 : 0;
    if (one_alone) return 0;
    return static_cast<std::uint32_t>(std::find(said.begin(), said.end(), cell) - said.begin());
  }

  void read_wishes() {
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      if (columns_[k].kind != Kind::rank && columns_[k].kind != Kind::payoff) continue;
      std::vector<const Cell*> cells;
      for (const Record& line : lines_) cells.push_back(&line[k]);
      const bool payoff = columns_[k].kind == Kind::payoff;
      TableParty& party = table_.parties[columns_[k].number];
      party.ranks = dense_ranks(cells, payoff ? Better::larger : Better::smaller, diagnostics_);
      if (payoff)
        table_.notes.push_back(fmt::format(
            "Of the payoffs of \"{}\" their order is carried over, not how much larger one is.", party.name));
    }
    std::vector<std::string> without;
    for (const TableParty& party : table_.parties)
      if (party.ranks.empty()) without.push_back("\"" + party.name + "\"");
    if (!without.empty())
      table_.notes.push_back(
          fmt::format("The table says nothing of what is wanted by {}: all states are alike to them.",
                      fmt::join(without, ", ")));
  }

  void read_status_quo() {
    const auto column = std::find_if(columns_.begin(), columns_.end(),
                                     [](const TableColumn& c) { return c.kind == Kind::status_quo; });
    if (column == columns_.end())
      table_.notes.push_back(
          "The table marks no status quo, and its first row was taken for it; put an x into a column "
          "status_quo to say another.");
    else
      read_marks(static_cast<std::size_t>(column - columns_.begin()));
    const Courses& courses = table_.rows[table_.status_quo].courses;
    if (std::find(courses.begin(), courses.end(), std::nullopt) != courses.end())
      fail("table-row", table_.rows[table_.status_quo].at,
           "the status quo is one state, and this row is several",
           "write a course for each - in it, or mark another row with an x in a column status_quo");
  }

  void read_marks(std::size_t column) {
    std::vector<std::size_t> marked;
    for (std::size_t r = 0; r < lines_.size(); ++r) {
      const Cell& cell = lines_[r][column];
      if (same_but_for_capitals(cell.text, "x"))
        marked.push_back(r);
      else if (!cell.text.empty())
        fail("table-cell", cell.at, "'" + cell.text + "' is no mark of the status quo",
             "write x in one row, and nothing in the others");
    }
    if (marked.empty() && !diagnostics_.faulty())
      fail("table-head", head_[column].at, "no row is marked as the status quo",
           "write x in one row, or take the column out");
    if (!marked.empty()) table_.status_quo = marked.front();
    if (marked.size() > 1)
      fail("table-cell", lines_[marked[1]][column].at, "a second row is marked as the status quo",
           "write x in one row");
  }

  void fail(const char* code, Place at, std::string message, std::string help, std::vector<Note> notes = {}) {
    diagnostics_.report({.code = code,
                         .at = at,
                         .message = std::move(message),
                         .help = std::move(help),
                         .notes = std::move(notes)});
  }

  Record head_;
  std::vector<Record> lines_;
  Diagnostics& diagnostics_;
  StateTable table_;
  std::vector<TableColumn> columns_;
  std::vector<std::vector<std::string>> courses_of_;  // each option's as written
};

}  // namespace

bool begins_as_table(std::string_view content) {
  const std::vector<std::string> cells = first_cells(content);
  return std::any_of(cells.begin(), cells.end(), is_table_head);
}

StateTable read_state_table(const Text& text, Diagnostics& diagnostics) {
  const std::vector<Record> records = read_csv(text, diagnostics);
  if (!records.empty()) return TableReader(records, diagnostics).read();
  if (!diagnostics.faulty())
    diagnostics.report({.code = "table-head",
                        .at = {},
                        .message = "the table is empty; its first line says what each column is"});
  return {};
}

}  // namespace entente::exchange
