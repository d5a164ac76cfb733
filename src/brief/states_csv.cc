// The feasible states as CSV and as JSON, a row a state; a cell that was not decided is empty, in JSON null.
#include "brief/json.h"
#include "brief/row_columns.h"
#include "brief/states_report.h"

namespace entente {
namespace {

class StateColumns {
 public:
  StateColumns(const View& view, const CoalitionVerdicts* coalitions) : view_(view), model_(view.model()) {
    // A number that readers would round is a string in JSON.
    const bool exact = count_json(view.situations()).is_number();
    all_.push_back({"state", [](const RowSeen& row) { return digits(row.number); }, exact});
    for (std::size_t k = 0; k < model_.options.size(); ++k) option(static_cast<OptionId>(k));
    for (PartyId i : model_.party_ids()) rank(i);
    for (Concept c : concepts) verdict(c);
    if (coalitions != nullptr)
      for (Concept c : concepts) verdict(c, *coalitions);
  }

  const std::vector<Column>& all() const { return all_; }

 private:
  static std::string digits(Count number) {
    const Json json = count_json(number);
    return json.is_string() ? json.get<std::string>() : std::to_string(json.get<std::uint64_t>());
  }

  void option(OptionId o) {
    const auto value = [this, o](const RowSeen& row) {
      return model_[o].values[view_.layout().value(row.word, o)];
    };
    all_.push_back({option_id(model_, o), value, false});
  }

  void rank(PartyId i) {
    all_.push_back({"rank:" + model_[i].id, [i](const RowSeen& row) {
                      const std::optional<std::size_t>& place = row.places[index(i)];
                      return place ? std::to_string(*place) : std::string();
                    }});
  }

  static std::string bit(Verdict verdict) {
    return verdict == Verdict::undecided ? "" : verdict == Verdict::stable ? "1" : "0";
  }

  void verdict(Concept c) {
    for (PartyId i : model_.party_ids())
      all_.push_back({std::string(id(c)) + ":" + model_[i].id,
                      [c, i](const RowSeen& row) { return bit(row.stable.at(slot(c))[index(i)]); }});
    all_.push_back(
        {std::string(id(c)), [c](const RowSeen& row) { return bit(row.stable_for_all.at(slot(c))); }});
  }

  void verdict(Concept c, const CoalitionVerdicts& v) {
    for (std::size_t k = 0; k < v.coalitions.size(); ++k)
      bit(std::string(id(c)) + ":" + joined_ids(model_, v.coalitions[k]), v.stable[k].at(slot(c)));
    bit("coalition:" + std::string(id(c)), v.stable_for_all.at(slot(c)));
  }

  /// Coalitions' verdicts are of listed states, whose number is their place in the list.
  void bit(std::string name, const StateSet& set) {
    all_.push_back({std::move(name), [&set](const RowSeen& row) {
                      return std::string(set.contains(static_cast<StateId>(row.number - 1)) ? "1" : "0");
                    }});
  }

  const View& view_;
  const Model& model_;
  std::vector<Column> all_;
};

template <class Rows>
bool write_rows(const View& view, const StatesAsked& asked, const Sink& sink) {
  const StateColumns columns(view, asked.coalitions);
  Rows out(columns.all(), sink);
  view.each(asked.rows, asked.most, [&](const RowSeen& row) { return out.add(row), true; });
  return out.done();
}

}  // namespace

std::string joined_ids(const Model& model, const Coalition& coalition) {
  std::string all;
  for (PartyId i : coalition) all += (all.empty() ? "" : "+") + model[i].id;
  return all;
}

bool states_csv(const View& view, const StatesAsked& asked, const Sink& sink) {
  return write_rows<CsvRows>(view, asked, sink);
}

bool states_json(const View& view, const StatesAsked& asked, const Sink& sink) {
  return write_rows<JsonRows>(view, asked, sink);
}

}  // namespace entente
