// The feasible states as CSV and as JSON, a row a state.
#include <array>

#include "report/json.h"
#include "report/states_report.h"

namespace entente {
namespace {

constexpr std::size_t flush_at = std::size_t{1} << 16;

/// A column: its name, and its cell of a state.
struct Column {
  std::string name;
  std::function<std::string(StateId)> cell;
  bool number = true;
};

class Columns {
 public:
  Columns(const Analysis& analysis, const CoalitionVerdicts* coalitions)
      : analysis_(analysis), model_(analysis.model()) {
    all_.push_back({"state", [](StateId s) { return std::to_string(number(s)); }});
    for (std::size_t k = 0; k < model_.options.size(); ++k) option(static_cast<OptionId>(k));
    for (PartyId i : model_.party_ids()) rank(i);
    for (Concept c : concepts) verdict(c);
    if (coalitions != nullptr)
      for (Concept c : concepts) verdict(c, *coalitions);
  }

  const std::vector<Column>& all() const { return all_; }

 private:
  void option(OptionId o) {
    const auto value = [this, o](StateId s) { return model_[o].values[analysis_.states().value(s, o)]; };
    all_.push_back({model_[model_[o].party].id + "." + model_[o].id, value, false});
  }

  void rank(PartyId i) {
    const Ranks& r = analysis_.ranks()[index(i)];
    all_.push_back(
        {"rank:" + model_[i].id, [&r, n = classes(r)](StateId s) { return std::to_string(n - r[s]); }});
  }

  void verdict(Concept c) {
    const ConceptVerdicts& v = analysis_.verdicts(c);
    for (PartyId i : model_.party_ids()) bit(std::string(id(c)) + ":" + model_[i].id, v.stable[index(i)]);
    bit(std::string(id(c)), v.equilibria);
  }

  void verdict(Concept c, const CoalitionVerdicts& v) {
    const std::size_t slot = static_cast<std::size_t>(c);
    for (std::size_t k = 0; k < v.coalitions.size(); ++k)
      bit(std::string(id(c)) + ":" + joined_ids(model_, v.coalitions[k]), v.stable[k].at(slot));
    bit("coalition:" + std::string(id(c)), v.stable_for_all.at(slot));
  }

  void bit(std::string name, const StateSet& set) {
    all_.push_back({std::move(name), [&set](StateId s) { return std::string(set.contains(s) ? "1" : "0"); }});
  }

  const Analysis& analysis_;
  const Model& model_;
  std::vector<Column> all_;
};

/// Rows gathered into large pieces.
class Rows {
 public:
  explicit Rows(const Sink& sink) : sink_(sink) {}
  void add(const std::string& row) {
    gathered_ += row;
    if (gathered_.size() >= flush_at) flush();
  }
  bool done() {
    flush();
    return taken_;
  }
  bool taken() const { return taken_; }

 private:
  void flush() {
    if (taken_ && !gathered_.empty()) taken_ = sink_(gathered_);
    gathered_.clear();
  }

  const Sink& sink_;
  std::string gathered_;
  bool taken_ = true;
};

std::string csv_row(const std::vector<Column>& columns, StateId s) {
  std::string row;
  for (const Column& column : columns) row += (row.empty() ? "" : ",") + column.cell(s);
  return row + "\n";
}

std::string csv_head(const std::vector<Column>& columns) {
  std::string row;
  for (const Column& column : columns) row += (row.empty() ? "" : ",") + column.name;
  return row + "\n";
}

std::string json_row(const std::vector<Column>& columns, StateId s) {
  std::string row;
  for (const Column& column : columns) {
    const std::string cell = column.number ? column.cell(s) : "\"" + column.cell(s) + "\"";
    row += (row.empty() ? "" : ", ") + ("\"" + column.name + "\": ") + cell;
  }
  return "{" + row + "}";
}

}  // namespace

std::string joined_ids(const Model& model, const Coalition& coalition) {
  std::string all;
  for (PartyId i : coalition) all += (all.empty() ? "" : "+") + model[i].id;
  return all;
}

bool states_csv(const Analysis& analysis, const StateSet& rows, const Sink& sink,
                const CoalitionVerdicts* coalitions) {
  const Columns columns(analysis, coalitions);
  Rows out(sink);
  out.add(csv_head(columns.all()));
  rows.for_each([&](StateId s) {
    if (out.taken()) out.add(csv_row(columns.all(), s));
  });
  return out.done();
}

bool states_json(const Analysis& analysis, const StateSet& rows, const Sink& sink,
                 const CoalitionVerdicts* coalitions) {
  const Columns columns(analysis, coalitions);
  Rows out(sink);
  std::string before = "[\n ";
  rows.for_each([&](StateId s) {
    if (out.taken()) out.add(before + json_row(columns.all(), s));
    before = ",\n ";
  });
  out.add(rows.empty() ? "[]\n" : "\n]\n");
  return out.done();
}

}  // namespace entente
