// The feasible states as CSV and as JSON, a row a state.
#include "brief/row_columns.h"
#include "brief/states_report.h"

namespace entente {
namespace {

class CsvColumns {
 public:
  CsvColumns(const Analysis& analysis, const CoalitionVerdicts* coalitions)
      : analysis_(analysis), model_(analysis.model()) {
    all_.push_back({"state", [](std::size_t s) { return std::to_string(number(static_cast<StateId>(s))); }});
    for (std::size_t k = 0; k < model_.options.size(); ++k) option(static_cast<OptionId>(k));
    for (PartyId i : model_.party_ids()) rank(i);
    for (Concept c : concepts) verdict(c);
    if (coalitions != nullptr)
      for (Concept c : concepts) verdict(c, *coalitions);
  }

  const std::vector<Column>& all() const { return all_; }

 private:
  void option(OptionId o) {
    const auto value = [this, o](std::size_t s) {
      return model_[o].values[analysis_.states().value(static_cast<StateId>(s), o)];
    };
    all_.push_back({model_[model_[o].party].id + "." + model_[o].id, value, false});
  }

  void rank(PartyId i) {
    const Ranks& r = analysis_.ranks()[index(i)];
    all_.push_back(
        {"rank:" + model_[i].id, [&r, n = classes(r)](std::size_t s) { return std::to_string(n - r[s]); }});
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
    all_.push_back({std::move(name), [&set](std::size_t s) {
                      return std::string(set.contains(static_cast<StateId>(s)) ? "1" : "0");
                    }});
  }

  const Analysis& analysis_;
  const Model& model_;
  std::vector<Column> all_;
};

}  // namespace

std::string joined_ids(const Model& model, const Coalition& coalition) {
  std::string all;
  for (PartyId i : coalition) all += (all.empty() ? "" : "+") + model[i].id;
  return all;
}

namespace {

/// Where it is ended what was written is whole rows.
template <class Rows>
bool write(const Analysis& analysis, const StateSet& rows, const Sink& sink,
           const CoalitionVerdicts* coalitions) {
  constexpr std::uint64_t between_looks = 64;
  const CsvColumns columns(analysis, coalitions);
  const Stop& stop = analysis.states().stop();
  Rows out(columns.all(), sink);
  std::uint64_t written = 0;
  bool ended = false;
  rows.for_each([&](StateId s) {
    ended = ended || (++written % between_looks == 0 && stop.ended());
    if (!ended) out.add(s);
  });
  const bool taken = out.done();
  if (ended) stop.look();
  return taken;
}

}  // namespace

bool states_csv(const Analysis& analysis, const StateSet& rows, const Sink& sink,
                const CoalitionVerdicts* coalitions) {
  return write<CsvRows>(analysis, rows, sink, coalitions);
}

bool states_json(const Analysis& analysis, const StateSet& rows, const Sink& sink,
                 const CoalitionVerdicts* coalitions) {
  return write<JsonRows>(analysis, rows, sink, coalitions);
}

}  // namespace entente
