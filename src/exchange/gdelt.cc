// Tables of events of GDELT, row by row: of each the few cells that a draft takes.
#include "exchange/gdelt.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "model/whole_number.h"
#include "text/text.h"
#include "text/unicode.h"

namespace entente::gdelt {
namespace {

using exchange::Damage;

/// Those of the years up to 2013, of the daily tables since, and of the second version.
constexpr std::array<std::size_t, 3> numbers_of_columns = {57, 58, 61};
constexpr std::size_t most_columns = 61;

/// The columns that are looked at, from 0; the address of a report is the last one, where there is one.
constexpr std::size_t id_column = 0, date_column = 1, first_actor = 5, second_actor = 15, root_column = 28;

/// The root of a code of CAMEO: what it is called, and the same of one who does it, and does it to another.
struct Root {
  const char* name;
  const char* does;
  const char* to;
};

constexpr std::array<Root, 20> roots = {{
    {"make a public statement", "makes a public statement", "about"},
    {"appeal", "makes an appeal", "to"},
    {"express intent to cooperate", "expresses the intent to cooperate", "with"},
    {"consult", "holds consultations", "with"},
    {"engage in diplomatic cooperation", "cooperates in diplomacy", "with"},
    {"engage in material cooperation", "cooperates materially", "with"},
    {"provide aid", "provides aid", "to"},
    {"yield", "yields", "to"},
    {"investigate", "makes an investigation", "of"},
    {"demand", "makes demands", "of"},
    {"disapprove", "voices disapproval", "of"},
    {"reject", "rejects proposals or demands", "of"},
    {"threaten", "makes threats", "against"},
    {"protest", "protests", "against"},
    {"exhibit military posture", "makes a show of force", "towards"},
    {"reduce relations", "reduces its relations", "with"},
    {"coerce", "uses coercion", "against"},
    {"assault", "makes an assault", "on"},
    {"fight", "fights", "against"},
    {"engage in unconventional mass violence", "uses unconventional mass violence", "against"},
}};

/// "20160415".
std::optional<Date> day(std::string_view written) {
  if (written.size() != 8) return std::nullopt;
  const std::string iso =
      fmt::format("{}-{}-{}", written.substr(0, 4), written.substr(4, 2), written.substr(6));
  const std::optional<DateSpan> found = date_span(iso);
  return found ? std::optional(found->first) : std::nullopt;
}

/// A root, by "01" to "20"; null where it is none.
const Root* root(std::string_view code) {
  constexpr auto most = static_cast<std::int64_t>(roots.size());
  const std::int64_t found = is_whole_number(code) ? worth(code, most).value_or(0) : 0;
  return found >= 1 ? &roots[static_cast<std::size_t>(found) - 1] : nullptr;
}

/// The cells of a row, as many as any row has at most; and how many it has.
struct Cells {
  std::array<std::string_view, most_columns> all;
  std::size_t count = 0;

  explicit Cells(std::string_view row) {
    for (std::size_t end = 0; end != std::string_view::npos; ++count) {
      end = row.find('\t');
      if (count < most_columns) all[count] = row.substr(0, end);
      row.remove_prefix(end == std::string_view::npos ? row.size() : end + 1);
    }
  }

  bool fit() const {
    return std::find(numbers_of_columns.begin(), numbers_of_columns.end(), count) != numbers_of_columns.end();
  }
  exchange::ActorNames actor(std::size_t column) const {
    return {all[column], all[column + 1], all[column + 2]};
  }
  std::string_view address() const {
    return count > numbers_of_columns[0] ? all[count - 1] : std::string_view();
  }
};

void read_row(std::string_view row, std::uint64_t line, exchange::EventSink& sink) {
  const Cells cells(row);
  if (!cells.fit()) return sink.damaged(Damage::columns, line);
  const std::optional<Date> date = day(cells.all[date_column]);
  if (!date) return sink.damaged(Damage::date, line);
  if (root(cells.all[root_column]) == nullptr) return sink.damaged(Damage::kind, line);
  if (first_invalid_byte(row) || row.find('\0') != std::string_view::npos)
    return sink.damaged(Damage::text, line);
  sink.take({*date, cells.actor(first_actor), cells.actor(second_actor), cells.all[root_column],
             cells.all[id_column], cells.address()});
}

std::string kind_told(std::string_view code) {
  return fmt::format("CAMEO {:0>2}, {}", code, root(code)->name);
}

std::string sentence(std::string_view code, std::uint64_t rows, std::string_view first,
                     std::string_view second) {
  const Root& of = *root(code);
  const std::string count = rows == 1 ? "a row" : fmt::format("{} rows", rows);
  const std::string to = second.empty() ? "" : fmt::format(" {} {}", of.to, second);
  return fmt::format("GDELT has {} in which {} {}{}.", count, first, of.does, to);
}

}  // namespace

bool begins_as_gdelt(std::string_view content) {
  content = without_byte_order_mark(content);
  const Cells cells(content.substr(0, content.find('\n')));
  return cells.fit() && day(cells.all[date_column]).has_value() && is_whole_number(cells.all[id_column]);
}

void read_rows(std::string_view content, exchange::EventSink& sink) {
  content = without_byte_order_mark(content);
  for (std::uint64_t line = 1; !content.empty(); ++line) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    std::string_view row = content.substr(0, end);
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (!row.empty()) read_row(row, line, sink);
    content.remove_prefix(std::min(end + 1, content.size()));
  }
}

const exchange::EventWords& words() {
  static const exchange::EventWords all = {
      .table = "GDELT",
      .directed = true,
      .rest =
          "Of a row its day, actors, kind and address are carried over; places, tone, scales and counts of "
          "reports are left out.",
      .kind = kind_told,
      .sentence = sentence};
  return all;
}

}  // namespace entente::gdelt
