// Reading the first line of a table of states: each column known by its head.
#include "exchange/table_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "exchange/made_case.h"
#include "formula/formula.h"
#include "formula/lexer.h"
#include "model/ids.h"
#include "model/limits.h"
#include "model/vocabulary.h"

namespace entente::exchange {
namespace {

using Kind = TableColumn::Kind;

/// A head in its parts: "rank:north", "north.talks".
struct Head {
  Kind kind = Kind::faulty;
  std::string party = {};
  std::string option = {};
};

constexpr const char* what_columns_are = "write id, status_quo, PARTY.OPTION, rank:PARTY or payoff:PARTY";

bool is(std::string_view word, std::string_view known) {
  return same_but_for_capitals(word, known);
}

/// Of a head with a colon in it.
Head head_of_wish(const std::string& cell, std::size_t colon) {
  const std::string word = one_line(cell.substr(0, colon)), party = one_line(cell.substr(colon + 1));
  if (party.empty()) return {};
  if (is(word, "rank")) return {Kind::rank, party};
  if (is(word, "payoff")) return {Kind::payoff, party};
  return {};
}

Head head_of(const std::string& cell) {
  if (is(cell, "id")) return {Kind::id};
  if (is(cell, "status_quo")) return {Kind::status_quo};
  if (const std::size_t colon = cell.find(':'); colon != std::string::npos) return head_of_wish(cell, colon);
  const std::size_t dot = cell.find('.');
  if (dot == std::string::npos || cell.find('.', dot + 1) != std::string::npos) return {};
  Head head{Kind::option, one_line(cell.substr(0, dot)), one_line(cell.substr(dot + 1))};
  return head.party.empty() || head.option.empty() ? Head{} : head;
}

class HeadReader {
 public:
  HeadReader(StateTable& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  std::vector<TableColumn> read(const Record& head) {
    std::vector<TableColumn> columns;
    for (const Cell& cell : head) columns.push_back(column(cell));
    if (table_.options.empty())
      fail(head.front().at, "the table has no column of an option", "give each option one: PARTY.OPTION");
    if (table_.parties.size() > most_parties)
      fail(head.front().at, fmt::format("a case has at most {} parties; this table has more", most_parties),
           {});
    give_ids();
    return columns;
  }

 private:
  TableColumn column(const Cell& cell) {
    const Head head = head_of(cell.text);
    if (head.kind == Kind::faulty) {
      fail(cell.at,
           cell.text.empty() ? "this column has no head" : "'" + cell.text + "' is the head of no column",
           what_columns_are);
      return {};
    }
    // Ranks and payoffs of a party are two ways to say one thing.
    const Kind says = head.kind == Kind::payoff ? Kind::rank : head.kind;
    const auto [before, first] = columns_.emplace(std::tuple(says, head.party, head.option), cell.at);
    if (!first) {
      fail(cell.at, "'" + cell.text + "' says what another column says", "take one of the two out",
           {{before->second, "the first one is here"}});
      return {};
    }
    return made(head);
  }

  TableColumn made(const Head& head) {
    if (head.kind == Kind::id || head.kind == Kind::status_quo) return {head.kind, 0};
    const std::size_t party = party_of(head.party);
    if (head.kind != Kind::option) return {head.kind, party};
    table_.parties[party].options.push_back(table_.options.size());
    table_.options.push_back({.name = head.option, .id = {}, .party = party, .values = {}});
    return {Kind::option, table_.options.size() - 1};
  }

  std::size_t party_of(const std::string& name) {
    const auto [found, first] = parties_.emplace(name, table_.parties.size());
    if (first) table_.parties.push_back({.name = name, .id = {}, .options = {}, .ranks = {}});
    return found->second;
  }

  /// Names that are ids stay as they are, so that others give way to them.
  void give_ids() {
    give_ids(table_.parties, "party", [](const std::string& name) {
      return is_identifier(name) && !reserved(name) && name != joint_owner;
    });
    for (const TableParty& party : table_.parties) {
      std::vector<TableOption> own;
      for (const std::size_t o : party.options) own.push_back(table_.options[o]);
      give_ids(own, "option", is_identifier);
      for (std::size_t k = 0; k < own.size(); ++k) table_.options[party.options[k]].id = own[k].id;
    }
  }

  template <class Named, class Fits>
  static void give_ids(std::vector<Named>& all, const std::string& kind, const Fits& fits) {
    std::set<std::string> taken;
    for (Named& one : all)
      if (fits(one.name) && taken.insert(one.name).second) one.id = one.name;
    for (std::size_t k = 0; k < all.size(); ++k)
      if (all[k].id.empty()) all[k].id = unique_id(all[k].name, kind, k + 1, taken);
  }

  void fail(Place at, std::string message, std::string help, std::vector<Note> notes = {}) {
    diagnostics_.report({.code = "table-head",
                         .at = at,
                         .message = std::move(message),
                         .help = std::move(help),
                         .notes = std::move(notes)});
  }

  StateTable& table_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::size_t> parties_;  // by name
  std::map<std::tuple<Kind, std::string, std::string>, Place> columns_;
};

}  // namespace

bool is_table_head(std::string_view cell) {
  constexpr std::size_t longest = 200;
  const Head head = head_of(std::string(cell));
  if (head.kind == Kind::rank || head.kind == Kind::payoff) return true;
  const bool name = cell.size() < longest && cell.find_first_of("<>{}[]#%/=\"") == std::string_view::npos;
  return name && head.kind == Kind::option && cell.find(". ") == std::string_view::npos &&
         (cell.front() < '0' || cell.front() > '9');
}

std::vector<TableColumn> read_table_head(const Record& head, StateTable& table, Diagnostics& diagnostics) {
  return HeadReader(table, diagnostics).read(head);
}

}  // namespace entente::exchange
