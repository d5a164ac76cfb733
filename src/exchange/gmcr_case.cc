// A case from the files of GMCR II and GMCR+, with ids made of their names.
#include "exchange/gmcr_case.h"

#include <fmt/format.h>
#include <set>

#include "exchange/made_case.h"

namespace entente::gmcr {
namespace {

using exchange::toml_text;
using exchange::unique_id;

class Writer {
 public:
  explicit Writer(const Conflict& conflict) : conflict_(conflict), party_of_(conflict.options.size()) {
    for (std::size_t p = 0; p < conflict.parties.size(); ++p)
      for (const std::size_t o : conflict.parties[p].options) party_of_[o] = p;
  }

  std::string text(std::string_view title, const Filling& filling) {
    out_ = exchange::case_head("A conflict of GMCR+", conflict_.notes, title);
    for (std::size_t p = 0; p < conflict_.parties.size(); ++p) write_party(p, filling);
    for (const AnyOf& one : conflict_.infeasible)
      out_ += fmt::format("\n[[rule]]\nforbid = {}\n", toml_text(formula(one)));
    return std::move(out_);
  }

 private:
  void write_party(std::size_t p, const Filling& filling) {
    const DecisionMaker& party = conflict_.parties[p];
    out_ += fmt::format("\n[[party]]\nid = \"{}\"\nname = {}\n", party.id, toml_text(party.name));
    if (p < filling.rankings.size() && !filling.rankings[p].empty()) write_ranking(filling.rankings[p]);
    for (const std::size_t o : party.options) write_option(o, filling.status_quo);
    for (const AnyOf& one : party.preferences)
      out_ += fmt::format("\n  [[party.preference]]\n  statement = {}\n", toml_text(formula(one)));
  }

  void write_ranking(const std::vector<std::vector<State>>& classes) {
    out_ += "ranking = [\n";
    for (std::size_t k = 0; k < classes.size(); ++k) {
      AnyOf any;
      for (const State& state : classes[k]) any.push_back(whole(state));
      out_ += fmt::format("  {},\n", k + 1 == classes.size() ? "\"true\"" : toml_text(formula(any)));
    }
    out_ += "]\n";
  }

  Pattern whole(const State& state) const {
    Pattern all;
    for (const std::size_t o : counted_options(conflict_)) all.emplace_back(o, state[o]);
    return all;
  }

  void write_option(std::size_t o, const State& status_quo) {
    const Option& option = conflict_.options[o];
    out_ +=
        fmt::format("\n  [[party.option]]\n  id = \"{}\"\n  name = {}\n", option.id, toml_text(option.name));
    if (o < status_quo.size()) out_ += fmt::format("  status_quo = \"{}\"\n", status_quo[o] ? "yes" : "no");
    if (option.moves != "free") out_ += fmt::format("  moves = \"{}\"\n", option.moves);
  }

  std::string formula(const Pattern& pattern) const {
    if (pattern.empty()) return "true";
    std::string all;
    for (const auto& [o, taken] : pattern)
      all += fmt::format("{}{}{}.{}", all.empty() ? "" : " and ", taken ? "" : "not ",
                         conflict_.parties[party_of_[o]].id, conflict_.options[o].id);
    return all;
  }

  std::string formula(const AnyOf& any) const {
    if (any.empty()) return "false";
    std::string all;
    for (const Pattern& pattern : any) all += (all.empty() ? "" : " or ") + formula(pattern);
    return all;
  }

  const Conflict& conflict_;
  std::vector<std::size_t> party_of_;  // of each option
  std::string out_;
};

}  // namespace

std::string written(const Conflict& conflict, std::string_view title, const Filling& filling) {
  return Writer(conflict).text(title, filling);
}

void give_ids(Conflict& conflict) {
  std::set<std::string> parties;
  for (std::size_t p = 0; p < conflict.parties.size(); ++p) {
    DecisionMaker& party = conflict.parties[p];
    party.id = unique_id(party.name, "party", p + 1, parties);
    std::set<std::string> options;
    for (const std::size_t o : party.options)
      conflict.options[o].id = unique_id(conflict.options[o].name, "option", o + 1, options);
  }
}

}  // namespace entente::gmcr
