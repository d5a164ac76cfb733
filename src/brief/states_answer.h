// The feasible states with ranks and verdicts: as CSV, as JSON, as a table for people.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "brief/sheet.h"
#include "stability/foresight.h"
#include "view/coalition_facts.h"
#include "view/view.h"

namespace entente {

/// Takes a piece of an answer; false where it cannot be written, and then the answer ends.
using Sink = std::function<bool(std::string_view)>;

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

/// Where each of two parties is stable that look ahead.
struct Foreseen {
  Horizon horizon;
  std::vector<StateSet> stable;
};

/// Which states are asked for; `coalitions`: their verdicts too, and `sim`: where each party is stable by
/// simultaneous sanctioning, of a view that lists its states.
struct StatesAsked {
  Set rows;  // null where it is not known which
  std::size_t most = SIZE_MAX;
  const CoalitionVerdicts* coalitions = nullptr;
  const std::vector<StateSet>* sim = nullptr;
  const StrongSeen* strong = nullptr;
  const CoalitionVerdicts* strong_coalitions = nullptr;  // of listed states
  const Foreseen* foreseen = nullptr;                    // likewise
};

/// The columns and rows of interface.md. False where the sink refused, or the work was ended meanwhile.
bool states_csv(const View& view, const StatesAsked& asked, const Sink& sink);
bool states_json(const View& view, const StatesAsked& asked, const Sink& sink);

/// How many states each concept finds stable, then the rows as patterns and, where they are few, one by one.
std::string states_text(const View& view, const StatesAsked& asked, const Face& face);

/// The ids of a coalition: "japan+russia".
std::string joined_ids(const Model& model, const Coalition& coalition);

}  // namespace entente
