// A case made of a table of states: parties, options, rankings, moves, one rule, and the states by name.
#include "exchange/table_case.h"

#include <fmt/format.h>

#include <algorithm>

#include "exchange/row_words.h"
#include "exchange/table_moves.h"

namespace entente::exchange {
namespace {

class TableCase {
 public:
  TableCase(const StateTable& table, const std::vector<Transition>* moves) : table_(table), moves_(moves) {}

  MadeCase made(std::string_view title) {
    for (std::size_t p = 0; p < table_.parties.size(); ++p) party(p);
    rule();
    for (const TableRow& row : table_.rows) state(row);
    return {case_head(table_.what, table_.notes, title) + out_, table_.notes};
  }

 private:
  void party(std::size_t p) {
    const TableParty& party = table_.parties[p];
    out_ += fmt::format("\n[[party]]\nid = \"{}\"\n", party.id);
    if (party.name != party.id) out_ += fmt::format("name = {}\n", toml_text(party.name));
    if (!party.ranks.empty()) ranking(party.ranks);
    const MovesOfParty moves =
        moves_ == nullptr ? MovesOfParty{.free = true} : moves_of_party(table_, *moves_, p);
    const bool fixed = !moves.free && moves.tables.empty();
    for (const std::size_t o : party.options) option(table_.options[o], o, fixed);
    for (const MoveTable& one : moves.tables)
      out_ += fmt::format("\n  [[party.move]]\n  from = {}\n  to = {}\n", one.from, one.to);
  }

  /// The last class takes what is left, which is its rows; where all of these have ids they are named.
  void ranking(const std::vector<std::uint32_t>& ranks) {
    const std::uint32_t last = *std::max_element(ranks.begin(), ranks.end());
    std::vector<std::vector<std::string>> classes(last + 1);
    std::vector<bool> named(last + 1, true);
    for (std::size_t r = 0; r < ranks.size(); ++r) {
      classes[ranks[r]].push_back(row_words(table_, table_.rows[r]));
      named[ranks[r]] = named[ranks[r]] && !table_.rows[r].id.empty();
    }
    if (last == 0 || !named[last]) classes[last] = {"true"};
    out_ += "ranking = [\n";
    for (const std::vector<std::string>& one : classes) out_ += fmt::format("  {},\n", either(one));
    out_ += "]\n";
  }

  void option(const TableOption& option, std::size_t o, bool fixed) {
    out_ += fmt::format("\n  [[party.option]]\n  id = \"{}\"\n", option.id);
    if (option.name != option.id) out_ += fmt::format("  name = {}\n", toml_text(option.name));
    if (!option.yes_or_no) out_ += fmt::format("  values = [\"{}\"]\n", fmt::join(option.values, "\", \""));
    if (!option.labels.empty()) labels(option.labels);
    const std::uint32_t now = *table_.rows[table_.status_quo].courses[o];
    if (now != 0) out_ += fmt::format("  status_quo = \"{}\"\n", option.values[now]);
    if (fixed) out_ += "  moves = \"fixed\"\n";
  }

  void labels(const std::vector<std::string>& all) {
    out_ += "  labels = [\n";
    for (const std::string& label : all) out_ += fmt::format("    {},\n", toml_text(label));
    out_ += "  ]\n";
  }

  /// Which states there are is no assumption: of others the table says nothing.
  void rule() {
    if (table_.whole) return;
    std::vector<std::string> all;
    for (const TableRow& row : table_.rows) all.push_back(row_words(table_, row));
    out_ += fmt::format("\n[[rule]]\ndefinition = true\nrequire = {}\n", either(all));
  }

  void state(const TableRow& row) {
    if (row.id.empty()) return;
    out_ += fmt::format("\n[[state]]\nid = \"{}\"\nat = \"{}\"\n", row.id, courses_words(table_, row));
    if (row.name != row.id) out_ += fmt::format("label = {}\n", toml_text(row.name));
  }

  const StateTable& table_;
  const std::vector<Transition>* moves_;
  std::string out_;
};

}  // namespace

MadeCase case_of_table(const StateTable& table, const std::vector<Transition>* moves,
                       std::string_view title) {
  return TableCase(table, moves).made(title);
}

}  // namespace entente::exchange
